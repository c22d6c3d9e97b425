/**
 * Operators between samples, and how samples of the two sides find each other.
 * Source: https://grafana.com/docs/loki/latest/query/#binary-operators
 */
import type { Matching } from '../../promql/node.ts';
import { CALCULATIONS, type Calculation } from '../../promql/precedence.ts';
import type { LogBinaryNode } from '../node.ts';
import type { Sample, Vector } from './aggregate.ts';
import { Unanswerable } from './answer.ts';
import { keptLabels, keyOf } from './series.ts';

/** A number alone, or samples. */
export type Value = number | Vector;

/** Operators of sets, and comparisons, are none of these. */
const ARITHMETIC: Readonly<Record<string, Calculation>> = CALCULATIONS;
const COMPARISON: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
};

/** Both sides joined. */
export function binary(node: LogBinaryNode, left: Value, right: Value): Value {
  const both = typeof left === 'number' ? undefined : left;
  const others = typeof right === 'number' ? undefined : right;
  if (both !== undefined && others !== undefined) return vectors(node, both, others);
  if (typeof left === 'number' && typeof right === 'number') return result({ ...node, bool: true }, left, right) ?? 0;
  const samples = both ?? others ?? [];
  return samples.flatMap(({ labels, value }) => {
    const [a, b] = typeof left === 'number' ? [left, value] : [value, right as number];
    const made = result(node, a, b);
    // A comparison keeps the sample, on whichever side it stands.
    const isKept = Object.hasOwn(COMPARISON, node.operator) && !node.bool;
    return made === undefined ? [] : [{ labels, value: isKept ? value : made }];
  });
}

/** A number, or nothing where a comparison does not hold. */
function result(
  { operator, bool }: Pick<LogBinaryNode, 'operator' | 'bool'>,
  a: number,
  b: number,
): number | undefined {
  const compare = COMPARISON[operator];
  if (compare === undefined) return ARITHMETIC[operator]?.(a, b);
  if (bool) return Number(compare(a, b));
  return compare(a, b) ? a : undefined;
}

function vectors(node: LogBinaryNode, left: Vector, right: Vector): Vector {
  switch (node.operator) {
    case 'and':
      return kept(node.matching, left, right, { where: 'there' });
    case 'unless':
      return kept(node.matching, left, right, { where: 'missing' });
    case 'or':
      return [...left, ...kept(node.matching, right, left, { where: 'missing' })];
    default:
      return node.matching?.group?.side === 'right' ? joined(node, right, left) : joined(node, left, right);
  }
}

/** The labels by which samples of both sides find each other, as text. */
function signature({ labels }: Sample, matching: Matching | undefined): string {
  return keyOf(shared(labels, matching));
}

function shared(labels: ReadonlyMap<string, string>, matching: Matching | undefined): ReadonlyMap<string, string> {
  if (matching === undefined) return labels;
  return keptLabels(labels, { kind: matching.kind === 'on' ? 'by' : 'without', labels: matching.labels });
}

function kept(
  matching: Matching | undefined,
  samples: Vector,
  others: Vector,
  { where }: { readonly where: 'there' | 'missing' },
): Vector {
  const known = new Set(others.map((sample) => signature(sample, matching)));
  return samples.filter((sample) => known.has(signature(sample, matching)) === (where === 'there'));
}

/** `many` may be many to one of `ones`, where a group says so. */
function joined(node: LogBinaryNode, many: Vector, ones: Vector): Vector {
  const { matching } = node;
  const byKey = new Map<string, Sample>();
  for (const one of ones) {
    const key = signature(one, matching);
    if (byKey.has(key)) throw ambiguous(node, 'one');
    byKey.set(key, one);
  }
  const seen = new Set<string>();
  return many.flatMap((sample) => {
    const key = signature(sample, matching);
    const one = byKey.get(key);
    if (one === undefined) return [];
    if (matching?.group === undefined && seen.has(key)) throw ambiguous(node, 'many');
    seen.add(key);
    const [a, b] = matching?.group?.side === 'right' ? [one.value, sample.value] : [sample.value, one.value];
    const value = result(node, a, b);
    return value === undefined ? [] : [{ labels: resultLabels(sample, one, matching), value }];
  });
}

function resultLabels(sample: Sample, one: Sample, matching: Matching | undefined): ReadonlyMap<string, string> {
  if (matching?.group === undefined) return shared(sample.labels, matching);
  if (matching.group.include.length === 0) return sample.labels;
  const labels = new Map(sample.labels);
  for (const name of matching.group.include) {
    const value = one.labels.get(name) ?? '';
    if (value === '') labels.delete(name);
    else labels.set(name, value);
  }
  return labels;
}

function ambiguous({ operator, matching }: LogBinaryNode, side: 'one' | 'many'): Unanswerable {
  const by = matching === undefined ? 'all labels' : `${matching.kind} (${matching.labels.join(', ')})`;
  return new Unanswerable({
    found: `several samples that \`${operator}\` could take for one, matched by ${by}`,
    allowed: side === 'one' ? 'one sample on the side that is one' : 'one sample on each side, or group_left()',
    remedy: 'match by more labels, aggregate one side, or say which side has many: group_left(), group_right()',
  });
}
