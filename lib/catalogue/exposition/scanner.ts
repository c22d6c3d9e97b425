/** Reads one line of an exposition from left to right. Every failure names what was expected at that place. */
import type { Format } from './family.ts';

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
 * A piece of text as a message shows it: in backticks, control characters spelled out, and cut where it is long.
 *
 * @example shown('1\r') // '`1\\r`'
 */
export function shown(text: string): string {
  if (text === '') return 'the end of the line';
  const visible = JSON.stringify(text.slice(0, SHOWN)).slice(1, -1).replaceAll('\\"', '"');
  return text.length <= SHOWN ? `\`${visible}\`` : `\`${visible}…\``;
}

const METRIC_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const WORD = /[^ \t]+/y;
const BLANK = /[ \t]*/y;
/** What Go's ParseFloat reads, less the hexadecimal and underscored forms that Prometheus refuses. */
const NUMBER = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i;
const IN_LABEL = /\\([\\"n])/g;
const IN_TEXT_HELP = /\\([\\n])/g;
const KEYWORD = /#[ \t]*(HELP|TYPE|UNIT)[ \t]+/y;

/** A line and a place in it. */
export class Scanner {
  readonly line: number;
  readonly #text: string;
  #at = 0;

  constructor(text: string, line: number) {
    this.#text = text;
    this.line = line;
  }

  get rest(): string {
    return this.#text.slice(this.#at);
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** Ends the reading: `expected` is what should stand here. */
  fail(expected: string): never {
    throw new Unreadable({ line: this.line, found: shown(this.rest), expected });
  }

  skipBlanks(): void {
    this.#match(BLANK);
  }

  /** True, and one step on, when `text` stands here. */
  accept(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  expect(text: string, expected: string): void {
    if (!this.accept(text)) this.fail(expected);
  }

  /** HELP, TYPE or UNIT after the `#` of a comment. */
  keyword(): string | undefined {
    return this.#match(KEYWORD)?.slice(1).trim();
  }

  metricName(): string {
    return this.#match(METRIC_NAME) ?? this.#quotedName('a metric name');
  }

  labelName(): string {
    return this.#match(LABEL_NAME) ?? this.#quotedName('a label name');
  }

  /** A text in double quotes, unescaped. Other escapes than `\\`, `\"` and `\n` stay as they are, as in Prometheus. */
  quoted(expected: string): string {
    const quoted = this.#match(QUOTED);
    if (quoted === undefined) return this.fail(this.rest.startsWith('"') ? 'a closing double quote' : expected);
    return unescaped(quoted.slice(1, -1), IN_LABEL);
  }

  number(expected: string): number {
    const start = this.#at;
    const word = this.#match(WORD) ?? '';
    if (NUMBER.test(word)) return toNumber(word);
    this.#at = start;
    return this.fail(expected);
  }

  #quotedName(what: string): string {
    const start = this.#at;
    const name = this.quoted(what);
    if (name !== '') return name;
    this.#at = start;
    return this.fail(what);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

/** Help, to the end of the line. The text format knows no `\"` there, OpenMetrics does. */
export function helpText(text: string, format: Format): string {
  return unescaped(text, format === 'openmetrics' ? IN_LABEL : IN_TEXT_HELP);
}

function unescaped(text: string, pattern: RegExp): string {
  return text.replace(pattern, (_, char: string) => (char === 'n' ? '\n' : char));
}

function toNumber(word: string): number {
  const lower = word.toLowerCase();
  if (lower.endsWith('nan')) return Number.NaN;
  if (lower.includes('inf')) return lower.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(word);
}
