/** Texts and colours of values; those of states are held to what Grafana's own formatter answers. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { panel, query, words } from '../../../test/support/grafana-panels.ts';
import { regions } from '../../model/look/levels.ts';
import { type Field, queryField } from '../../model/look/look.ts';
import { bytes, ratio, state, timestamp } from '../../units/unit.ts';
import { themes } from '../theme.ts';
import { colourAt, shown, shownText } from './shown.ts';

interface Recorded {
  readonly mapped: readonly { readonly value: number | null | 'NaN'; readonly text: string; readonly color: string }[];
}

const { mapped }: Recorded = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/grafana-formatted.json', import.meta.url), 'utf8'),
);

/** As the fixture's field is. */
const field: Field = {
  display: 'none',
  names: [
    { of: 0, text: 'Down', colour: 'red' },
    { of: 1, text: 'Up', colour: 'green' },
    { of: { from: 2, to: 5 }, text: 'Busy', colour: 'orange' },
    { of: 'null', text: 'Nobody knows' },
    { of: 'NaN', text: 'Not a number' },
  ],
  steps: [
    { from: -Infinity, colour: 'green' },
    { from: 10, colour: 'orange' },
    { from: 20, colour: 'red' },
  ],
  factor: 1,
  empty: { text: 'No data', colour: 'text' },
};

describe.each(mapped)('$value', ({ value, text, color }) => {
  test(`is ${text}`, () => {
    const found = shown(value === 'NaN' ? Number.NaN : value, field);
    expect(found.text + found.suffix).toBe(text);
    expect(themes.dark.named[found.colour]).toBe(color);
  });
});

const limited = { direction: 'from', at: { warning: 0.5, critical: 0.9 } } as const;

describe.each([
  { title: 'its unit', of: { unit: ratio }, value: 0.123, text: '12.3%', colour: 'text' },
  { title: 'its decimals', of: { unit: ratio, decimals: 2 }, value: 0.123, text: '12.30%', colour: 'text' },
  { title: 'its thresholds', of: { unit: ratio, thresholds: limited }, value: 0.7, text: '70%', colour: 'orange' },
  { title: 'nothing', of: { unit: ratio }, value: null, text: 'No data', colour: 'text' },
  { title: 'no number', of: { unit: ratio }, value: Number.NaN, text: 'No data', colour: 'text' },
  { title: 'a state', of: { unit: state({ 0: 'Down', 1: 'Up' }) }, value: 0, text: 'Down', colour: 'red' },
  {
    title: 'a state of many',
    of: { unit: state({ 0: 'Idle', 1: 'Busy', 2: 'Full' }) },
    value: 1,
    text: 'Busy',
    colour: 'purple',
  },
  { title: 'another display', of: { unit: bytes, display: 'decbytes' }, value: 1500, text: '1.50 kB', colour: 'text' },
  {
    title: 'a date',
    of: { unit: timestamp, display: 'dateTimeAsIso' },
    value: 86_400,
    text: '1970-01-02 00:00:00',
    colour: 'text',
  },
])('a stat shows $title', ({ of, value, text, colour }) => {
  test(text, () => {
    const { unit, ...rest } = of;
    const thresholds = 'thresholds' in of ? { thresholds: of.thresholds } : {};
    const line = query('line', { unit, signal: words({ unit, ...thresholds }) });
    const found = queryField(panel('stat', {}, { ...rest, unit, queries: [line] }), line);
    expect(shownText(value, found)).toBe(text);
    expect(shown(value, found).colour).toBe(colour);
  });
});

const stepsAbove = regions({ direction: 'from', at: { warning: 100, critical: 1000 } });
const stepsBelow = regions({ direction: 'below', at: { warning: 0.25, critical: 0 } });

test.each([
  { value: 50, of: stepsAbove, colour: 'green' },
  { value: 100, of: stepsAbove, colour: 'orange' },
  { value: 101, of: stepsAbove, colour: 'orange' },
  { value: 2000, of: stepsAbove, colour: 'red' },
  { value: 0.3, of: stepsBelow, colour: 'green' },
  { value: 0.25, of: stepsBelow, colour: 'green' },
  { value: 0.1, of: stepsBelow, colour: 'orange' },
  { value: -1, of: stepsBelow, colour: 'red' },
  { value: 0, of: [], colour: 'transparent' },
])('$value is $colour', ({ value, of, colour }) => {
  expect(colourAt(of, value)).toBe(colour);
});
