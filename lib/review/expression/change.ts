/** What changed in an expression, in words. */
import { counted } from '../words.ts';

/**
 * What a change does to the answer: `looser` and `tighter` move the limit of a comparison, `unfiltered` drops a condition, `folded` writes several
 * conditions as one that is not the same, `same` only writes it differently.
 */
export type Effect =
  | 'looser'
  | 'tighter'
  | 'limit'
  | 'scope'
  | 'folded'
  | 'unfiltered'
  | 'window'
  | 'grouping'
  | 'metric'
  | 'shape'
  | 'same';

/** One change in an expression. */
export interface ExpressionChange {
  readonly effect: Effect;
  /** Without a capital and without a full stop: `label service added to by`. */
  readonly words: string;
}

/** A change. */
export function changed(effect: Effect, words: string): ExpressionChange {
  return Object.freeze({ effect, words });
}

const MOST_CHANGES = 6;
/** Longer than this nobody reads a sentence. */
const LONGEST = 240;

/**
 * All changes of an expression in one line. Of many, what is small comes first: what came or went whole is easily seen
 * in the expression, which stands below.
 */
export function wordsOf(changes: readonly ExpressionChange[]): string {
  const words = wordsIn(changes);
  if (words.length < 2 || fits(words)) return words.join('; ');
  const parts = changes.filter(({ effect }) => effect === 'shape').sort((a, b) => a.words.length - b.words.length);
  const ordered = wordsIn([...changes.filter(({ effect }) => effect !== 'shape'), ...parts]);
  const beyond = ordered.findIndex((_, at) => at > 0 && !fits(ordered.slice(0, at + 1)));
  const shown = ordered.slice(0, Math.max(1, beyond));
  return `${shown.join('; ')}; and ${counted(ordered.length - shown.length, 'more change')}`;
}

const wordsIn = (changes: readonly ExpressionChange[]): readonly string[] => [
  ...new Set(changes.map(({ words }) => words)),
];

function fits(words: readonly string[]): boolean {
  return words.length <= MOST_CHANGES && words.join('; ').length <= LONGEST;
}
