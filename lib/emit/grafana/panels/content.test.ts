/** Panels that show alike have one content, and no two that differ in anything that is shown. */
import { expect, test } from 'vitest';
import { panel, query } from '../../../../test/support/grafana-panels.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import { bytes, ratio } from '../../../units/unit.ts';
import { panelContent } from './content.ts';

const usual = panel('timeseries', {}, { unit: ratio, queries: [query('a', { unit: ratio })] });

test.each<[string, Partial<ResolvedPanel>]>([
  ['name and words', { id: 7, key: 'other', title: 'Other', description: 'Other.', ownDescription: 'Other.' }],
  ['place', { grid: { x: 3, y: 4, w: 5, h: 6 } }],
  ['links', { links: [{ title: 'There', to: { url: 'https://there.example' } }] }],
  ['options, equal ones', { options: {} }],
])('another %s: the same content', (_, change) => {
  expect(panelContent({ ...usual, ...change })).toBe(panelContent(usual));
});

const [only] = usual.queries;
if (only === undefined) throw new Error('the panel has a query');

test.each<[string, Partial<ResolvedPanel>, path: string, expected: unknown]>([
  ['kind', { kind: 'stat' }, 'options.wideLayout', true],
  ['option', { options: { fill: 30 } }, 'fieldConfig.defaults.custom.fillOpacity', 30],
  ['unit', { unit: bytes }, 'fieldConfig.defaults.unit', 'bytes'],
  ['display unit', { display: 'percent' }, 'fieldConfig.defaults.unit', 'percent'],
  ['number of decimals', { decimals: 3 }, 'fieldConfig.defaults.decimals', 3],
  [
    'threshold',
    { thresholds: { direction: 'from', at: { warning: 0.5, critical: 0.9 } } },
    'fieldConfig.defaults.custom.thresholdsStyle.mode',
    'dashed',
  ],
  ['text of a value', { mappings: [{ of: 0, text: 'None' }] }, 'fieldConfig.defaults.mappings.0.type', 'value'],
  [
    'exception',
    { overrides: [{ query: 'a', fill: 40 }] },
    'fieldConfig.overrides.0.properties.0.id',
    'custom.fillOpacity',
  ],
  ['transformation', { transformations: [{ kind: 'merge' }] }, 'transformations.0.id', 'merge'],
  ['label', { queries: [{ ...only, labels: ['service'] }] }, 'options.legend.showLegend', true],
  ['unit of a query', { queries: [{ ...only, unit: bytes }] }, 'fieldConfig.overrides.0.properties.0.value', 'bytes'],
  [
    'signal',
    { queries: [{ ...only, signal: { ...only.signal, emptyText: 'None yet' } }] },
    'fieldConfig.defaults.noValue',
    'None yet',
  ],
])('another %s: another content', (_, change, path, expected) => {
  panelContent(usual);
  expect(panelContent({ ...usual, ...change })).toHaveProperty(path, expected);
  expect(panelContent(usual)).not.toHaveProperty(path, expected);
});

const another = (index: number): ResolvedPanel => ({
  ...usual,
  queries: [{ ...only, signal: { ...only.signal, id: `another-${index}` } }],
});

test.each([
  ['of a signal', 20, (index: number) => ({ ...usual, options: { fill: index / 4 } })],
  ['of all signals', 2000, another],
])('forgets contents when there are too many %s', (_, most, other) => {
  const first = panelContent(usual);
  for (let index = 0; index < most; index += 1) panelContent(other(index));
  expect(panelContent(usual)).not.toBe(first);
  expect(panelContent(usual)).toEqual(first);
});
