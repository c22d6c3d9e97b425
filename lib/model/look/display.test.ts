import { describe, expect, test } from 'vitest';
import { query, words } from '../../../test/support/grafana-panels.ts';
import { type Text, text } from '../text.ts';
import { queryName } from './display.ts';

const service = { hole: 'label', label: 'service' } as const;

describe('queryName()', () => {
  test.each<[Text, string]>([
    [text`Stored`, 'Stored'],
    [text`${service}`, 'Votes waiting'],
    [{ pieces: [] }, 'Votes waiting'],
  ])('%#: names a line', (legend, expected) => {
    expect(queryName(query('a', { legend, signal: words() }))).toBe(expected);
  });
});
