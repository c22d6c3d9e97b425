/** Comparisons: whether a limit that moved makes an alert fire for more or for less. */
import { numberText } from '../../promql/quote.ts';
import { short } from '../words.ts';
import { changed, type Effect, type ExpressionChange } from './change.ts';

const RISING = new Set(['>', '>=']);
const FALLING = new Set(['<', '<=']);
const EQUALITY = new Set(['==', '!=']);
const MIRRORED: Readonly<Record<string, string>> = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' };

/** Whether an operator keeps the series that fulfil a condition. */
export function isComparison(operator: string): boolean {
  return RISING.has(operator) || FALLING.has(operator) || EQUALITY.has(operator);
}

/** A comparison with a number: `x > 100`. */
export interface Limit {
  readonly operator: string;
  readonly value: number;
}

/** The limit as it stands when the number is on the right. */
export function mirrored({ operator, value }: Limit): Limit {
  return { operator: MIRRORED[operator] ?? operator, value };
}

const limitText = ({ operator, value }: Limit): string => `${operator} ${numberText(value)}`;

/** Where a comparison stands. */
export interface Compared {
  /** What is compared, as text. */
  readonly of: string;
  /** Whether what fulfils the comparison is left out of the answer: right of `unless`. */
  readonly excludes: boolean;
}

/** What a limit that moved means. */
export function limitChanges(before: Limit, after: Limit, { of, excludes }: Compared): readonly ExpressionChange[] {
  if (before.operator === after.operator && before.value === after.value) return [];
  return [
    changed(
      effectOf(before, after, excludes),
      `the limit of ${short(of, 60)} is ${limitText(after)} instead of ${limitText(before)}`,
    ),
  ];
}

function effectOf(before: Limit, after: Limit, excludes: boolean): Effect {
  const direction = directionOf(before);
  if (direction === 0 || direction !== directionOf(after)) return 'limit';
  const moved = direction * (after.value - before.value);
  const atLimit = moved === 0 ? Number(includesLimit(before)) - Number(includesLimit(after)) : moved;
  return atLimit > 0 !== excludes ? 'looser' : 'tighter';
}

function directionOf({ operator }: Limit): number {
  return RISING.has(operator) ? 1 : FALLING.has(operator) ? -1 : 0;
}

const includesLimit = ({ operator }: Limit): boolean => operator.endsWith('=');
