/** What is sent to the servers of the preview: the addresses and texts that Prometheus and Loki are asked with. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ANNOTATIONS,
  type DashboardState,
  type DataRequest,
  type PanelJson,
  type Target,
  type VariableInfo,
} from '../../preview/protocol.ts';
import { panelData, variableValues } from '../../preview/server/data.ts';
import type { Loaded } from '../../preview/server/loaded.ts';
import { type FakeServer, fakeServer } from '../support/fake-server.ts';

const HOUR = 3_600_000;
/** Not a multiple of any step. */
const TO = Date.UTC(2026, 10, 23, 12) + 7_000;

const service: VariableInfo = { name: 'service', label: 'Service', kind: 'query', several: true, values: [] };
const filters: VariableInfo = { name: 'filters', label: 'Filters', kind: 'ad hoc', several: false, values: [] };

function panel(id: number, target: Omit<Target, 'refId'>, more: Partial<PanelJson> = {}): PanelJson {
  const gridPos = { x: 0, y: 0, w: 24, h: 8 };
  return { id, type: 'timeseries', title: `Panel ${id}`, gridPos, targets: [{ refId: 'A', ...target }], ...more };
}

const RATE = { expr: 'sum(rate(requests_total{service=~"${service:regex}"}[$__rate_interval]))' };
const LOGS = { expr: '{service=~"${service:regex}"} |= "error"', datasource: { type: 'loki' } };

const dashboard: DashboardState = {
  uid: 'sent',
  title: 'Sent',
  description: '',
  folder: 'General',
  tags: [],
  from: 'now-1h',
  to: 'now',
  refresh: '',
  timezone: 'utc',
  graphTooltip: 1,
  links: [],
  variables: [service, filters],
  annotations: [{ name: 'Restarts', colour: 'blue', title: '', expr: 'changes(start[$__interval]) > 0' }],
  panels: [
    panel(1, RATE),
    panel(2, { expr: 'sum(increase(a_total[$__range])) / $__range_ms', instant: true }),
    panel(3, LOGS),
    panel(4, RATE, { interval: '2m' }),
    panel(5, { expr: 'up' }, { type: 'row', panels: [panel(6, RATE)] }),
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
      filters: { sent: { service: 'service' } },
      streams: [],
      lines: [],
      selectors: { 'sent/service': { selector: 'up{job="app"}', label: 'service' } },
    },
  ],
  troubles: [],
  problems: 0,
  scrapeMs: 15_000,
};

describe('a server', () => {
  const sent: { readonly server: string; readonly url: URL }[] = [];
  let prometheus: FakeServer;
  let loki: FakeServer;

  beforeAll(async () => {
    const noting = (server: string) =>
      fakeServer(({ url = '' }, response) => {
        sent.push({ server, url: new URL(url, 'http://server') });
        response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } }));
      });
    [prometheus, loki] = await Promise.all([noting('prometheus'), noting('loki')]);
  });
  beforeEach(() => {
    sent.length = 0;
  });
  afterAll(async () => {
    await Promise.all([prometheus?.leave(), loki?.leave()]);
  });

  /** What is sent for a panel that shows an hour on 600 points. */
  async function asked(id: DataRequest['panel'], variables: DataRequest['variables'] = {}) {
    const servers = { prometheus: prometheus.url, loki: loki.url };
    const request = { profile: 'stock', dashboard: 'sent', panel: id, from: TO - HOUR, to: TO, points: 600, variables };
    const answer = await panelData(loaded, servers, request);
    expect(answer?.errors).toEqual({});
    const [one] = sent;
    return { server: one?.server, path: one?.url.pathname, ...Object.fromEntries(one?.url.searchParams ?? []) };
  }

  const range = { start: `${(TO - HOUR - 7_000) / 1_000}`, end: `${(TO - 7_000) / 1_000}`, step: '15s' };

  it('of a graph is asked for its whole time, in steps on whole multiples, with a window of four scrapes', async () => {
    expect(await asked(1)).toEqual({
      server: 'prometheus',
      path: '/api/v1/query_range',
      query: 'sum(rate(requests_total{service=~".*"}[60s]))',
      ...range,
    });
  });

  it('of a single value is asked once, for the end of the time shown', async () => {
    expect(await asked(2)).toEqual({
      server: 'prometheus',
      path: '/api/v1/query',
      query: 'sum(increase(a_total[3600s])) / 3600000',
      time: String(TO / 1_000),
    });
  });

  it('of a panel with a shortest interval is asked in steps of that, and a window of a step and a scrape', async () => {
    const { query, step } = (await asked(4)) as { query?: string; step?: string };
    expect([query, step]).toEqual(['sum(rate(requests_total{service=~".*"}[135s]))', '120s']);
  });

  it('of log lines is Loki, with a limit; filters of metrics are not for it', async () => {
    expect(await asked(3, { service: ['vote', 'worker'], filters: ['job|=|app'] })).toEqual({
      server: 'loki',
      path: '/loki/api/v1/query_range',
      query: '{service=~"(vote|worker)"} |= "error"',
      limit: '200',
      ...range,
    });
  });

  it('is asked with the chosen values, and filters in every selector that lacks them', async () => {
    const chosen = { service: ['vote'], filters: ['job|=|app', 'service|=~|vote'] };
    expect(await asked(6, chosen)).toMatchObject({
      query: 'sum(rate(requests_total{job="app",service=~"vote"}[1m]))',
    });
  });

  it('is asked for annotations with the step of the dashboard', async () => {
    expect(await asked(ANNOTATIONS)).toMatchObject({ query: 'changes(start[15s]) > 0', ...range });
  });

  it('is asked for the values of a variable as its definition says, and for those of any label', async () => {
    const place = { profile: 'stock', dashboard: 'sent' };
    for (const variable of ['service', 'filters', 'filters/job'])
      await variableValues(loaded, { prometheus: prometheus.url }, { ...place, variable });
    expect(sent.map(({ url }) => decodeURIComponent(url.pathname + url.search))).toEqual([
      '/api/v1/label/service/values?match[]=up{job="app"}',
      '/api/v1/labels',
      '/api/v1/label/job/values',
    ]);
  });
});
