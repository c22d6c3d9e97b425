/** What a signal says of itself, without its sources. */
import type { SignalWords } from '../resolved.ts';
import type { AnySignal } from '../signal.ts';

const known = new WeakMap<AnySignal, SignalWords>();

/** The words of a signal, the same object for everybody who asks. */
export function wordsOf(signal: AnySignal): SignalWords {
  const words = known.get(signal) ?? gathered(signal);
  known.set(signal, words);
  return words;
}

function gathered(signal: AnySignal): SignalWords {
  const { id, name, description, unit, thresholds, whenEmpty, emptyText, sample } = signal;
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
