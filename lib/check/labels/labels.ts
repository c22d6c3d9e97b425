/**
 * What is known of the labels of a result when a query runs. The types know which labels there are; this also knows
 * which values are always the same, so that `pg_up + redis_up` is found out: their job is never equal.
 */

/** Whether the series of a result carry a label: all of them, some, or none. */
export type Presence = 'always' | 'sometimes' | 'never';

export interface Label {
  readonly presence: Presence;
  /** The only value that it can have, where there is but one. */
  readonly value?: string;
}

export interface Labels {
  readonly named: ReadonlyMap<string, Label>;
  /** Whether there can be labels that are not named, as on a series that nobody knows. */
  readonly others: 'never' | 'sometimes';
}

const NEVER: Label = Object.freeze({ presence: 'never' });
const SOMETIMES: Label = Object.freeze({ presence: 'sometimes' });
export const ALWAYS: Label = Object.freeze({ presence: 'always' });

/** A vector without labels. */
export const NO_LABELS: Labels = Object.freeze({ named: new Map(), others: 'never' });
/** A vector of which nothing is known. */
export const ANY_LABELS: Labels = Object.freeze({ named: new Map(), others: 'sometimes' });

/** What is known of one label. */
export function labelIn({ named, others }: Labels, name: string): Label {
  return named.get(name) ?? (others === 'never' ? NEVER : SOMETIMES);
}

/** The labels that a series of the result can carry, sorted; those that are not named cannot be listed. */
export function namesIn({ named }: Labels): readonly string[] {
  return [...named].flatMap(([name, { presence }]) => (presence === 'never' ? [] : [name])).sort();
}

/** Only these labels are left. */
export function only(of: Labels, names: readonly string[]): Labels {
  return { named: new Map(names.map((name) => [name, labelIn(of, name)])), others: 'never' };
}

/** These labels are gone. */
export function without({ named, others }: Labels, names: readonly string[]): Labels {
  const left = new Map(named);
  for (const name of names) left.set(name, NEVER);
  return { named: left, others };
}

/** These labels are there, or there now. */
export function withLabels({ named, others }: Labels, added: Iterable<readonly [string, Label]>): Labels {
  return { named: new Map([...named, ...added]), others };
}

/** The labels of `a or b`. */
export function either(a: Labels, b: Labels): Labels {
  const names = new Set([...a.named.keys(), ...b.named.keys()]);
  const named = new Map([...names].map((name) => [name, common(labelIn(a, name), labelIn(b, name))]));
  return { named, others: a.others === 'never' ? b.others : a.others };
}

function common(a: Label, b: Label): Label {
  const presence = a.presence === b.presence ? a.presence : 'sometimes';
  return a.value !== undefined && a.value === b.value ? { presence, value: a.value } : { presence };
}
