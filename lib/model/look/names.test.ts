import { describe, expect, test } from 'vitest';
import { panel, query, words } from '../../../test/support/grafana-panels.ts';
import { type Text, text } from '../text.ts';
import { hasOneLine, lineName } from './names.ts';

const service = { hole: 'label', label: 'service' } as const;

describe('lineName()', () => {
  test.each<[Text, string]>([
    [text`Stored`, 'Stored'],
    [text`${service}`, 'Votes waiting'],
    [{ pieces: [] }, 'Votes waiting'],
  ])('%#: names a line', (legend, expected) => {
    expect(lineName(query('a', { legend, signal: words() }))).toBe(expected);
  });
});

describe('hasOneLine()', () => {
  test.each([
    [[query('a')], true],
    [[query('a', { labels: ['service'] })], false],
    [[query('a'), query('b')], false],
    [[], false],
  ])('%#: tells whether the title says what the line is', (queries, expected) => {
    expect(hasOneLine(panel('timeseries', {}, { queries }))).toBe(expected);
  });
});
