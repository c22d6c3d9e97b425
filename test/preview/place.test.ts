/** Where the viewer is, as an address; and what is said and found there. No browser is needed for that. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticesOf, valueNotices } from '../../preview/page/notices.ts';
import { addressOf, isStep, moved, type Place, placeLinked, placeOf } from '../../preview/page/place.ts';
import { firstOf, search } from '../../preview/page/search.ts';
import { isRange, moment } from '../../preview/page/time.ts';
import type { DashboardState, PanelInfo, PanelJson, ProfileState, VariableInfo } from '../../preview/protocol.ts';
import { editorIn, fileOfPlace } from '../../preview/server/editor.ts';
import { root } from '../../scripts/project.ts';
import { dashboardState } from '../support/dashboard-state.ts';

const at = (address: string): Place => placeOf(new URL(address, 'http://page'));

describe('an address', () => {
  it.each([
    ['/?from=now-6h', { from: 'now-6h', to: 'now' }],
    ['/?to=now-5m', { from: 'now-1h', to: 'now-5m' }],
    ['/', undefined],
  ])('of half a time has the usual other half: %s', (address, expected) => {
    expect(at(address).range).toEqual(expected);
  });

  const word = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
  const place = fc.record(
    {
      profile: word,
      dashboard: word,
      panel: word,
      about: fc.boolean(),
      runbook: word,
      rows: fc.dictionary(fc.nat().map(String), fc.constantFrom('open' as const, 'folded' as const)),
      search: fc.string({ maxLength: 8 }),
      theme: fc.constantFrom('dark' as const, 'light' as const),
      range: fc.record({ from: word, to: word }),
      refresh: fc.constantFrom('', '5s'),
      variables: fc.constantFrom({}, { service: ['vote'] }, { service: ['vote', 'a&b'], filters: ['a|=|b'] }),
      without: fc.array(word, { maxLength: 2 }),
      picture: fc.boolean(),
    },
    { requiredKeys: ['about', 'rows', 'search', 'theme', 'variables', 'without', 'picture'] },
  );

  it('is read back as the place that it was written for', () => {
    fc.assert(
      fc.property(place, (given) => {
        const expected = { ...given, about: given.about && given.panel !== undefined };
        expect(at(addressOf(given))).toEqual(expected);
      }),
      { seed: 17 },
    );
  });

  it('of a uid that is no encoded text stands for itself', () => {
    expect(at('/d/%E0%A4%A').dashboard).toBe('%E0%A4%A');
  });

  it('of another dashboard leaves behind what belongs to the one before', () => {
    const before = at(
      '/d/a?panel=p&about=&open=7&var-service=vote&without=x&from=now-3h&to=now&theme=light&search=cpu',
    );
    expect(addressOf(moved(before, { dashboard: 'b' }))).toBe('/d/b?search=cpu&theme=light&from=now-3h&to=now');
    expect(addressOf(moved(before, { dashboard: 'a' }))).toBe(addressOf(before));
    expect(moved(before, { dashboard: 'b', panel: 'q' }).panel).toBe('q');
  });

  it.each<[Partial<Place>, boolean]>([
    [{ dashboard: 'a' }, true],
    [{ panel: 'p' }, true],
    [{ about: false }, true],
    [{ range: { from: 'now-1h', to: 'now' } }, true],
    [{ search: 'c' }, false],
    [{ theme: 'light' }, false],
    [{ rows: {} }, false],
  ])('with %o: Back leads out of it, %s', (change, expected) => {
    expect(isStep(change)).toBe(expected);
  });
});

describe('a link', () => {
  const site = { grafana: 'https://grafana.example/', runbooks: 'https://books.example/shop' };
  it.each<[string, Partial<Place> | undefined]>([
    ['https://books.example/shop/QueueLong.md', { runbook: 'QueueLong' }],
    ['QueueLong.md', { runbook: 'QueueLong' }],
    ['./QueueLong.md', { runbook: 'QueueLong' }],
    ['https://elsewhere.example/QueueLong.md', undefined],
    ['https://elsewhere.example/d/shop', undefined],
    ['#causes', undefined],
  ])('%s leads to %o', (href, expected) => {
    expect(placeLinked(href, site)).toEqual(expected);
  });

  it.each(['/d/shop?var-service=vote', 'https://grafana.example/d/shop?var-service=vote'])(
    '%s leads to the dashboard, in the theme that is shown',
    (href) => {
      const place = placeLinked(href, site);
      expect(place).toMatchObject({ dashboard: 'shop', variables: { service: ['vote'] } });
      expect(place).not.toHaveProperty('theme');
    },
  );
});

function info(id: number, key: string): PanelInfo {
  return { id, key, displays: [], limitedBy: [], queries: [], alerts: [], troubles: [], mark: '' };
}

function panel(id: number, title: string, more: Partial<PanelJson> = {}): PanelJson {
  return { id, type: 'stat', title, gridPos: { x: 0, y: 0, w: 1, h: 1 }, ...more };
}

const orders = dashboardState({
  uid: 'orders',
  title: 'Shop / Orders',
  folder: 'Shop',
  tags: ['shop'],
  panels: [
    panel(1, 'Orders waiting'),
    panel(2, 'In detail', { type: 'row', collapsed: true, panels: [panel(3, 'Speed'), panel(4, 'Orders lost')] }),
  ],
  infos: [info(1, 'queue'), info(3, 'order-speed'), info(4, 'lost')],
});
const checkout: DashboardState = { ...orders, uid: 'checkout', title: 'Shop / Checkout', panels: [], infos: [] };
const profile = (name: string, ...dashboards: readonly DashboardState[]): ProfileState => ({
  name,
  dashboards,
  site: { grafana: '', runbooks: '' },
  runbooks: { QueueLong: '# QueueLong' },
});

describe('a search', () => {
  it.each<[string, readonly (readonly [string, ...string[]])[], ReturnType<typeof firstOf>]>([
    ['', [['orders'], ['checkout']], { dashboard: 'orders' }],
    ['waiting', [['orders', 'queue']], { dashboard: 'orders', panel: 'queue' }],
    ['ORDER-speed', [['orders', 'order-speed']], { dashboard: 'orders', panel: 'order-speed' }],
    // A row leads to its first panel.
    ['in detail', [['orders', 'order-speed']], { dashboard: 'orders', panel: 'order-speed' }],
    ['orders', [['orders', 'queue', 'lost']], { dashboard: 'orders' }],
    ['checkout', [['checkout']], { dashboard: 'checkout' }],
    ['nothing', [], undefined],
  ])('for “%s”', (words, expected, first) => {
    const found = search([orders, checkout], words);
    expect(found.map(({ dashboard, hits }) => [dashboard.uid, ...hits.map((hit) => hit.panel)])).toEqual(expected);
    expect(firstOf(found)).toEqual(first);
  });
});

describe('what is not there', () => {
  const profiles = [profile('first', orders), profile('second', orders, checkout)];
  const said = (address: string): readonly string[] => {
    const place = at(address);
    const known = profiles.find(({ name }) => name === place.profile) ?? profiles[0];
    const dashboard = known?.dashboards.find(({ uid }) => uid === place.dashboard);
    return noticesOf(
      place,
      { profiles, status: { phase: 'built', files: 1, problems: 0 } },
      { profile: known, dashboard },
    ).map(({ text, ways }) => [text, ...ways.map((way) => way.text)].join(' '));
  };
  it.each<[string, readonly string[]]>([
    ['/d/orders?panel=queue&runbook=QueueLong&from=now-1h&to=now', []],
    ['/d/nothing', ['There is no dashboard with the uid “nothing”. There are Shop / Orders']],
    ['/d/checkout', ['The profile “first” has no dashboard “checkout”; another profile has: second']],
    ['/d/orders?profile=third', ['There is no profile “third”. This is the first one; there are first second']],
    ['/d/orders?panel=none', ['There is no panel “none” on this dashboard. Show the dashboard']],
    ['/d/orders?runbook=None', ['There is no runbook “None”. Go on without']],
    [
      '/d/orders?from=now&to=now-1h',
      ['From “now” to “now-1h” is no time. The last hour is shown. Choose the last hour'],
    ],
    ['/d/orders?from=then', ['From “then” to “now” is no time. The last hour is shown. Choose the last hour']],
    [
      '/d/orders?refresh=7q',
      ['“7q” is no time after which to refresh; 30s and 5m are. The page does not refresh. Leave it so'],
    ],
    ['/d/orders?refresh=5s', []],
  ])('is said: %s', (address, expected) => {
    expect(said(address)).toEqual(expected);
  });

  it.each<[string, VariableInfo['kind'], readonly string[], readonly string[], readonly string[]]>([
    [
      'a value that is not there',
      'query',
      ['vote', 'db'],
      ['nope', 'db'],
      ['Service has no value “nope”. There are vote, db. Choose all'],
    ],
    ['nothing of values that are there', 'query', ['vote', 'db'], ['db'], []],
    ['nothing while the server is asked for the values', 'query', [], ['nope'], []],
    ['nothing of a text that anybody may write', 'text', [''], ['nope'], []],
  ])('and of what is chosen: %s', (_, kind, known, chosen, expected) => {
    const variable: VariableInfo = { name: 'service', label: 'Service', kind, several: true, values: [] };
    const values = { service: known.map((value) => ({ value, text: value })) };
    const found = valueNotices([variable], values, { service: chosen });
    expect(found.map(({ text, ways }) => [text, ...ways.map((way) => way.text)].join(' '))).toEqual(expected);
    for (const { ways } of found) expect(ways[0]?.to).toEqual({ variables: { service: [] } });
  });

  it('and that a build does not end', () => {
    const status = { phase: 'slow', saved: 'shop.ts', files: 1, problems: 0 } as const;
    const found = noticesOf(at('/'), { profiles, status }, { profile: profiles[0], dashboard: orders });
    expect(found.map(({ text }) => text)).toEqual([
      'The definitions are still loading since shop.ts was saved. Where that does not end, there is an endless loop, or they wait for something: save again to begin anew.',
    ]);
  });
});

describe('a time', () => {
  const now = 1_000_000_000;
  it.each<[string, number | undefined]>([
    ['now', now],
    ['now-2d', now - 172_800_000],
    ['now+1h', now + 3_600_000],
    ['nowhere', undefined],
    ['now-', undefined],
    ['1000', 1_000],
  ])('%s', (text, expected) => {
    expect(moment(text, now)).toBe(expected);
  });
  it.each<[string, string, boolean]>([
    ['now-1h', 'now', true],
    ['now', 'now', false],
    ['now', 'now-1h', false],
    ['then', 'now', false],
  ])('from %s to %s', (from, to, expected) => {
    expect(isRange({ from, to }, now)).toBe(expected);
  });
});

describe('a place in the definitions', () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['an editor with windows', { EDITOR: 'code --wait' }, 'code'],
    ['its whole path', { VISUAL: '/opt/bin/subl', EDITOR: 'vim' }, 'subl'],
    ['the first that can be opened', { VISUAL: 'vim', EDITOR: 'zed' }, 'zed'],
    ['one that would take the terminal', { EDITOR: 'nano' }, undefined],
    ['none', {}, undefined],
    ['a name of every object', { EDITOR: 'constructor' }, undefined],
  ])('is opened by %s', (_, env, expected) => {
    expect(editorIn(env)?.name).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['package.json:3', true],
    ['package.json', true],
    ['lib/index.ts:1:5', true],
    ['../../../../../../../../../etc/passwd:1', false],
    ['/etc/passwd:1', false],
    ['lib', false],
    ['none.ts:1', false],
    ['--wait', false],
    ['', false],
  ])('%s is a file of the project: %s', (place, expected) => {
    expect(fileOfPlace(root, place) !== undefined).toBe(expected);
  });
});
