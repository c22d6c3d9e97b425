/**
 * Where a definition was written, for messages. Kept beside the frozen values, not in them, so that it can never reach
 * `dist/`; the stack is only read when a message needs it.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Where } from './problem.ts';

const stacks = new WeakMap<object, Error>();

/** Only the caller is asked for: a deeper stack for each of thousands of panels would cost more than the panels. */
const FRAMES = 1;

/** Remembers who called the constructor `of`. Returns the value. */
export function withOrigin<T extends object>(value: T, of: (...args: never[]) => unknown): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const at = new Error();
  Error.captureStackTrace(at, of);
  Error.stackTraceLimit = limit;
  stacks.set(value, at);
  return value;
}

const PLACE = /(?:\(|at )(?:async )?((?:file:\/\/)?\/[^():]+|[A-Za-z]:[^():]+):(\d+):\d+\)?$/;

/** Where `value` was defined, with the words that name it. File and line are looked up when somebody reads them. */
export function originOf(value: object, what: string): Where {
  // Only the stack is kept: a problem's place must not keep the definition alive that it was made from.
  const at = stacks.get(value);
  return Object.freeze({
    what,
    get file() {
      const path = placeIn(at)?.[1];
      if (path === undefined) return undefined;
      return relative(process.cwd(), path.startsWith('file://') ? fileURLToPath(path) : path);
    },
    get line() {
      const line = placeIn(at)?.[2];
      return line === undefined ? undefined : Number(line);
    },
  });
}

function placeIn(at: Error | undefined): RegExpExecArray | undefined {
  const frame = at?.stack?.split('\n').find((line) => PLACE.test(line));
  return PLACE.exec(frame ?? '') ?? undefined;
}
