/**
 * Profiles: variants of one system, such as services with their own metrics and services without. A signal has a source
 * for each, or says why it has none. `resolve()` picks one; nothing after it knows that there are several.
 */
import type { Unit } from '../units/unit.ts';
import type { Level } from './field.ts';
import { type Objective, type ObjectiveInput, objective } from './objective/objective.ts';
import {
  type Distribution,
  type DistributionInput,
  distribution,
  type HistoryOf,
  type RecordingInput,
  type Signal,
  type SignalInput,
  signal,
} from './signal.ts';

export interface Profiles<P extends string> {
  readonly names: readonly P[];
  /** `signal()` whose query may differ by profile: `query: { instrumented: ({ window, by }) => …, stock: unavailable('…') }`. */
  signal<
    U extends Unit,
    const S extends string = never,
    const Lv extends Level = never,
    const R extends RecordingInput | undefined = undefined,
  >(input: SignalInput<S, U, Lv, R, P>): Signal<S, U, Lv, HistoryOf<R>>;
  /** `distribution()` whose query may differ by profile. */
  distribution<U extends Unit, const S extends string = never>(input: DistributionInput<S, U, P>): Distribution<S, U>;
  /** `objective()` whose events may be counted differently by profile. */
  objective<U extends Unit, const S extends string = never>(input: ObjectiveInput<S, U, P>): Objective<S, U>;
}

/**
 * Names the profiles of a system.
 *
 * @example const of = profiles('instrumented', 'stock');
 * of.names // ['instrumented', 'stock']
 */
export function profiles<const P extends string>(...names: readonly P[]): Profiles<P> {
  return Object.freeze({ names: Object.freeze(names), signal, distribution, objective });
}
