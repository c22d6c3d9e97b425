/**
 * Where definitions were written: what a problem of one says, and what is remembered of it by its constructor. Problems
 * are data: collected, printed together, and only then is a build refused.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Where } from '../units/problem.ts';

export { type Problem, problemText, type Where } from '../units/problem.ts';

/** A rule of `lib/check` that does not apply to one definition, with the reason. An excuse that excuses nothing is a problem. */
export interface Excuse {
  readonly rule: string;
  readonly reason: string;
}

/**
 * Kept beside the frozen definitions, not in them, so that a place can never reach `dist/`; a stack is only read when a
 * message needs it.
 */
const stacks = new WeakMap<object, Traced>();

/** What V8 writes a stack into. An Error would take down one of its own first. */
interface Traced {
  readonly stack?: string;
}

/** Only the caller is asked for: a deeper stack for each of thousands of panels would cost more than the panels. */
const FRAMES = 1;

/** Remembers who called the constructor `of`. Returns the value. */
export function withOrigin<T extends object>(value: T, of: (...args: never[]) => unknown): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const at: Traced = {};
  Error.captureStackTrace(at, of);
  Error.stackTraceLimit = limit;
  stacks.set(value, at);
  return value;
}

/** Remembers that `value` was made of `original`, and so stands where that stands. Returns the value. */
export function withOriginOf<T extends object>(value: T, original: object): T {
  const at = stacks.get(original);
  if (at !== undefined) stacks.set(value, at);
  return value;
}

const PLACE = /(?:\(|at )(?:async )?((?:file:\/\/)?\/[^():]+|[A-Za-z]:[^():]+):(\d+):(\d+)\)?$/;

/** Where `value` was defined, with the words that name it. The place is looked up when somebody reads it. */
export function originOf(value: object, what: string): Where {
  return new Origin(what, stacks.get(value));
}

/** The same place under other words. */
export function renamed(where: Where, what: string): Where {
  return where instanceof Origin ? where.renamed(what) : { ...where, what };
}

/** Whether both are places of one definition. What stands in a file is looked up only where one of them was made by hand. */
export function isSamePlace(a: Where, b: Where): boolean {
  if (a instanceof Origin && b instanceof Origin) return a.isAt(b);
  return a.file === b.file && a.line === b.line;
}

/** A class, since a system has many places and few of them are read: getters of its own would make each a heavy one. */
class Origin implements Where {
  readonly what: string;
  /** Only the stack is kept: a problem's place must not keep the definition alive that it was made from. */
  readonly #at: Traced | undefined;
  /** What was found in the stack: problems are sorted by it, and each is compared with many. */
  #place: Place | undefined;

  constructor(what: string, at: Traced | undefined) {
    this.what = what;
    this.#at = at;
    Object.freeze(this);
  }

  get file(): string | undefined {
    this.#place ??= placeIn(this.#at);
    return this.#place.file;
  }

  get line(): number | undefined {
    this.#place ??= placeIn(this.#at);
    return this.#place.line;
  }

  get column(): number | undefined {
    this.#place ??= placeIn(this.#at);
    return this.#place.column;
  }

  renamed(what: string): Origin {
    return new Origin(what, this.#at);
  }

  isAt(other: Origin): boolean {
    return this.#at === other.#at;
  }
}

type Place = Omit<Where, 'what'>;

function placeIn(at: Traced | undefined): Place {
  const frame = at?.stack?.split('\n').find((line) => PLACE.test(line));
  const [, path, line, column] = PLACE.exec(frame ?? '') ?? [];
  if (path === undefined) return {};
  const file = relative(process.cwd(), path.startsWith('file://') ? fileURLToPath(path) : path);
  return { file, line: Number(line), column: Number(column) };
}
