/**
 * Whether an exposition is there to its end. A connection that breaks off between two lines leaves a text in which every
 * line is right; the last family then lacks what each of its kind has.
 */
import type { Family, Sample } from './family.ts';

/**
 * What the last family of an exposition still lacks, or undefined when nothing is missing.
 *
 * @example missingFrom(family) // "'http_duration_seconds_count'"
 */
export function missingFrom({ name, kind, samples }: Family): string | undefined {
  if (kind !== 'histogram' && kind !== 'summary') return undefined;
  const last = samples.at(-1);
  if (last === undefined) return undefined;
  const group = samples.filter((sample) => groupKey(sample) === groupKey(last));
  const has = (suffix: string): boolean => group.some((sample) => sample.name === `${name}${suffix}`);
  if (kind === 'histogram' && has('_bucket') && !group.some(isInfinite)) return `'${name}_bucket{le="+Inf"}'`;
  const absent = ['_sum', '_count'].find((suffix) => !has(suffix));
  return absent === undefined ? undefined : `'${name}${absent}'`;
}

function isInfinite({ labels }: Sample): boolean {
  return labels.get('le') === '+Inf';
}

/** The labels that the buckets, quantiles, sum and count of one series have in common. */
function groupKey({ labels }: Sample): string {
  const shared = [...labels].filter(([label]) => label !== 'le' && label !== 'quantile');
  return JSON.stringify(shared.sort());
}
