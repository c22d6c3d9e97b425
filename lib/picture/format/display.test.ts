/** Held to what Grafana's own formatter answers: test/fixtures/grafana-formatted.json says how it was recorded. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NOW } from '../../sample/time.ts';
import { displayUnits } from '../../units/display.ts';
import {
  amperes,
  bytes,
  celsius,
  cores,
  count,
  hertz,
  joules,
  microseconds,
  milliseconds,
  nanoseconds,
  percent,
  perSecond,
  ratio,
  seconds,
  state,
  timestamp,
  type Unit,
  volts,
} from '../../units/unit.ts';
import { formatter, tickText } from './display.ts';

interface Recorded {
  readonly now: number;
  readonly values: Readonly<Record<string, readonly number[]>>;
  readonly formats: readonly {
    readonly unit: string;
    readonly decimals?: number;
    readonly values: string;
    readonly texts: readonly string[];
  }[];
  readonly axis: readonly {
    readonly unit: string;
    readonly decimals?: number;
    readonly step: number;
    readonly ticks: readonly number[];
    readonly texts: readonly string[];
  }[];
}

const recorded: Recorded = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/grafana-formatted.json', import.meta.url), 'utf8'),
);

/** Both parts, as the fixture writes them. */
function split({ text, suffix }: { readonly text: string; readonly suffix?: string }): string {
  return suffix === undefined ? text : `${text}|${suffix}`;
}

test('the pictures are taken when the fixture was', () => {
  expect(recorded.now).toBe(NOW);
});

describe.each(recorded.formats)('$unit, decimals $decimals', ({ unit, decimals, values, texts }) => {
  test('is what Grafana writes', () => {
    const ours = (recorded.values[values] ?? []).map((value) => split(formatter(unit)(value, decimals)));
    expect(ours).toEqual(texts);
  });
});

describe.each(recorded.axis)('an axis of $unit in steps of $step, decimals $decimals', (axis) => {
  test('has the labels that Grafana gives it', () => {
    const { unit: display, decimals, step } = axis;
    const tick = { display, step, ...(decimals === undefined ? {} : { decimals }) };
    expect(axis.ticks.map((value) => tickText(value, tick))).toEqual(axis.texts);
  });
});

const UNITS: readonly Unit[] = [
  seconds,
  milliseconds,
  microseconds,
  nanoseconds,
  bytes,
  ratio,
  percent,
  cores,
  timestamp,
  state({ 0: 'Down', 1: 'Up' }),
  celsius,
  hertz,
  volts,
  amperes,
  joules,
  count('votes'),
  perSecond('votes'),
  perSecond('bytes'),
  perSecond('requests'),
  perSecond('operations'),
  perSecond('packets'),
];

test('every display unit that a unit of ours allows was recorded', () => {
  const known = new Set(recorded.formats.map(({ unit }) => unit));
  const missing = UNITS.flatMap((unit) => displayUnits(unit)).filter(
    (display) => !known.has(display) && !display.startsWith('suffix:'),
  );
  expect(missing).toEqual([]);
});
