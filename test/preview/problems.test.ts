/** What is wrong, said where it is: in the page's panels, above them, and at the terminal. */
import { describe, expect, it } from 'vitest';
import { unlike } from '../../preview/page/unlike.ts';
import type { DashboardState, PanelInfo, PreviewState, ProfileState, Trouble } from '../../preview/protocol.ts';
import { besides, lineAt, placed, troubleOfFailure } from '../../preview/server/problems-of-failure.ts';
import { newsLines, teller } from '../../preview/server/terminal.ts';
import { root } from '../../scripts/project.ts';
import { dashboardState } from '../support/dashboard-state.ts';

const at = (place: string): Trouble => ({ what: place, place, by: 'TypeScript TS1', lines: ['Type A is not B.'] });

/** A dashboard with panels that begin in these lines. */
function dashboard(...lines: readonly number[]): DashboardState {
  const infos = lines.map(
    (line, id): PanelInfo => ({
      id,
      key: `p${id}`,
      place: `shop.ts:${line}`,
      displays: [],
      limitedBy: [],
      queries: [],
      alerts: [],
      troubles: [],
      mark: '',
    }),
  );
  return dashboardState({ uid: 'shop', title: 'Shop', infos });
}

const profile = (...dashboards: readonly DashboardState[]): ProfileState => ({
  name: 'p',
  dashboards,
  site: { grafana: '', runbooks: '' },
  runbooks: {},
});

describe('an error that knows a line alone', () => {
  it.each<[string, readonly number[], number, readonly number[], readonly number[]]>([
    ['stands at the panel that begins before it', [3, 8], 5, [1, 0], [0, 0]],
    ["is nobody's where two panels stand in one line", [3, 3], 3, [0, 0], [1, 0]],
    ["is nobody's before the first panel", [3, 8], 2, [0, 0], [0, 1]],
  ])('%s', (_, lines, line, expected, [above = 0, elsewhere = 0]) => {
    const found = placed([profile(dashboard(...lines))], [at(`shop.ts:${line}`)]);
    const [state] = found.profiles[0]?.dashboards ?? [];
    expect(state?.infos.map(({ troubles }) => troubles.length)).toEqual(expected);
    expect([state?.troubles.length, found.elsewhere.length]).toEqual([above, elsewhere]);
  });
});

describe('definitions that cannot be loaded', () => {
  const failed = { kind: 'failed', message: 'Unexpected ","', file: 'shop.ts', line: 3 } as const;

  it('are told of with the line as it stands, and with what is shown instead', () => {
    expect(troubleOfFailure({ ...failed, source: 'min: ,' }, 'older')).toEqual({
      what: 'shop.ts:3',
      place: 'shop.ts:3',
      by: 'error',
      lines: [
        'The definitions cannot be loaded: Unexpected ","',
        'min: ,',
        'Until that is mended, the last definitions that could be loaded are shown.',
      ],
    });
    expect(troubleOfFailure({ kind: 'failed', message: 'Gone.' }, 'nothing').lines).toEqual([
      'The definitions cannot be loaded: Gone.',
      'Until that is mended, there is nothing to show.',
    ]);
  });

  it('for their syntax are not told of twice; what the compiler knows of a type is said besides', () => {
    const failure = troubleOfFailure(failed, 'older');
    const says = (by: string, place: string): Trouble => ({ ...at(place), by: `TypeScript ${by}` });
    const [syntax, type, elsewhere] = [
      says('TS1109', 'shop.ts:3'),
      says('TS2339', 'shop.ts:3'),
      says('TS1109', 'b.ts:3'),
    ];
    expect(besides(failure, [syntax, type, elsewhere])).toEqual([type, elsewhere]);
    expect(besides(undefined, [syntax])).toEqual([syntax]);
  });
});

it.each([
  ['package.json:1', '{'],
  ['package.json:2', '"name": "voting-app-monitoring",'],
  ['package.json:99999', undefined],
  ['nothing.ts:1', undefined],
  ['package.json', undefined],
  [undefined, undefined],
])('the line at %s is %j', (place, expected) => {
  expect(lineAt(root, place)).toBe(expected);
});

/** The state after a build that ended at `second`. */
function state(second: number, troubles: readonly Trouble[], phase: 'built' | 'failed' = 'built'): PreviewState {
  const status = { phase, files: 1, at: `2026-01-01T00:00:0${second}Z`, ms: 300, problems: troubles.length };
  return { version: second, status, profiles: [], troubles, source: {} };
}

describe('the terminal', () => {
  it.each<[string, PreviewState, PreviewState, readonly string[]]>([
    [
      'what was found apart from what to do',
      state(1, []),
      state(2, [{ ...at('shop.ts:3'), lines: ['Found: no title', 'Remedy: write one', 'Allowed: a title'] }]),
      ['rebuilt in 300 ms, 1 problem', '  shop.ts:3  Found: no title; Remedy: write one'],
    ],
    ['a save', state(1, []), state(2, []), ['rebuilt in 300 ms']],
    [
      'a problem',
      state(1, []),
      state(2, [at('shop.ts:3')]),
      ['rebuilt in 300 ms, 1 problem', '  shop.ts:3  Type A is not B.'],
    ],
    [
      'what cannot be loaded',
      state(1, []),
      state(2, [at('shop.ts:3')], 'failed'),
      ['failed in 300 ms, 1 problem', '  shop.ts:3  Type A is not B.'],
    ],
    [
      "the compiler's word, later",
      state(1, []),
      state(1, [at('shop.ts:3')]),
      ['compiled, 1 problem', '  shop.ts:3  Type A is not B.'],
    ],
    ['what is healed', state(1, [at('shop.ts:3')]), state(2, []), ['rebuilt in 300 ms, healed']],
    ['nothing, where nothing is new', state(1, [at('shop.ts:3')]), state(1, [at('shop.ts:3')]), []],
  ])('says %s', (_, before, after, expected) => {
    expect(newsLines(before, after)).toEqual(expected);
  });

  it('leaves the first state to whoever starts it, and says that a later one does not come', () => {
    const lines: string[] = [];
    const tell = teller((line) => lines.push(line));
    const slow = (saved: string): PreviewState => {
      const now = state(1, []);
      return { ...now, status: { ...now.status, phase: 'slow', saved } };
    };
    for (const each of [slow('a.ts'), state(1, []), slow('b.ts'), state(2, [])]) tell(each);
    expect(lines).toEqual([expect.stringContaining('still loading since b.ts was saved.'), 'rebuilt in 300 ms']);
  });
});

it('two of one kind have two keys', () => {
  expect(unlike(['a', 'b', 'a']).map(([key]) => key)).toEqual(['"a"', '"b"', '"a" 1']);
});
