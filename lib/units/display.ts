/**
 * Which of Grafana's display units may show a unit of ours. The first of a list is the default.
 *
 * Only units of the same scale are allowed: Grafana's `percent` shows 0.5 as 0.5 %, its `ms` shows a second as a
 * millisecond, so neither may show a ratio or seconds.
 * A `suffix:` stands behind the number as it is; Grafana puts a space between the two itself.
 * Source: Grafana's value format categories, packages/grafana-data/src/valueFormats/categories.ts.
 */
import type { Unit } from './unit.ts';

/** Display units by dimension. A point in time is multiplied by 1000 where it is shown: Grafana's dates take ms. */
const BY_DIMENSION = {
  seconds: ['s', 'dtdurations', 'clocks'],
  milliseconds: ['ms', 'dtdurationms', 'clockms'],
  microseconds: ['µs'],
  nanoseconds: ['ns'],
  bytes: ['bytes', 'decbytes'],
  ratio: ['percentunit', 'none', 'suffix:x'],
  percent: ['percent'],
  cores: ['suffix:cores', 'none', 'short'],
  timestamp: ['dateTimeFromNow', 'dateTimeAsIso', 'dateTimeAsLocal'],
  state: ['none'],
  celsius: ['celsius'],
  hertz: ['hertz'],
  volts: ['volt'],
  amperes: ['amp'],
  joules: ['joule'],
} as const;

const PER_SECOND = {
  bytes: ['binBps', 'Bps'],
  requests: ['reqps'],
  operations: ['ops'],
  packets: ['pps'],
  rows: ['rowsps'],
  commands: ['ops'],
  transactions: ['suffix:tx/s'],
} as const;

type Dimensions = typeof BY_DIMENSION;
type Rates = typeof PER_SECOND;

/** The Grafana display units that may show `U`. */
export type DisplayUnit<U extends Unit> = U['per'] extends 'second'
  ? U['of'] extends keyof Rates
    ? Rates[U['of']][number]
    : `suffix:${U['of']}/s` | 'none' | 'short'
  : U['of'] extends keyof Dimensions
    ? Dimensions[U['of']][number]
    : `suffix:${U['of']}` | 'none' | 'short' | 'locale';

/**
 * The Grafana display units that may show `unit`, the default first.
 *
 * @example displayUnits(unit.perSecond('orders')) // ['suffix:orders/s', 'none', 'short']
 */
export function displayUnits(unit: Unit): readonly string[] {
  if (unit.per === 'second') {
    return PER_SECOND[unit.of as keyof Rates] ?? [`suffix:${unit.of}/s`, 'none', 'short'];
  }
  return BY_DIMENSION[unit.of as keyof Dimensions] ?? [`suffix:${unit.of}`, 'none', 'short', 'locale'];
}

/** The Grafana display unit that shows `unit` where nothing else was asked for. */
export function defaultDisplayUnit(unit: Unit): string {
  return displayUnits(unit)[0] ?? 'none';
}
