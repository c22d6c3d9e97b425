/** A unit before and after: another way to read a number, or another number. */

import type { Node } from '../promql/node.ts';
import type { Language } from '../read/language.ts';
import { promqlNode } from './expression/firing.ts';

/**
 * How many of a unit make up one of its dimension's base: of a ratio, 100 percent. Only units of one dimension are
 * compared. Source: https://github.com/grafana/grafana/blob/main/packages/grafana-data/src/valueFormats/categories.ts
 */
const SCALES: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  percentunit: ['ratio', 1],
  percent: ['ratio', 100],
  s: ['time', 1],
  ms: ['time', 1e3],
  µs: ['time', 1e6],
  ns: ['time', 1e9],
  m: ['time', 1 / 60],
  h: ['time', 1 / 3600],
  d: ['time', 1 / 86_400],
  bytes: ['data', 1],
  decbytes: ['data', 1],
  bits: ['data', 8],
  decbits: ['data', 8],
  kbytes: ['data', 1 / 1024],
  mbytes: ['data', 1 / 1024 ** 2],
  gbytes: ['data', 1 / 1024 ** 3],
  deckbytes: ['data', 1e-3],
  decmbytes: ['data', 1e-6],
  decgbytes: ['data', 1e-9],
  Bps: ['data per second', 1],
  binBps: ['data per second', 1],
  bps: ['data per second', 8],
  binbps: ['data per second', 8],
  KBs: ['data per second', 1e-3],
  MBs: ['data per second', 1e-6],
  reqps: ['per second', 1],
  ops: ['per second', 1],
  cps: ['per second', 1],
  reqpm: ['per second', 60],
  opm: ['per second', 60],
  cpm: ['per second', 60],
};

/** By what a value must be multiplied, to be the same under the other unit; undefined where they measure different things. */
export function factorBetween(before: string, after: string): number | undefined {
  const [was, is] = [before, after].map((unit) => (Object.hasOwn(SCALES, unit) ? SCALES[unit] : undefined));
  return was === undefined || is === undefined || was[0] !== is[0] ? undefined : is[1] / was[1];
}

/** By what a query multiplies everything that stands in it: 100 of `100 * x`, 1 where it does nothing of the sort. */
export function factorOf(text: string, language: Language): number {
  const node = promqlNode(text, language);
  return node === undefined ? 1 : factorIn(node);
}

function factorIn(node: Node): number {
  if (node.kind === 'aggregate') return factorIn(node.of);
  if (node.kind !== 'binary') return 1;
  const { operator, left, right } = node;
  if (operator === '*' && right.kind === 'number') return right.value * factorIn(left);
  if (operator === '*' && left.kind === 'number') return left.value * factorIn(right);
  if (operator === '/' && right.kind === 'number') return factorIn(left) / right.value;
  if (operator === '*') return factorIn(left) * factorIn(right);
  if (operator === '/') return factorIn(left) / factorIn(right);
  return operator === 'or' ? factorIn(left) : 1;
}

const TOLERANCE = 1e-9;

/** Whether two factors are the same but for rounding. */
export function isSameFactor(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}
