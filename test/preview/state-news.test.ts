/** A state reaches the page in pieces: put together, they are what the server has. */
import { expect, it } from 'vitest';
import type { DashboardState, PreviewState, ProfileState } from '../../preview/protocol.ts';
import { newsSince, withNews } from '../../preview/state-news.ts';
import { dashboardState } from '../support/dashboard-state.ts';

const dashboard = (uid: string, title: string): DashboardState => dashboardState({ uid, title });
const runbooks = { QueueLong: '# QueueLong' };
const profile = (name: string, ...dashboards: readonly DashboardState[]): ProfileState => ({
  name,
  dashboards,
  site: { grafana: '', runbooks: '' },
  runbooks,
});
const state = (version: number, ...profiles: readonly ProfileState[]): PreviewState => ({
  version,
  status: { phase: 'built', files: 1, problems: 0 },
  profiles,
  troubles: [],
  source: {},
});

const [orders, stock] = [dashboard('orders', 'Orders'), dashboard('stock', 'Stock')];
const first = state(1, profile('one', orders, stock), profile('two', orders));

it.each<[string, PreviewState | undefined, PreviewState, readonly string[]]>([
  ['all, to a page that knows nothing', undefined, first, ['orders', 'stock', 'orders']],
  ['nothing, where nothing changed', first, state(2, ...first.profiles), []],
  [
    'a dashboard that changed',
    first,
    state(2, profile('one', dashboard('orders', 'All orders'), stock), profile('two', orders)),
    ['orders'],
  ],
  ['one that was not there', first, state(2, profile('one', orders, dashboard('new', 'New'), stock)), ['new']],
  ['nothing of one that is gone', first, state(2, profile('one', stock)), []],
  ['a profile that was not there', first, state(2, profile('three', stock)), ['stock']],
])('is sent: %s', (_, before, now, expected) => {
  // As it comes over the wire.
  const news = JSON.parse(JSON.stringify(newsSince(before, now)));
  const sent = newsSince(before, now).profiles.flatMap(({ dashboards }) =>
    dashboards.flatMap((each) => ('isKnown' in each ? [] : [each.uid])),
  );
  expect(sent).toEqual(expected);
  expect(withNews(before, news)).toEqual(now);
});

it('runbooks are sent once', () => {
  const sent = (before: PreviewState | undefined) => newsSince(before, first).profiles.map((each) => each.runbooks);
  expect([sent(undefined), sent(first)]).toEqual([
    [runbooks, runbooks],
    [undefined, undefined],
  ]);
});
