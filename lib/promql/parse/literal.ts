/** Strings and numbers as Prometheus writes them, read into values. */
import { parseDuration } from '../../units/duration.ts';
import { VARIABLE } from './mask.ts';
import { type Reader, refuse, take } from './reader.ts';

const NAMED: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['b', 0x08],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
  ['\\', 0x5c],
]);

/** A run of plain characters, or one escape sequence. */
const PIECE = /([^\\]+)|\\(?:([abfnrtv\\"'])|x([\da-fA-F]{2})|([0-3][0-7]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;

/**
 * The value of a string in any of the three quotes. Undefined where it is not closed, has an escape sequence that
 * Prometheus does not know, or spells bytes that are no text.
 *
 * @example unquote("'\\x41\\t'") // 'A\t'
 */
export function unquote(literal: string): string | undefined {
  const quote = literal.charAt(0);
  if (literal.length < 2 || !literal.endsWith(quote)) return undefined;
  const body = literal.slice(1, -1);
  if (quote === '`' || !body.includes('\\')) return body;
  const bytes: number[] = [];
  for (PIECE.lastIndex = 0; PIECE.lastIndex < body.length; ) {
    const piece = PIECE.exec(body);
    const read = piece === null ? undefined : bytesOf(piece, quote);
    if (read === undefined) return undefined;
    for (const byte of read) bytes.push(byte);
  }
  return decoded(bytes);
}

const encoder = new TextEncoder();

function bytesOf(
  [, plain, named, hex, octal, short, long]: RegExpExecArray,
  quote: string,
): Iterable<number> | undefined {
  if (plain !== undefined) return encoder.encode(plain);
  if (hex !== undefined) return [Number.parseInt(hex, 16)];
  if (octal !== undefined) return [Number.parseInt(octal, 8)];
  if (named !== undefined) return named === quote ? encoder.encode(quote) : oneByte(NAMED.get(named));
  return characterOf(Number.parseInt(short ?? long ?? '', 16));
}

function oneByte(byte: number | undefined): readonly number[] | undefined {
  return byte === undefined ? undefined : [byte];
}

function characterOf(code: number): Iterable<number> | undefined {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return surrogate || code > 0x10ffff ? undefined : encoder.encode(String.fromCodePoint(code));
}

function decoded(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** Where a number or a duration begins. */
export const DIGIT = /\d|\.\d/y;
/** A name, Grafana's variables in it. */
export const NAME = new RegExp(`(?:[a-zA-Z_:]|${VARIABLE})(?:[\\w:]|${VARIABLE})*`, 'y');

const DIGITS = '\\d+(?:_\\d+)*';
// In a number to the base of 16, Go's lexer takes the second character for an exponent's letter where it is an e.
const NUMBER = new RegExp(
  `(?:0[xX]_?[\\da-fA-F](?![eE](?:[-+._eE]|$))[\\da-fA-F]*(?:_[\\da-fA-F]+)*|(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][-+]?${DIGITS})?)(?![\\w.])`,
  'y',
);
const DURATION = /(?:\d+(?:ms|[smhdwy]))+(?![\w.])/y;
/** Prometheus counts durations in nanoseconds, in 64 bits. */
const LONGEST_MS = 2 ** 63 / 1e6;

/** A number or a duration as it is written, in seconds where it is a duration. */
export interface Literal {
  readonly value: number;
  readonly duration?: true;
}

/**
 * Reads a number or a duration.
 *
 * @throws Unreadable for what begins like one and is none.
 */
export function readDuration(reader: Reader): Literal {
  const { at } = reader;
  const number = take(reader, NUMBER);
  if (number !== undefined) {
    const value = readNumber(number);
    return Number.isFinite(value) ? { value } : refuse(reader, at, 'a number of at most 1.8e308');
  }
  const text = take(reader, DURATION);
  const span = text === undefined ? undefined : parseDuration(text);
  if (span === undefined) return refuse(reader, at, 'a number, or a duration such as 1h30m, the largest unit first');
  if (span.ms > LONGEST_MS) return refuse(reader, at, 'a span of at most 292 years');
  return { value: span.ms / 1000, duration: true };
}

/**
 * The value of a number without a sign; a duration counts in seconds, as it does in Prometheus.
 *
 * @example readNumber('1h') // 3600
 */
export function readNumber(text: string): number {
  const plain = text.toLowerCase().replaceAll('_', '');
  if (plain === 'inf') return Number.POSITIVE_INFINITY;
  if (/^0[0-7]+$/.test(plain)) return Number.parseInt(plain, 8);
  const span = /\d[a-z]/.test(plain) ? parseDuration(plain) : undefined;
  return span === undefined ? Number(plain) : span.ms / 1000;
}
