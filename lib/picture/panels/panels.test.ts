/** What each kind of panel draws: its texts and colours, for values that the test gives. */
import { describe, expect, test } from 'vitest';
import { everyPanel, kinds } from '../../../test/support/every-option.ts';
import { dashboard, panel, query, row, words } from '../../../test/support/grafana-panels.ts';
import { elements, type SvgElement, textOf } from '../../../test/support/svg.ts';
import type { Thresholds } from '../../model/field.ts';
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import { text } from '../../model/text.ts';
import type { OptionsByKind, PanelKind } from '../../panels/kinds.ts';
import { count, ratio, seconds, state, type Unit } from '../../units/unit.ts';
import { dashboardPicture } from '../dashboard.ts';
import { themes } from '../theme.ts';

const { green, orange, red } = themes.dark.named;
const votes = count('votes');
const limits: Thresholds = { direction: 'from', at: { warning: 10, critical: 20 } };

interface Given {
  readonly unit?: Unit;
  readonly thresholds?: Thresholds;
  /** Where the values lie, and of which services. */
  readonly at?: number;
  readonly services?: readonly string[];
}

/** A line whose values all are the same. */
function line(key: string, { unit = votes, thresholds, at = 5, services }: Given = {}): ResolvedQuery {
  const sample = {
    between: [at, at],
    shape: 'steady',
    ...(services ? { labels: { service: services } } : {}),
  } as const;
  return query(key, {
    unit,
    labels: services ? ['service'] : [],
    legend: services ? text`${{ hole: 'label', label: 'service' }}` : { pieces: [key] },
    signal: words({ id: key, name: key, unit, sample, ...(thresholds ? { thresholds } : {}) }),
  });
}

/** What stands inside a panel. */
function inside<K extends PanelKind>(
  kind: K,
  options: OptionsByKind[K],
  of: Partial<ResolvedPanel<K>> = {},
): readonly SvgElement[] {
  const drawn = panel(kind, options, { id: 7, title: 'The panel', ...of });
  return elements(dashboardPicture(dashboard([row([drawn])]))).filter((each) => isWithin(each, 'panel-7'));
}

function isWithin({ parent }: SvgElement, id: string): boolean {
  return parent !== undefined && (parent.attributes.id === id || isWithin(parent, id));
}

const texts = (of: readonly SvgElement[]): readonly string[] => of.filter(({ name }) => name === 'text').map(textOf);
const painted = (of: readonly SvgElement[], colour: string | undefined): number =>
  of.filter(({ attributes }) => attributes.fill === colour || attributes.stroke === colour).length;

describe.each(kinds)('%s', (kind) => {
  test('has a drawing with every value of every option', () => {
    for (const each of everyPanel(kind)) {
      const found = inside(kind, each.options, { ...each, id: 7 } as Partial<ResolvedPanel<typeof kind>>);
      expect(found.length).toBeGreaterThan(1);
    }
  });

  test('has a drawing without a query', () => {
    const options = everyPanel(kind)[0]?.options;
    expect(texts(inside(kind, options as OptionsByKind[typeof kind], { queries: [] }))).toContain('The panel');
  });
});

describe('stat', () => {
  test.each([
    { at: 5, colour: green },
    { at: 15, colour: orange },
    { at: 25, colour: red },
  ])('$at in the colour of its level', ({ at, colour }) => {
    const found = inside('stat', {}, { queries: [line('now', { at, thresholds: limits })] });
    expect(texts(found)).toContain(`${at}votes`);
    expect(painted(found, colour)).toBe(1);
  });

  test('several values have their names, and one size', () => {
    const found = inside(
      'stat',
      {},
      { queries: [line('now', { at: 5, services: ['vote', 'result'] }), line('more', { at: 12_345 })] },
    );
    expect(texts(found)).toEqual(expect.arrayContaining(['vote', 'result', 'more', '5votes', '12345votes']));
    const sizes = found
      .filter((each) => each.name === 'text' && textOf(each).endsWith('votes'))
      .map(({ attributes }) => attributes['font-size']);
    expect(new Set(sizes.filter((size) => Number(size) > 20)).size).toBe(1);
  });

  test('only a name', () => {
    expect(texts(inside('stat', { show: 'name' }, { queries: [line('now')] }))).toContain('now');
  });

  test('a ground is a gradient of its level, with white on it', () => {
    const found = inside('stat', { colour: 'background' }, { queries: [line('now', { at: 25, thresholds: limits })] });
    const gradient = found.find(({ name }) => name === 'linearGradient');
    expect(painted(found, `url(#${gradient?.attributes.id})`)).toBe(1);
    expect(painted(found, '#fff')).toBe(1);
  });

  test('a sparkline where it is asked for', () => {
    const paths = (options: OptionsByKind['stat']): number =>
      inside('stat', options, { queries: [line('now')] }).filter(({ name }) => name === 'path').length;
    expect(paths({ sparkline: 'area' }) - paths({})).toBe(2);
  });

  test('a sparkline stands below the name and the number, and begins at 0', () => {
    const found = inside('stat', { sparkline: 'area' }, { queries: [line('now', { at: 8 })] });
    expect(texts(found)).toEqual(expect.arrayContaining(['now']));
  });
});

describe('timeseries', () => {
  const two = [line('a', { at: 5 }), line('b', { at: 8 })];

  test('axis, moments and legend', () => {
    const found = texts(inside('timeseries', { min: 0 }, { queries: two }));
    expect(found).toEqual(expect.arrayContaining(['0 votes', '8 votes', '11:30', 'a', 'b']));
  });

  test('thresholds are dashed lines where the axis reaches them', () => {
    const found = inside('timeseries', { max: 15 }, { queries: two, thresholds: limits });
    expect(
      found
        .filter(({ attributes }) => attributes['stroke-dasharray'] === '10 10')
        .map(({ attributes }) => attributes.stroke),
    ).toEqual([orange]);
  });

  test('one line alone has an area and no legend', () => {
    const found = inside('timeseries', {}, { queries: [line('a')] });
    expect(texts(found)).not.toContain('a');
    expect(found.some(({ attributes }) => attributes['fill-opacity'] === '0.1')).toBe(true);
  });

  test('stacked lines end at their sum', () => {
    expect(texts(inside('timeseries', { stack: 'normal', min: 0 }, { queries: two }))).toContain('10 votes');
    expect(texts(inside('timeseries', { stack: 'percent' }, { queries: two }))).toEqual(
      expect.arrayContaining(['0%', '100%']),
    );
  });

  test('a mirrored line is below zero', () => {
    const found = inside('timeseries', {}, { queries: two, overrides: [{ query: 'b', mirrored: true }] });
    expect(texts(found)).toEqual(expect.arrayContaining(['-10 votes', '5 votes']));
  });

  test('a line of another unit has an axis of its own at the right', () => {
    const other = line('c', { at: 0.05, unit: seconds });
    const found = inside(
      'timeseries',
      {},
      { queries: [...two, other], overrides: [{ query: 'c', axis: { side: 'right' } }] },
    );
    expect(texts(found)).toContain('100 ms');
  });

  test('a legend as a table', () => {
    const found = texts(inside('timeseries', { legendStyle: { calculations: ['mean', 'max'] } }, { queries: two }));
    expect(found).toEqual(expect.arrayContaining(['Name', 'Mean', 'Max', '8 votes']));
  });

  test('a line that the legend hides', () => {
    const found = texts(inside('timeseries', {}, { queries: two, overrides: [{ query: 'b', legend: 'hide' }] }));
    expect(found).toContain('a');
    expect(found).not.toContain('b');
  });
});

test('a gauge has its value, its level, and its thresholds around it', () => {
  const share = line('share', {
    at: 0.7,
    unit: ratio,
    thresholds: { direction: 'from', at: { warning: 0.5, critical: 0.9 } },
  });
  const found = inside('gauge', {}, { queries: [share], unit: ratio, thresholds: limits });
  expect(texts(found)).toContain('70%');
  expect(painted(found, orange)).toBe(3);
  expect([painted(found, green), painted(found, red)]).toEqual([1, 1]);
});

test('the bars of a bar gauge are as long as their values', () => {
  const found = inside(
    'bargauge',
    { max: 20 },
    { queries: [line('a', { at: 5, thresholds: limits }), line('b', { at: 15, thresholds: limits })] },
  );
  const widths = [green, orange].map(
    (fill) => found.find(({ attributes }) => attributes.fill === fill && attributes['fill-opacity'])?.attributes.width,
  );
  expect(Number(widths[1]) / Number(widths[0])).toBeCloseTo(3, 1);
});

test('a bar chart has a bar and a name for each series', () => {
  const found = inside('barchart', {}, { queries: [line('all', { services: ['vote', 'result'] })] });
  expect(texts(found)).toEqual(expect.arrayContaining(['vote', 'result', '5 votes']));
});

test('a table has a column for each label and line, and a row for each series', () => {
  const found = texts(
    inside(
      'table',
      { cells: 'coloured text' },
      { queries: [line('all', { services: ['vote', 'result'] }), line('sum')] },
    ),
  );
  expect(found).toEqual(['The panel', 'service', 'all', 'sum', 'result', '5 votes', 'vote', '5 votes', '5 votes']);
});

test('a cell that leads somewhere looks like a link, and a label has the colours of its values', () => {
  const columns = [
    { field: 'service', colours: { vote: 'red' }, link: { title: 'Runbook', before: '/' } },
    { field: 'now', title: 'Now' },
  ] as const;
  const found = inside('table', { columns }, { queries: [line('now', { services: ['vote', 'result'] })] });
  const fill = (text: string) => found.find((each) => textOf(each) === text)?.attributes.fill;
  expect([fill('vote'), fill('result')]).toEqual([themes.dark.named.red, themes.dark.link]);
});

test('a table that is reshaped says that it is not drawn so', () => {
  const found = inside('table', {}, { queries: [line('all')], transformations: [{ kind: 'labels to fields' }] });
  expect(texts(found)).toContain('before its transformations');
});

test('states are bands in their colours, with their names', () => {
  const up = line('up', { unit: state({ 0: 'Down', 1: 'Up' }), services: ['vote', 'result'] });
  const found = inside('state-timeline', { legendStyle: { show: 'list' } }, { queries: [up] });
  expect(texts(found)).toEqual(expect.arrayContaining(['vote', 'result', 'Up']));
  expect(painted(found, green)).toBe(2);
});

test('a heatmap names its buckets and says what its colours mean', () => {
  const found = texts(
    inside(
      'heatmap',
      { cellValue: 'observations/s' },
      { queries: [line('latency', { unit: seconds })], unit: seconds },
    ),
  );
  expect(found).toEqual(expect.arrayContaining(['+Inf', '5 ms', '0']));
  expect(found.some((each) => each.endsWith('observations/s'))).toBe(true);
});

test('a pie says how large its parts are', () => {
  const found = texts(inside('piechart', {}, { queries: [line('a', { at: 3 }), line('b', { at: 1 })] }));
  expect(found).toEqual(expect.arrayContaining(['a 3 votes 75%', 'b 1 votes 25%']));
});

test('a histogram counts values', () => {
  expect(texts(inside('histogram', { bucketSize: 1 }, { queries: [line('a', { at: 5 })] }))).toContain('5 votes');
});

test('names below bars are whole: where they have no room beside each other, every second one', () => {
  const services = Array.from({ length: 5 }, (_, index) => `a-service-with-a-long-name-${index}`);
  const found = texts(inside('barchart', {}, { queries: [line('all', { services })] }));
  const names = found.filter((each) => each.startsWith('a-'));
  expect(names.length).toBeLessThan(5);
  expect(services).toEqual(expect.arrayContaining(names));
});

test('a histogram has a bucket for each whole number, as Grafana has', () => {
  const whole = [4, 5, 6].map((at) => line(`of-${at}`, { at }));
  const found = texts(inside('histogram', { legendStyle: { show: 'none' } }, { queries: whole }));
  expect(found.filter((each) => each.endsWith(' votes'))).toEqual(['4 votes', '5 votes', '6 votes']);
});

test('rows of a table that have no room are counted', () => {
  const of = { queries: [line('now', { services: ['vote', 'result', 'worker'] })] };
  const low = { grid: { x: 0, y: 1, w: 12, h: 5 } };
  expect(texts(inside('table', {}, { ...of, ...low }))).toContain('2 of 3 rows');
  expect(texts(inside('table', {}, of)).filter((each) => each.endsWith('rows'))).toEqual([]);
});

test.each([
  { h: 8, beside: 0 },
  { h: 5, beside: 3 },
])('names of a bar gauge $h high stand beside $beside of its bars', ({ h, beside }) => {
  const queries = [line('now', { services: ['vote', 'result', 'worker'] })];
  const found = inside('bargauge', { direction: 'horizontal' }, { queries, grid: { x: 0, y: 1, w: 12, h } });
  const names = found.filter((each) => ['vote', 'result', 'worker'].includes(textOf(each)));
  expect(names.filter(({ attributes }) => attributes['text-anchor'] === 'end')).toHaveLength(beside);
});

test.each([
  {
    kind: 'alertlist',
    options: { show: ['firing'], matching: '{service="vote"}' },
    shown: ['An alert that fires', 'service="vote"'],
  },
  { kind: 'annolist', options: { tags: ['deployment'], most: 1 }, shown: ['An event', 'deployment'] },
  { kind: 'dashlist', options: { tags: ['voting-app'] }, shown: ['A dashboard', 'voting-app'] },
  { kind: 'logs', options: { time: 'show' }, shown: ['lines invented'] },
] as const)('$kind invents its entries, and says so', ({ kind, options, shown }) => {
  const found = texts(inside(kind, options));
  expect(found).toEqual(expect.arrayContaining([...shown]));
  expect(found.some((each) => each.includes('invented'))).toBe(true);
});

test('a repeated panel stands for many', () => {
  const found = inside(
    'stat',
    {},
    { queries: [line('now')], repeat: { variable: 'service', direction: 'horizontal' } },
  );
  expect(texts(found)).toContain('one of many, by service');
});
