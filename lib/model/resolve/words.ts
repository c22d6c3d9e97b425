/** What a signal says of itself, without its sources. */
import type { SignalWords } from '../resolved.ts';
import type { AnySignal } from '../signal.ts';

/** The words of a signal. */
export function wordsOf({
  id,
  name,
  description,
  unit,
  thresholds,
  whenEmpty,
  emptyText,
  sample,
}: AnySignal): SignalWords {
  return Object.freeze({
    id,
    name,
    description,
    unit,
    whenEmpty,
    emptyText,
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(sample === undefined ? {} : { sample }),
  });
}
