/**
 * Where a definition was written, for messages. Kept beside the frozen values, not in them, so that it can never reach
 * `dist/`; the stack is only read when a message needs it.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Where } from './problem.ts';

const stacks = new WeakMap<object, Error>();

/** Remembers who called the constructor `of`. Returns the value. */
export function withOrigin<T extends object>(value: T, of: (...args: never[]) => unknown): T {
  const at = new Error();
  Error.captureStackTrace(at, of);
  stacks.set(value, at);
  return value;
}

const PLACE = /(?:\(|at )(?:async )?((?:file:\/\/)?\/[^():]+|[A-Za-z]:[^():]+):(\d+):\d+\)?$/;

/** Where `value` was defined, with the words that name it. */
export function originOf(value: object, what: string): Where {
  const line = stacks
    .get(value)
    ?.stack?.split('\n')
    .find((frame) => PLACE.test(frame));
  const [, path, number] = PLACE.exec(line ?? '') ?? [];
  if (path === undefined) return { what };
  const file = path.startsWith('file://') ? fileURLToPath(path) : path;
  return { what, file: relative(process.cwd(), file), line: Number(number) };
}
