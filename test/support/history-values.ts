/**
 * How a recorded value came about: the values that a series had before the moment it was recorded at.
 *
 * Every series ends at its recorded value. All counters grow along one curve, scaled, so what was consistent in the
 * scrape is so at every moment: buckets stay cumulative, `+Inf` equals the count, hits never exceed requests, and the
 * rates differ as the recorded values do. Gauges dip by up to 2 % and never exceed what was recorded, together, so
 * that a part stays smaller than its whole. Two things are made up: a counter that was recorded as 0 counts to 1
 * within the history, else its rate would be 0 and ratios over it NaN; and a histogram that saw nothing sees one
 * observation of 1.
 */
import type { ScrapedSample } from './scrape-lines.ts';

/** Values from the oldest to the recorded one, as texts of the exposition format. */
export type Curve = (point: number) => string;

export interface ShapeOptions {
  /** How many points the history has. */
  readonly points: number;
  /**
   * Corrects what TYPE lines say of a metric: true for an untyped one that counts, false for a "counter" that holds
   * a date. undefined leaves the TYPE line in force. Histograms and summaries are not asked about.
   */
  readonly isCounter?: (name: string) => boolean | undefined;
}

/**
 * The function that gives each sample of one scrape its curve.
 *
 * @example shapes(samples, { points: 241 })(sample)(240) // the recorded value
 */
export function shapes(samples: readonly ScrapedSample[], options: ShapeOptions): (sample: ScrapedSample) => Curve {
  const grown = Array.from({ length: options.points }, (_, point) => growth(age(point, options.points)));
  const dipped = Array.from({ length: options.points }, (_, point) => dip(age(point, options.points)));
  const idle = new Set(samples.filter(isEmptyCount).map(groupOf));
  const at = (values: readonly number[], point: number): number => values[point] ?? 1;
  return (sample) => {
    if (!Number.isFinite(sample.value)) return constant(sample.value);
    if (countsUp(sample, options)) {
      const last = idle.has(groupOf(sample)) ? oneObservation(sample) : lastCount(sample);
      return (point) => String(last * at(grown, point));
    }
    if (isDate(sample.value)) return constant(sample.value);
    const round = Number.isInteger(sample.value) ? Math.round : (value: number) => value;
    return (point) => String(round(sample.value * at(dipped, point)));
  };
}

/** 1 at the oldest point, exactly 0 at the recorded one. */
function age(point: number, points: number): number {
  return points === 1 ? 0 : (points - 1 - point) / (points - 1);
}

/** From 0.1 to exactly 1. Its slope swings between 0.4 and 1.4 and so never turns. */
function growth(age: number): number {
  return 1 - 0.9 * age + 0.02 * Math.sin(8 * Math.PI * age);
}

/** Between 0.98 and exactly 1, four times over. */
function dip(age: number): number {
  return 1 - 0.01 * (1 - Math.cos(8 * Math.PI * age));
}

function constant(value: number): Curve {
  const text = String(value).replace('Infinity', 'Inf');
  return () => text;
}

function countsUp(sample: ScrapedSample, options: ShapeOptions): boolean {
  if (isDistribution(sample)) return sample.name !== sample.family;
  return options.isCounter?.(sample.name) ?? sample.kind === 'counter';
}

/** A bucket or sum of 0 is right where others were counted; a plain counter of 0 is not yet alive. */
function lastCount(sample: ScrapedSample): number {
  return sample.value === 0 && !isDistribution(sample) ? 1 : sample.value;
}

/** What a histogram or summary holds after a single observation of 1. */
function oneObservation(sample: ScrapedSample): number {
  const bound = sample.labels.get('le');
  return bound === undefined || Number(bound.replace('Inf', 'Infinity')) >= 1 ? 1 : 0;
}

function isDistribution({ kind }: ScrapedSample): boolean {
  return kind === 'histogram' || kind === 'summary';
}

function isEmptyCount(sample: ScrapedSample): boolean {
  return isDistribution(sample) && sample.name === `${sample.family}_count` && sample.value === 0;
}

/** The series of one histogram or summary: they differ only in name, `le` and `quantile`. */
function groupOf(sample: ScrapedSample): string {
  const labels = [...sample.labels].filter(([name]) => name !== 'le' && name !== 'quantile');
  return JSON.stringify([sample.family, labels.sort()]);
}

/** Seconds or milliseconds since 1970 that fall between 2020 and 2033: dipping would move them by months. */
function isDate(value: number): boolean {
  return [1, 1000].some((scale) => value >= 1.577e9 * scale && value < 2e9 * scale);
}
