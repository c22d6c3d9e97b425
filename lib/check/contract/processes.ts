/**
 * Counters that jump: an address behind which several processes answer in turn, each with counts of its own, as gunicorn's
 * workers do without multiprocess mode. rate() takes each step down for a restart and invents the rest.
 */
import type { Sample } from '../../catalogue/exposition/family.ts';
import type { Reading } from '../../catalogue/reading/reading.ts';

/** A series that went down and came back. */
export interface Jump {
  readonly series: string;
  readonly values: readonly number[];
}

/** What only grows as long as a process lives. */
const GROWS: Readonly<Record<string, (sample: Sample, family: string) => boolean>> = {
  counter: ({ name }) => !name.endsWith('_created'),
  histogram: ({ name }, family) => name !== `${family}_sum` && name !== `${family}_created`,
};

/**
 * The series of one address that went down from one reading to the next and up again: a restart goes down once and stays
 * there, processes in turn come back to what they had.
 *
 * @example jumps([]) // []
 */
export function jumps(readings: readonly Reading[]): readonly Jump[] {
  const values = new Map<string, number[]>();
  for (const { families } of readings) {
    for (const { name, kind, samples } of families) {
      const grows = GROWS[kind];
      if (grows === undefined) continue;
      for (const sample of samples) {
        if (grows(sample, name)) push(values, seriesText(sample), sample.value);
      }
    }
  }
  return [...values].flatMap(([series, seen]) => (comesBack(seen) ? [{ series, values: seen }] : []));
}

function push(values: Map<string, number[]>, series: string, value: number): void {
  const seen = values.get(series);
  if (seen === undefined) values.set(series, [value]);
  else seen.push(value);
}

/** Down, and later at least as high as before: or down more than once. */
function comesBack(values: readonly number[]): boolean {
  const falls = values.flatMap((value, index) => (value < (values[index - 1] ?? value) ? [index] : []));
  const [first] = falls;
  if (first === undefined) return false;
  const before = values[first - 1] ?? 0;
  return falls.length > 1 || values.slice(first + 1).some((value) => value >= before);
}

function seriesText({ name, labels }: Sample): string {
  const pairs = [...labels].sort().map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}
