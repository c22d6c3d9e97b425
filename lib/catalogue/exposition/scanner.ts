/** Reads an exposition from left to right. Every failure names the line, and what was expected at that place. */
import type { Format } from './family.ts';
import { GRAMMARS, type Grammar } from './grammar.ts';

/** Where an exposition breaks, what stands there and what should. */
export interface Fault {
  /** From 1. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** Carries a fault out of the parser's depth; `parseExposition()` turns it back into a value. */
export class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`line ${fault.line}: found ${fault.found}, expected ${fault.expected}`);
    this.fault = Object.freeze(fault);
  }
}

const SHOWN = 40;

/**
 * A piece of text as a message shows it: in backticks, control characters and bytes that are no UTF-8 spelled out, and cut
 * where it is long.
 *
 * @example shown('1\r') // '`1\\r`'
 */
export function shown(text: string): string {
  if (text === '') return 'the end of the line';
  const visible = JSON.stringify(text.slice(0, SHOWN))
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/\\udc([89a-f][\da-f])/g, '\\x$1')
    .replaceAll('\\u0000', '\\0');
  return text.length <= SHOWN ? `\`${visible}\`` : `\`${visible}…\``;
}

const METRIC_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
/** A line feed may stand in it, a NUL may not. */
const QUOTED_NAME = /"(?:\\[^\n]|[^\\"\0])*"/y;
/** What Go's ParseFloat reads, less the hexadecimal and underscored forms that Prometheus refuses. */
const NUMBER = /^(?:[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?)|nan)$/i;
const ESCAPED = /\\([\\"n])/g;

/** A text and a place in it. */
export class Scanner {
  readonly grammar: Grammar;
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string, format: Format) {
    this.#text = text;
    this.grammar = GRAMMARS[format];
  }

  /** The line of the place, from 1. */
  get line(): number {
    return this.#line;
  }

  /** What is left of the line. */
  get rest(): string {
    const end = this.#text.indexOf('\n', this.#at);
    return this.#text.slice(this.#at, end < 0 ? undefined : end);
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  get atLineEnd(): boolean {
    return this.atEnd || this.#text[this.#at] === '\n';
  }

  /** True where `text` stands here. */
  sees(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  /** Ends the reading: `expected` is what should stand here. */
  fail(expected: string, found = shown(this.rest)): never {
    throw new Unreadable({ line: this.#line, found, expected });
  }

  /** True, and one step on, when `text` stands here. */
  accept(text: string): boolean {
    if (!this.sees(text)) return false;
    this.#step(text);
    return true;
  }

  expect(text: string, expected: string): void {
    if (!this.accept(text)) this.fail(expected);
  }

  /** What a pattern finds at this place; it must be a sticky one. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#step(found);
    return found;
  }

  /** What may stand between two words. */
  gap(): string {
    return this.match(this.grammar.gap) ?? '';
  }

  /** What is left of the line, and the place after its line feed. */
  takeLine(): string {
    const { rest } = this;
    this.#at += rest.length;
    this.accept('\n');
    return rest;
  }

  /** A name in a line of HELP or TYPE: in quotes it stands as it is, escapes and all, as Prometheus keeps it. */
  describedName(): string {
    return this.match(METRIC_NAME) ?? this.match(QUOTED_NAME)?.slice(1, -1) ?? this.fail('a metric name');
  }

  metricName(): string {
    return this.match(METRIC_NAME) ?? this.fail('a metric name');
  }

  labelName(): string {
    return this.match(LABEL_NAME) ?? this.#unescaped(QUOTED_NAME, 'a label name');
  }

  /** The value of a label in double quotes. Other escapes than `\\`, `\"` and `\n` stay as they are, as in Prometheus. */
  labelValue(expected: string): string {
    return this.#unescaped(this.grammar.labelValue, expected);
  }

  /** A word that is a number; one that no double can hold is refused, as Go does. */
  number(word: RegExp, expected: string): number {
    const [at, line] = [this.#at, this.#line];
    const text = this.match(word)?.replace(/^[ \t]+/, '') ?? '';
    const value = NUMBER.test(text) ? toNumber(text) : undefined;
    if (value !== undefined && (Number.isFinite(value) || !/\d/.test(text))) return value;
    [this.#at, this.#line] = [at, line];
    this.gap();
    this.accept(' ');
    return this.fail(value === undefined ? expected : 'a number that a 64-bit float can hold');
  }

  #unescaped(pattern: RegExp, expected: string): string {
    const quoted = this.match(pattern);
    if (quoted === undefined) return this.fail(this.sees('"') ? 'a closing double quote' : expected);
    return unescaped(quoted.slice(1, -1));
  }

  #step(text: string): void {
    this.#at += text.length;
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) this.#line += 1;
  }
}

function unescaped(text: string): string {
  return text.replace(ESCAPED, (_, char: string) => (char === 'n' ? '\n' : char));
}

/**
 * Help as a person reads it. The text format knows no `\"` there, OpenMetrics does.
 *
 * @example helpText('say \\"x\\"', 'openmetrics') // 'say "x"'
 */
export function helpText(text: string, format: Format): string {
  return text.replace(GRAMMARS[format].helpEscape, (_, char: string) => (char === 'n' ? '\n' : char));
}

function toNumber(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'nan') return Number.NaN;
  if (lower.includes('inf')) return lower.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(word);
}
