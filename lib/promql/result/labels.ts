/**
 * What is known of the labels of a result when a query runs. The types know which labels there are; this also knows
 * which values are always the same, so that `pg_up + redis_up` is found out: their job is never equal.
 */
import type { Matcher } from '../node.ts';

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
export const SOMETIMES: Label = Object.freeze({ presence: 'sometimes' });
export const ALWAYS: Label = Object.freeze({ presence: 'always' });

/** A vector without labels. */
export const NO_LABELS: Labels = Object.freeze({ named: new Map(), others: 'never' });
/** A vector of which nothing is known. */
export const ANY_LABELS: Labels = Object.freeze({ named: new Map(), others: 'sometimes' });

/** A vector whose series all carry these labels, and no others. */
export function exactly(names: readonly string[]): Labels {
  return { named: new Map(names.map((name) => [name, ALWAYS])), others: 'never' };
}

/** What is known of one label. */
export function labelIn({ named, others }: Labels, name: string): Label {
  return named.get(name) ?? (others === 'never' ? NEVER : SOMETIMES);
}

/** The labels that a series of the result can carry, sorted; those that are not named cannot be listed. */
export function namesIn({ named }: Labels): readonly string[] {
  const names: string[] = [];
  for (const [name, { presence }] of named) if (presence !== 'never') names.push(name);
  return names.sort();
}

/** The labels that every series of the result carries. */
export function certainIn({ named }: Labels): readonly string[] {
  return [...named].flatMap(([name, { presence }]) => (presence === 'always' ? [name] : []));
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
  const all = new Map(named);
  for (const [name, label] of added) all.set(name, label);
  return { named: all, others };
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

/** What matchers say of the labels: `a="x"` pins a value, `a=""` rules the label out. */
export function matched(labels: Labels, matchers: readonly Matcher[]): Labels {
  return matchers.reduce(narrowed, labels);
}

function narrowed(labels: Labels, { label, operator, value }: Matcher): Labels {
  if (typeof value !== 'string' || label === '__name__') return labels;
  if (operator === '=') {
    return value === '' ? without(labels, [label]) : withLabels(labels, [[label, { presence: 'always', value }]]);
  }
  const isThere = operator === '!=' && value === '' && labels.named.get(label)?.presence !== 'always';
  return isThere ? withLabels(labels, [[label, ALWAYS]]) : labels;
}
