/** Where a panel has its thresholds from. */
import type { Thresholds } from '../../lib/model/field.ts';

interface Limited<S> {
  readonly thresholds?: Thresholds;
  readonly queries: readonly { readonly signal: S }[];
}

/**
 * The signals whose thresholds a panel shows; none where the panel has its own. A panel of one signal that has none yet
 * would get them there, since alerts read them too.
 */
export function limitedBy<S extends { readonly thresholds?: Thresholds }>({
  thresholds,
  queries,
}: Limited<S>): readonly S[] {
  const signals = [...new Set(queries.map(({ signal }) => signal))];
  if (thresholds === undefined) return signals.length === 1 ? signals : [];
  const isShared = signals.some((signal) => signal.thresholds === thresholds);
  return isShared ? signals.filter((signal) => signal.thresholds !== undefined) : [];
}
