/**
 * A text that is being read, from left to right. There is no list of tokens: what may stand at a place depends on what
 * was read before, so each reader asks for what it can use.
 */
import { problemAt, Unreadable } from './problem.ts';

export interface Reader {
  readonly text: string;
  /** Characters read so far. */
  at: number;
  /** How many brackets are open. */
  depth: number;
}

/** Prometheus knows no other white space; a comment ends with its line. */
const BLANK = /(?:[ \t\n\r]|#[^\n\r]*)*/y;

export function readerOf(text: string): Reader {
  return { text, at: 0, depth: 0 };
}

/** Goes on to the next character that says something. */
export function skip(reader: Reader): void {
  BLANK.lastIndex = reader.at;
  BLANK.exec(reader.text);
  reader.at = BLANK.lastIndex;
}

/** What a sticky pattern finds at the next place, not read yet. */
export function peek(reader: Reader, pattern: RegExp): string | undefined {
  skip(reader);
  pattern.lastIndex = reader.at;
  return pattern.exec(reader.text)?.[0];
}

/** What a sticky pattern finds at the next place, read. */
export function take(reader: Reader, pattern: RegExp): string | undefined {
  const found = peek(reader, pattern);
  if (found !== undefined) reader.at += found.length;
  return found;
}

/** One character or word that has to stand at the next place. */
export function need(reader: Reader, pattern: RegExp): string {
  return take(reader, pattern) ?? unexpected(reader);
}

/** The text cannot go on as it does: what could have stood here follows from the grammar. */
export class Unexpected extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`unexpected at ${at}`);
    this.at = at;
  }
}

/** Ends the reading at the next place. */
export function unexpected(reader: Reader): never {
  skip(reader);
  throw new Unexpected(reader.at);
}

/** Ends the reading: what stands at `at` cannot stand there, in words of its own. */
export function refuse({ text }: Reader, at: number, expected: string): never {
  throw new Unreadable(problemAt(text, at, expected));
}
