/** What samples answer for a part of their time; what a real Prometheus is asked for annotations and with ad hoc filters. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNOTATIONS, type DashboardState, type DataRequest } from '../../preview/protocol.ts';
import { withFilters } from '../../preview/server/ad-hoc.ts';
import { eventsAnswer } from '../../preview/server/annotations.ts';
import { panelData, variableValues } from '../../preview/server/data.ts';
import type { Loaded } from '../../preview/server/loaded.ts';
import { sampleAnswer } from '../../preview/server/sample-answers.ts';
import { recordedStack } from '../support/recorded-stack.ts';
import { type Replay, replay } from '../support/replay.ts';
import { describeWithServer } from '../support/servers.ts';

describe('ad hoc filters', () => {
  it.each([
    ['up', [['job', '=', 'vote']], 'up{job="vote"}'],
    [
      'sum(rate(a{b="c"}[60s])) / on () a',
      [['d', '!~', 'e|f']],
      'sum(rate(a{b="c",d!~"e|f"}[1m])) / on () a{d!~"e|f"}',
    ],
    ['a{b="c"}', [['b', '=', 'c']], 'a{b="c"}'],
    ['a{b="c",d="e"}', [['b', '=', 'c']], 'a{b="c",d="e"}'],
    ['vector(1)', [['b', '=', 'c']], 'vector(1)'],
  ] as const)('stand in every selector of %s', (query, filters, expected) => {
    const all = filters.map(([label, operator, value]) => ({ label, operator, value }));
    expect(withFilters(query, all)).toBe(expected);
  });

  it('say of a query that cannot be read what is wrong with it', () => {
    expect(() => withFilters('sum(', [{ label: 'a', operator: '=', value: 'b' }])).toThrow(
      /filters cannot be added: 1:5/,
    );
  });
});

describe('a part of the samples', () => {
  const target = { refId: 'A', expr: 'a' };
  const series = [{ labels: {}, values: [0.5, 1.5] }];
  const shown = { step: 15_000, anchor: { from: 0, to: 60_000 } };
  it.each([
    ['is what a server would have of that time', 15_000, 45_000, ['0.75', '1', '1.25']],
    ['goes back after the end', 45_000, 90_000, ['1.25', '1.5', '1.25', '1']],
    ['goes back before the beginning', -30_000, 15_000, ['1', '0.75', '0.5', '0.75']],
  ])('%s', (_, from, to, expected) => {
    const answer = sampleAnswer({ target, series, chosen: {}, filter: {}, ...shown, from, to });
    const values = answer.resultType === 'matrix' ? answer.result[0]?.values.map(([, value]) => value) : undefined;
    expect(values).toEqual(expected);
  });

  it('has the events that fell into it, at their time', () => {
    const events = [{ labels: { service: 'vote' }, at: 0.5 }];
    const hour = { step: 15_000, anchor: { from: 0, to: 3_600_000 } };
    const times = (from: number, to: number): unknown => {
      const answer = eventsAnswer(events, { ...hour, from, to });
      return answer.resultType === 'matrix'
        ? answer.result.map(({ values }) => [values[0]?.[0], values.at(-1)?.[0]])
        : [];
    };
    expect(times(0, 3_600_000)).toEqual([[1_800, 1_920]]);
    expect(times(1_500_000, 1_860_000)).toEqual([[1_800, 1_860]]);
    expect(times(0, 1_500_000)).toEqual([]);
  });
});

const CPU = 'container_cpu_usage_seconds_total';
/** For two minutes of each half an hour. */
const WHEN = 'max by (job) (up) * (time() % 1800) < 120';

const dashboard: DashboardState = {
  uid: 'asked',
  title: 'Asked',
  description: '',
  folder: 'General',
  tags: [],
  from: 'now-1h',
  to: 'now',
  refresh: '',
  timezone: 'utc',
  graphTooltip: 1,
  links: [],
  variables: [{ name: 'filters', label: 'Filters', kind: 'ad hoc', several: false, values: [] }],
  annotations: [{ name: 'Halves', colour: 'blue', title: '{{job}}', expr: WHEN }],
  panels: [
    {
      id: 1,
      type: 'timeseries',
      title: 'CPU',
      gridPos: { x: 0, y: 0, w: 24, h: 8 },
      targets: [{ refId: 'A', expr: CPU, instant: true }],
    },
  ],
  infos: [],
  troubles: [],
};

const loaded: Loaded = {
  kind: 'loaded',
  profiles: [
    {
      state: { name: 'stock', dashboards: [dashboard], site: { grafana: '', runbooks: '' }, runbooks: {} },
      samples: {},
      events: {},
      filters: {},
      streams: [],
      lines: [],
      selectors: {},
    },
  ],
  troubles: [],
  problems: 0,
  scrapeMs: 15_000,
};

describeWithServer(['promtool', 'prometheus'], 'asked of a real Prometheus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-asked-'));
  let prometheus: Replay;

  beforeAll(async () => {
    prometheus = await replay({ targets: recordedStack(folder) });
  }, 120_000);
  afterAll(async () => {
    await prometheus?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const requestOf = (more: Partial<DataRequest>): DataRequest => ({
    profile: 'stock',
    dashboard: 'asked',
    panel: 1,
    from: prometheus.start * 1_000,
    to: prometheus.end * 1_000,
    points: 1_280,
    variables: {},
    ...more,
  });

  it('filters leave the series that have the label; names and values come from the server', async () => {
    const servers = { prometheus: prometheus.url };
    const place = { profile: 'stock', dashboard: 'asked' };
    expect(await variableValues(loaded, servers, { ...place, variable: 'filters' })).toContain('service');
    const services = await variableValues(loaded, servers, { ...place, variable: 'filters/service' });
    expect(services).toContain('redis');
    for (const filter of ['service|=|redis', 'service|=~|vote__gfp__redis', 'service|!=|redis']) {
      const matcher = filter.replace('__gfp__', '$').replaceAll('|', ' ').replace('$', '|').split(' ');
      const own = `${matcher[0]}${matcher[1]}"${matcher[2]}"`;
      const [expected] = await prometheus.query(`count(${CPU}{${own}})`, prometheus.end);
      const answer = await panelData(loaded, servers, requestOf({ variables: { filters: [filter] } }));
      expect(answer?.errors).toEqual({});
      expect(answer?.answers.A?.result.length, filter).toBe(expected?.value);
    }
  });

  it('annotations are asked for with the steps of a panel as wide as the page', async () => {
    const answer = await panelData(loaded, { prometheus: prometheus.url }, requestOf({ panel: ANNOTATIONS }));
    expect(answer?.errors).toEqual({});
    expect(answer?.step).toBe(15_000);
    const halves = answer?.answers.Halves;
    const jobs = await prometheus.query('count by (job) (up)', prometheus.end);
    expect(halves?.resultType === 'matrix' && halves.result.map(({ metric }) => metric.job).sort()).toEqual(
      jobs.map(({ labels }) => labels.job).sort(),
    );
    expect(halves?.resultType === 'matrix' && halves.result[0]?.values.length).toBeGreaterThan(8);
  });
});
