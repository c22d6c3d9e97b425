/**
 * What a catalogue states against or beyond a scrape. An overrides file lies beside its catalogue file,
 * `redis.overrides.ts` beside `redis.ts`, and exports its overrides as default.
 */
import type { Unit } from '../../units/unit.ts';
import type { Kind } from '../metric.ts';

/** A correction of what the exporter states wrongly, or not at all. Each field has to change something. */
export interface Correction {
  readonly kind?: Kind;
  readonly unit?: Unit;
  readonly help?: string;
  /** Labels, or values of them, that were not seen when the scrape was taken. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  /** Labels that hold ids, such as pods, uids and addresses: they have no end, and no value of theirs is kept. */
  readonly ids?: readonly string[];
  /** It means the same in every source that has it, as `process_*` does: it moves to the shared file. */
  readonly shared?: true;
  readonly reason: string;
}

/** A metric that the exporter exposes only in circumstances that the scrape did not meet. */
export interface Addition {
  readonly add: Kind;
  readonly unit: Unit;
  readonly help: string;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly bounds?: readonly number[];
  readonly reason: string;
}

/** By the metric's name, or by `prefix_*`. */
export type Overrides = Readonly<Record<string, Correction | Addition>>;

/**
 * The overrides of a catalogue file.
 *
 * The longer pattern wins over the shorter, a name over every pattern, each for the fields that it states. A key that
 * matches nothing, or a field that says what was known already, is reported when the catalogue is made.
 *
 * @throws TypeError for an override without a reason.
 * @example
 * export default overrides({
 *   'node_netstat_*': { kind: 'counter', reason: 'node_exporter types all of /proc/net/snmp as untyped' },
 *   redis_key_size: { unit: unit.count('elements'), reason: 'the length of a list, the size of a set' },
 *   '*': { ids: ['pod', 'uid'], reason: 'every rollout makes new ones' },
 * });
 */
export function overrides(of: Overrides): Overrides {
  for (const [name, { reason }] of Object.entries(of)) {
    if (reason.trim() === '')
      throw new TypeError(`The override of ${name} needs a reason: say why the scrape is wrong.`);
  }
  return Object.freeze({ ...of });
}

/**
 * The same correction for several metrics.
 *
 * @example
 * export default overrides({
 *   ...correctEach(['pg_stat_database_xact_commit', 'pg_stat_database_xact_rollback'], {
 *     unit: unit.count('transactions'),
 *     reason: 'the names say what became of them',
 *   }),
 * });
 */
export function correctEach(names: readonly string[], correction: Correction): Overrides {
  return Object.fromEntries(names.map((name) => [name, correction]));
}

/** True for a metric that the scrape lacks. */
export function isAddition(of: Correction | Addition): of is Addition {
  return 'add' in of;
}

/**
 * True when the key of an override stands for the metric.
 *
 * @example matches('node_vmstat_*', 'node_vmstat_oom_kill') // true
 */
export function matches(key: string, metric: string): boolean {
  return key.endsWith('*') ? metric.startsWith(key.slice(0, -1)) : metric === key;
}
