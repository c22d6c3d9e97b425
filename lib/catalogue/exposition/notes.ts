/** What Prometheus takes without a word, and what is then missing at night: told of each family, once a kind of loss. */
import type { Family, Sample } from './family.ts';

type Judge = (family: Family) => string | undefined;

const JUDGES: Readonly<Partial<Record<Family['kind'], readonly Judge[]>>> = {
  histogram: [plainSeries, withoutBound, oddBound, withoutInfinity, withoutSums],
  summary: [withoutSums],
};

/** What is lost of a family, in sentences without their full stop. */
export function familyNotes(family: Family): readonly string[] {
  if (family.samples.length === 0) return [];
  return (JUDGES[family.kind] ?? []).flatMap((judge) => judge(family) ?? []);
}

function plainSeries({ name, samples }: Family): string | undefined {
  if (!samples.some((sample) => sample.name === name)) return undefined;
  return `'${name}' is typed as a histogram, and a series has that very name: no quantile can be asked of that`;
}

function withoutBound(family: Family): string | undefined {
  if (!bucketsOf(family).some(({ labels }) => (labels.get('le') ?? '') === '')) return undefined;
  return `a bucket of '${family.name}' has no label 'le': histogram_quantile() leaves it out`;
}

function oddBound(family: Family): string | undefined {
  const odd = bucketsOf(family)
    .map(({ labels }) => labels.get('le') ?? '')
    .find((le) => le !== '' && !isBound(le));
  return odd === undefined
    ? undefined
    : `a bucket of '${family.name}' has le="${odd}", which is no number: histogram_quantile() leaves it out`;
}

function isBound(le: string): boolean {
  return /^[+-]?inf(?:inity)?$/i.test(le) || (le.trim() === le && !Number.isNaN(Number(le)));
}

function withoutInfinity(family: Family): string | undefined {
  const buckets = bucketsOf(family);
  const whole = new Set(
    buckets.filter(({ labels }) => /^\+?inf(?:inity)?$/i.test(labels.get('le') ?? '')).map(groupKey),
  );
  if (buckets.every((bucket) => whole.has(groupKey(bucket)))) return undefined;
  return `a series of '${family.name}' has no bucket le="+Inf": its quantiles are NaN`;
}

/** Without them there is no mean, and of a histogram no rate. */
function withoutSums({ name, samples }: Family): string | undefined {
  const groups = new Set(
    samples.filter((sample) => sample.name !== name || sample.labels.has('quantile')).map(groupKey),
  );
  const lacking = ['_sum', '_count'].filter((suffix) => {
    const have = new Set(samples.filter((sample) => sample.name === `${name}${suffix}`).map(groupKey));
    return [...groups].some((group) => !have.has(group));
  });
  if (lacking.length === 0) return undefined;
  return `a series of '${name}' has no ${lacking.map((suffix) => `${name}${suffix}`).join(' and no ')}: it cannot be asked how often, or how long on average`;
}

function bucketsOf({ name, samples }: Family): readonly Sample[] {
  return samples.filter((sample) => sample.name === `${name}_bucket`);
}

/** The labels that the buckets, quantiles, sum and count of one series have in common. */
function groupKey({ labels }: Sample): string {
  const shared = [...labels].filter(([label, value]) => label !== 'le' && label !== 'quantile' && value !== '');
  return JSON.stringify(shared.sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
