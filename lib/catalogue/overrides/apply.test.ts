import { describe, expect, it } from 'vitest';
import { problemLine } from '../../units/problem.ts';
import { bytes, count, seconds, state, unitText } from '../../units/unit.ts';
import type { Entry } from '../definition/entry.ts';
import type { Kind, MetricDefinition } from '../metric.ts';
import { applyOverrides } from './apply.ts';
import { correctEach, type Overrides, overrides } from './overrides.ts';

const PATH = 'stack/metrics/redis.overrides.ts';

function entry(name: string, kind: Kind = 'gauge', facts: Partial<MetricDefinition> = {}): Entry {
  const definition = { name, help: `Of ${name}.`, unit: count('things'), labels: {}, series: 1, ...facts };
  return { kind, definition, shared: name.startsWith('process_') };
}

const read = [
  entry('redis_up', 'gauge', { unit: state({ 0: 'Down', 1: 'Up' }) }),
  entry('redis_key_size', 'gauge', { labels: { key: ['votes'] } }),
  entry('redis_key_memory', 'untyped'),
  entry('redis_uptime_in_seconds', 'gauge', { unit: seconds }),
  entry('process_open_fds'),
  { ...entry('redis_guess', 'native histogram', { unit: count('guess') }), guessed: ['kind', 'unit'] } as const,
];

/** The metrics that the overrides changed, or the problems. */
function applied(of: Overrides, text = ''): readonly string[] {
  const outcome = applyOverrides(read, { path: PATH, text, overrides: of });
  if (!outcome.ok) return outcome.problems.map(problemLine);
  const changed = outcome.value.filter((one) => !read.includes(one));
  return changed.map(({ kind, shared, definition: { name, unit, help, labels } }) =>
    [name, kind, unitText(unit), help, JSON.stringify(labels), ...(shared ? ['shared'] : [])].join(' '),
  );
}

const reason = 'a test';

describe('an override', () => {
  it.each<[string, Overrides, readonly string[]]>([
    [
      'corrects the kind',
      { redis_key_memory: { kind: 'gauge', reason } },
      ['redis_key_memory gauge things Of redis_key_memory. {}'],
    ],
    [
      'corrects the unit',
      { redis_key_memory: { unit: bytes, reason } },
      ['redis_key_memory untyped bytes Of redis_key_memory. {}'],
    ],
    ['corrects the help', { redis_up: { help: 'Is it up?', reason } }, ['redis_up gauge state Is it up? {}']],
    [
      'corrects the names of states',
      { redis_up: { unit: state({ 0: 'Off', 1: 'On' }), reason } },
      ['redis_up gauge state Of redis_up. {}'],
    ],
    [
      'adds labels and values',
      { redis_key_size: { labels: { key: ['other'], db: ['db0'] }, reason } },
      ['redis_key_size gauge things Of redis_key_size. {"db":["db0"],"key":["other","votes"]}'],
    ],
    [
      'adds a label whose values nobody knows',
      { redis_up: { labels: { err: [''] }, reason } },
      ['redis_up gauge state Of redis_up. {"err":[""]}'],
    ],
    [
      'keeps no values of ids, whatever the metric',
      { '*': { ids: ['key'], reason } },
      ['redis_key_size gauge things Of redis_key_size. {"key":[]}'],
    ],
    [
      'gives a histogram of which no bounds were seen none',
      { redis_key_memory: { kind: 'histogram', reason } },
      ['redis_key_memory histogram things Of redis_key_memory. {}'],
    ],
    [
      'settles a guess that was right',
      { redis_guess: { unit: count('guess'), kind: 'native histogram', reason } },
      ['redis_guess native histogram guess Of redis_guess. {}'],
    ],
    [
      'moves to the shared file',
      { redis_up: { shared: true, reason } },
      ['redis_up gauge state Of redis_up. {} shared'],
    ],
    [
      'stands for a pattern',
      { 'redis_key_*': { unit: bytes, reason } },
      [
        'redis_key_size gauge bytes Of redis_key_size. {"key":["votes"]}',
        'redis_key_memory untyped bytes Of redis_key_memory. {}',
      ],
    ],
    [
      'by name wins over one by pattern, the longer pattern over the shorter',
      {
        redis_key_size: { unit: count('elements'), reason },
        'redis_*': { unit: count('rows'), reason },
        'redis_key_*': { unit: bytes, reason },
      },
      [
        'redis_up gauge rows Of redis_up. {}',
        'redis_key_size gauge elements Of redis_key_size. {"key":["votes"]}',
        'redis_key_memory untyped bytes Of redis_key_memory. {}',
        'redis_uptime_in_seconds gauge rows Of redis_uptime_in_seconds. {}',
        'redis_guess native histogram rows Of redis_guess. {}',
      ],
    ],
    [
      'by name wins over a pattern that is longer than the name',
      { redis_up: { unit: bytes, reason }, 'redis_up*': { unit: count('rows'), reason } },
      ['redis_up gauge bytes Of redis_up. {}', 'redis_uptime_in_seconds gauge rows Of redis_uptime_in_seconds. {}'],
    ],
    [
      'adds what the scrape lacks',
      { redis_new: { add: 'counter', unit: bytes, help: 'New.', labels: { a: ['2', '1'] }, reason } },
      ['redis_new counter bytes New. {"a":["1","2"]}'],
    ],
  ])('%s', (_, of, changed) => {
    expect(applied(overrides(of))).toEqual(changed);
  });

  it('for several metrics corrects each', () => {
    expect(applied(correctEach(['redis_key_memory', 'redis_up'], { unit: bytes, reason }))).toHaveLength(2);
  });

  it('without a reason is refused', () => {
    expect(() => overrides({ redis_up: { kind: 'gauge', reason: ' ' } })).toThrow(
      'The override of redis_up needs a reason: say why the scrape is wrong.',
    );
  });
});

describe('an override that corrects nothing', () => {
  it.each<[string, Overrides, string]>([
    [
      'as there is no such metric',
      { redis_key_sise: { unit: bytes, reason } },
      `found 'redis_key_sise', which matches no metric, expected an override that corrects something. Remove it, or correct its name; the nearest is redis_key_size.`,
    ],
    [
      'as its pattern matches nothing',
      { 'pg_*': { unit: bytes, reason } },
      `found 'pg_*', which matches no metric, expected an override that corrects something. Remove it, or correct its name.`,
    ],
    [
      'as the scrape says the kind',
      { redis_up: { kind: 'gauge', unit: bytes, reason } },
      `found 'redis_up', whose kind is known already, expected an override that corrects something. Remove kind.`,
    ],
    [
      'as the scrape says unit and labels',
      { redis_key_size: { unit: count('things'), labels: { key: ['votes'] }, reason } },
      `found 'redis_key_size', whose unit and labels are known already, expected an override that corrects something. Remove unit and labels.`,
    ],
    [
      'as the scrape says the states',
      { redis_up: { unit: state({ 0: 'Down', 1: 'Up' }), reason } },
      `found 'redis_up', whose unit is known already, expected an override that corrects something. Remove unit.`,
    ],
    [
      'as the family is shared anyway',
      { 'process_*': { shared: true, reason } },
      `found 'process_*', whose shared is known already, expected an override that corrects something. Remove shared.`,
    ],
    [
      'as no metric of it has the label that holds ids',
      { '*': { ids: ['key', 'pod'], reason } },
      `found '*', whose ids name 'pod', a label that no metric of it has, expected an override that corrects something. Remove it, or correct its name.`,
    ],
    [
      'as no values are kept anyway',
      { redis_up: { ids: ['key'], reason } },
      `found 'redis_up', whose ids is known already, expected an override that corrects something. Remove ids.`,
    ],
    [
      'as it states nothing',
      { redis_up: { reason } },
      `found 'redis_up', which states nothing, expected an override that corrects something. Remove the entry.`,
    ],
    [
      'as a pattern said it before',
      { 'redis_key_*': { unit: bytes, reason }, redis_key_size: { unit: bytes, reason } },
      `found 'redis_key_size', whose unit is known already, expected an override that corrects something. Remove unit.`,
    ],
    [
      'as the scrape has what it adds',
      { redis_up: { add: 'gauge', unit: bytes, help: '', labels: {}, reason } },
      `found 'redis_up' added, which the scrape has, expected an override that corrects something. Remove it, or turn it into a correction.`,
    ],
  ])('is reported, %s', (_, of, problem) => {
    expect(applied(of)).toEqual([`${PATH}: ${problem} [metrics/override]`]);
  });

  it('is reported with its line', () => {
    const text = 'export default overrides({\n  redis_up_and_more: {},\n  redis_up: { kind: "gauge" },\n});\n';
    expect(applied({ redis_up: { kind: 'gauge', reason } }, text)[0]).toMatch(
      /^stack\/metrics\/redis\.overrides\.ts:3: /,
    );
  });

  it('is reported together with every other', () => {
    expect(applied({ a: { reason }, b: { reason }, redis_up: { unit: bytes, reason } })).toHaveLength(2);
  });
});
