/** A small dashboard as a picture, byte for byte, and what holds for any dashboard. */
import { describe, expect, test } from 'vitest';
import { dashboard, panel, query, row, words } from '../../test/support/grafana-panels.ts';
import { shop } from '../../test/support/shop.ts';
import { elements, textOf } from '../../test/support/svg.ts';
import type { ResolvedDashboard } from '../model/resolved.ts';
import { text } from '../model/text.ts';
import { state } from '../units/unit.ts';
import { dashboardPicture, foldedPicture } from './dashboard.ts';

const upOrDown = state({ 0: 'Down', 1: 'Up' });
const up = query('up', {
  unit: upOrDown,
  labels: ['service'],
  legend: text`${{ hole: 'label', label: 'service' }}`,
  signal: words({ id: 'up', unit: upOrDown }),
});

const services = panel(
  'stat',
  { colour: 'background' },
  { id: 11, title: 'Services', queries: [up], unit: upOrDown, grid: { x: 0, y: 1, w: 8, h: 4 } },
);
const waiting = panel('timeseries', { min: 0 }, { id: 12, title: 'Votes waiting', grid: { x: 8, y: 1, w: 16, h: 4 } });
const hidden = panel('text', { markdown: 'Hidden' }, { id: 13, title: 'Notes', grid: { x: 0, y: 7, w: 24, h: 4 } });

const small = dashboard(
  [row([services, waiting]), row([hidden], { title: 'Notes', id: 1001, y: 5, collapsed: true })],
  {
    title: 'Small',
    links: [{ title: 'System', to: { dashboard: 'system' } }],
  },
);

test('the picture of a small dashboard', async () => {
  await expect(dashboardPicture(small)).toMatchFileSnapshot('__snapshots__/small.svg');
});

test('the same in light', async () => {
  await expect(dashboardPicture(small, { theme: 'light' })).toMatchFileSnapshot('__snapshots__/small-light.svg');
});

/** The texts of a picture, those of another look on the same line apart. */
const texts = (svg: string): readonly string[] =>
  elements(svg)
    .filter(({ name }) => name === 'text')
    .flatMap(({ content }) => content.map((part) => (typeof part === 'string' ? part : textOf(part))));

test('a row that opens collapsed is its title and how much it hides', () => {
  const found = texts(dashboardPicture(small));
  expect(found).toEqual(expect.arrayContaining(['Notes', '(1 panel)']));
  expect(found).not.toContain('Hidden');
});

test('what folded rows hide has a picture of its own, opened from the top', () => {
  const svg = foldedPicture(small) ?? '';
  expect(texts(svg)).toEqual(['Small', 'rows that open folded, sample data', 'Notes', 'Notes', 'Hidden']);
  const views = elements(svg).filter(({ name }) => name === 'view');
  expect(views.map(({ attributes }) => attributes)).toEqual([{ id: 'view-13', viewBox: '16 92 1248 144' }]);
  expect(foldedPicture(small, { theme: 'light' })).toContain('fill="#fbfbfb"');
  expect(foldedPicture({ ...small, rows: small.rows.slice(0, 1) })).toBeUndefined();
});

test('each panel is a group with its id, and a view of its place beside it', () => {
  const found = elements(dashboardPicture(small));
  expect(found.flatMap(({ name, attributes }) => (name === 'g' ? (attributes.id ?? []) : []))).toEqual([
    'panel-11',
    'panel-12',
  ]);
  expect(found.filter(({ name }) => name === 'view').map(({ attributes }) => attributes)).toEqual([
    { id: 'view-11', viewBox: '16 130 411 144' },
    { id: 'view-12', viewBox: '435 130 829 144' },
  ]);
});

describe.each<{ title: string; of: Partial<ResolvedDashboard>; shown: readonly string[] }>([
  { title: 'its time range', of: { from: 'now-6h' }, shown: ['Last 6 hours', '30s', '06:00'] },
  { title: 'an odd range', of: { from: 'now-1d/d', to: 'now/d' }, shown: ['now-1d/d to now/d'] },
  { title: 'its links', of: {}, shown: ['↗ System'] },
  { title: 'that nothing was measured', of: {}, shown: ['sample data'] },
  {
    title: 'its variables',
    of: {
      variables: [
        {
          kind: 'custom',
          name: 'env',
          label: 'Environment',
          several: false,
          values: [{ value: 'prod', text: 'Production' }],
        },
        { kind: 'custom', name: 'zone', label: '', several: true, values: [] },
        { kind: 'interval', name: 'window', label: 'Window', values: ['5m', '1h'] },
        { kind: 'text', name: 'find', label: 'Find', value: 'vote' },
        { kind: 'ad hoc', name: 'filters', label: 'Filters' },
      ],
    },
    shown: ['Environment', 'Production', 'zone', 'All', 'Window', '5m', 'Find', 'vote', 'Filters', 'any'],
  },
])('a dashboard shows $title', ({ of, shown }) => {
  test(shown.join(', '), () => {
    expect(texts(dashboardPicture({ ...small, ...of }))).toEqual(expect.arrayContaining([...shown]));
  });
});

test('controls that have no room are left out, and hide no link', () => {
  const variables = Array.from({ length: 30 }, (_, index) => {
    return { kind: 'text', name: `v${index}`, label: `Variable ${index}`, value: 'x' } as const;
  });
  const found = texts(dashboardPicture({ ...small, variables }));
  expect(found).toContain('↗ System');
  expect(found).toContain('Variable 0');
  expect(found).not.toContain('Variable 29');
});

test('annotations have no switch, since nothing marks their events', () => {
  const annotation = { name: 'Restarts', node: up.node, title: '', labels: [], colour: 'blue' } as const;
  expect(texts(dashboardPicture({ ...small, annotations: [annotation] }))).not.toContain('Restarts');
});

test('scrape jobs know the values of labels', () => {
  const model = shop();
  const [first] = model.dashboards;
  const withJobs = first === undefined ? '' : dashboardPicture(first, { jobs: model.jobs });
  expect(texts(withJobs)).toEqual(expect.arrayContaining(['Orders', 'Queue']));
});

describe('panels of one id that were drawn before', () => {
  const jobs: readonly [] = [];
  const again = (change: Partial<ResolvedDashboard>, theme: 'dark' | 'light' = 'dark') => {
    const changed = { ...small, ...change };
    dashboardPicture(small, { jobs });
    return [dashboardPicture(changed, { jobs, theme }), dashboardPicture(changed, { theme })] as const;
  };
  const withPanel = (change: object): Partial<ResolvedDashboard> => ({
    rows: [row([services, { ...waiting, ...change }])],
  });

  test.each([
    ['in another theme', {}, 'light'],
    ['over another time', { from: 'now-6h' }, 'dark'],
    ['in another size', withPanel({ grid: { x: 8, y: 1, w: 12, h: 6 } }), 'dark'],
    ['with another title', withPanel({ title: 'Votes that wait' }), 'dark'],
    ['with another query', withPanel({ queries: [up] }), 'dark'],
    ['with another option', withPanel({ options: { min: 10 } }), 'dark'],
  ] as const)('are drawn anew %s', (_, change, theme) => {
    const [afterwards, alone] = again(change, theme);
    expect(afterwards).toBe(alone);
    expect(afterwards).not.toBe(dashboardPicture(small, { jobs }));
  });

  test('stand where they stand now', () => {
    const moved = withPanel({ grid: { x: 8, y: 3, w: 16, h: 4 } });
    const [afterwards, alone] = again(moved);
    expect(afterwards).toBe(alone);
  });
});
