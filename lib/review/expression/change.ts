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

const MOST_WORDS = 6;

/** All changes of an expression in one line. */
export function wordsOf(changes: readonly ExpressionChange[]): string {
  const words = [...new Set(changes.map((change) => change.words))];
  return words.length > MOST_WORDS
    ? `${words.slice(0, MOST_WORDS).join('; ')}; and ${counted(words.length - MOST_WORDS, 'more change')}`
    : words.join('; ');
}
