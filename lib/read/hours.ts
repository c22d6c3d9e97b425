/**
 * Hours by their names, as Alertmanager reads them: spans of which one is enough, each with conditions that all have to
 * be fulfilled.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#time_interval-0
 */
import { type Fields, isFields, listOf, objectsOf, stableText, textOf } from './value.ts';

/** From the one to the other, both included. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** A span of hours. Of what it does not say, all is in it. */
export interface SpanRecord {
  /** Minutes since midnight. */
  readonly times?: readonly Bounds[];
  /** From 0, which is Sunday. */
  readonly weekdays?: readonly Bounds[];
  /** From 1; -1 is the last one of its month. */
  readonly days?: readonly Bounds[];
  /** From 1. */
  readonly months?: readonly Bounds[];
  readonly years?: readonly Bounds[];
  /** Where clocks show it: `Europe/Berlin`. */
  readonly location: string;
}

export interface HoursRecord {
  /** All that it says, as JSON. */
  readonly text: string;
  /** Not there where Alertmanager would not take them. */
  readonly spans?: readonly SpanRecord[];
}

/** What stands below `time_intervals` of one name. */
export function hoursRecord(value: unknown): HoursRecord {
  const spans = objectsOf(value).map(spanRecord);
  const isWhole = spans.every((each) => each !== undefined);
  return Object.freeze({ text: stableText(value), ...(isWhole && { spans: Object.freeze(spans) }) });
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const dayOfWeek = (text: string): number => (WEEKDAYS.includes(text) ? WEEKDAYS.indexOf(text) : Number.NaN);
const monthOf = (text: string): number => (MONTHS.includes(text) ? MONTHS.indexOf(text) + 1 : Number(text));

/** Each condition: what Alertmanager calls it, and how it is read. */
const CONDITIONS = [
  ['times', 'times', timesOf],
  ['weekdays', 'weekdays', (each: unknown) => boundsOf(each, dayOfWeek)],
  ['days', 'days_of_month', (each: unknown) => boundsOf(each, Number)],
  ['months', 'months', (each: unknown) => boundsOf(each, monthOf)],
  ['years', 'years', (each: unknown) => boundsOf(each, Number)],
] as const;

function spanRecord(value: Fields): SpanRecord | undefined {
  const conditions: [string, readonly Bounds[]][] = [];
  for (const [name, key, read] of CONDITIONS) {
    if (value[key] === undefined || value[key] === null) continue;
    const bounds = listOf(value[key]).map(read);
    if (!bounds.every((each) => each !== undefined)) return undefined;
    conditions.push([name, Object.freeze(bounds)]);
  }
  return Object.freeze({ ...Object.fromEntries(conditions), location: textOf(value.location) ?? 'UTC' });
}

/** `monday:friday`, `1`, or, as the Prometheus operator has days, `{ start: 1, end: 7 }`. */
function boundsOf(value: unknown, read: (text: string) => number): Bounds | undefined {
  const parts = isFields(value) ? [value.start, value.end ?? value.start] : (textOf(value) ?? '').split(':');
  const [from, to = from] = parts.map((each) => read((textOf(each) ?? 'nothing').trim().toLowerCase()));
  return from === undefined || to === undefined || parts.length > 2 ? undefined : bounds(from, to);
}

function bounds(from: number, to: number): Bounds | undefined {
  return Number.isInteger(from) && Number.isInteger(to) ? Object.freeze({ from, to }) : undefined;
}

/** The end of a time is not in it. */
function timesOf(value: unknown): Bounds | undefined {
  if (!isFields(value)) return undefined;
  const [from, to] = [value.start_time, value.end_time].map(minuteOf);
  return from === undefined || to === undefined ? undefined : bounds(from, to - 1);
}

function minuteOf(value: unknown): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(textOf(value) ?? '') ?? [];
  return 60 * Number(hours) + Number(minutes);
}
