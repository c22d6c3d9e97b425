/** A real Loki is the oracle: the same lines, the same queries, the same answers. */
import { describe, expect, it, test } from 'vitest';
import { ANSWERS } from '../../../test/support/loki-answers.ts';
import { LINES } from '../../../test/support/loki-lines.ts';
import type { LinesNode, LogNode } from '../node.ts';
import { parse } from '../parse/parse.ts';
import { evaluateInstant, evaluateLogs, evaluateRange } from './evaluate.ts';
import type { LogStream } from './line.ts';

function lines(text: string): LinesNode {
  const parsed = parse(text);
  if (!parsed.ok || parsed.node.kind !== 'lines') throw new Error(`${text} is no query of lines`);
  return parsed.node;
}

function numbers(text: string): LogNode {
  const parsed = parse(text);
  if (!parsed.ok || parsed.node.kind === 'lines') throw new Error(`${text} is no query of numbers`);
  return parsed.node;
}

const seconds = (count: number): bigint => BigInt(count) * 1_000_000_000n;
const asked = seconds(ANSWERS.asked_at);

describe('evaluateLogs() and Loki', () => {
  test.each(ANSWERS.log)('$query', ({ query, ...expected }) => {
    const found = evaluateLogs(lines(query), LINES, { from: asked - seconds(600), to: asked + seconds(1) });
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const labels = [...new Set(found.lines.flatMap((line) => Object.keys(line.labels)))].sort();
    expect({ lines: found.lines.length, labels }).toEqual({ lines: expected.lines, labels: expected.labels });
    // Loki orders lines of the same nanosecond by a hash of their streams, which is nobody's to rely on.
    const textsAt = (at: bigint | undefined): readonly (string | null)[] =>
      found.lines.length === 0 ? [null] : found.lines.filter((line) => line.at === at).map(({ text }) => text);
    expect(textsAt(found.lines.at(0)?.at)).toContain(expected.first);
    expect(textsAt(found.lines.at(-1)?.at)).toContain(expected.last);
  });
});

test('with a limit the newest lines are found', () => {
  const hour = { from: asked - seconds(600), to: asked + seconds(1) };
  const every = lines('{service=~".+"}');
  const all = evaluateLogs(every, LINES, hour);
  if (!all.ok) throw new Error(JSON.stringify(all.problems));
  expect(all.lines.length).toBeGreaterThan(3);
  for (const limit of [0, 3, all.lines.length, all.lines.length + 1]) {
    const found = evaluateLogs(every, LINES, { ...hour, limit });
    expect(found.ok && found.lines).toEqual(all.lines.slice(Math.max(0, all.lines.length - limit)));
  }
});

describe('evaluateInstant() and Loki', () => {
  test.each(ANSWERS.metric)('$query', ({ query, result }) => {
    const found = evaluateInstant(numbers(query), LINES, { at: asked });
    if (result === undefined) return expect(found.ok).toBe(false);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const byLabels = (a: string, b: string): number => (a < b ? -1 : 1);
    const samples = new Map(found.samples.map(({ labels, value }) => [JSON.stringify(labels), value]));
    const expected = result.map(([labels]) => JSON.stringify(Object.fromEntries(Object.entries(labels).sort())));
    expect([...samples.keys()].sort(byLabels)).toEqual([...expected].sort(byLabels));
    for (const [i, [, value]] of result.entries()) {
      expect(samples.get(expected[i] ?? '')).toBeCloseTo(Number(value), 10);
    }
  });
});

const every15s = (count: number): LogStream => ({
  labels: { service: 'api', pod: 'a' },
  lines: Array.from({ length: count }, (_, i) => ({ at: seconds(15 * i), text: `took=${i}s n=${i}` })),
});

function samples(text: string, streams: readonly LogStream[], at: bigint): Record<string, number> | string {
  const found = evaluateInstant(numbers(text), streams, { at });
  if (!found.ok) return found.problems.map((problem) => problem.found).join('; ');
  return Object.fromEntries(found.samples.map(({ labels, value }) => [Object.values(labels).join(' '), value]));
}

describe('evaluateInstant()', () => {
  const unwrapped = '{service="api"} | logfmt | unwrap n [1m]';
  it.each([
    // At 60 s the window has the lines of 15, 30, 45 and 60 s: that of 0 s stands at its beginning.
    ['count_over_time({service="api"}[1m])', { 'a api api': 4 }],
    ['rate({service="api"}[1m])', { 'a api api': 4 / 60 }],
    ['count_over_time({service="api"}[1m] offset 30s)', { 'a api api': 3 }],
    [`sum by (pod) (sum_over_time(${unwrapped}))`, { a: 10 }],
    [`avg_over_time(${unwrapped}) by (pod)`, { a: 2.5 }],
    [`min_over_time(${unwrapped}) by (pod)`, { a: 1 }],
    [`max_over_time(${unwrapped}) by (pod)`, { a: 4 }],
    [`first_over_time(${unwrapped}) by (pod)`, { a: 1 }],
    [`last_over_time(${unwrapped}) by (pod)`, { a: 4 }],
    [`stdvar_over_time(${unwrapped}) by (pod)`, { a: 1.25 }],
    [`quantile_over_time(0.5, ${unwrapped}) by ()`, { '': 2.5 }],
    [`quantile_over_time(2, ${unwrapped}) by ()`, { '': Number.POSITIVE_INFINITY }],
    ['rate_counter({service="api"} | logfmt | keep pod, n | unwrap n [1m])', { a: 3 / 60 }],
    ['avg_over_time({service="api"} | logfmt | unwrap duration(took) [1m]) by (pod)', { a: 2.5 }],
    ['bytes_over_time({service="api"} | line_format "é" [1m])', { 'a api api': 8 }],
    ['absent_over_time({service="api"}[1m])', {}],
    ['absent_over_time({service="web", pod=~"a.*", pod="a", service="web"}[1m])', { '': 1 }],
    ['absent_over_time({service="web", pod="a", stream!="x"}[1m])', { 'a web': 1 }],
    ['count_over_time({service="api"}[1m]) > 4', {}],
    ['2 < count_over_time({service="api"}[1m])', { 'a api api': 4 }],
    ['2 < bool count_over_time({service="api"}[1m])', { 'a api api': 1 }],
    ['2 ^ 3 % 5', { '': 3 }],
    ['1 > 2', { '': 0 }],
    ['label_replace(vector(1), "x", "$1-${n}", "y", "()(?P<n>)")', { '-': 1 }],
    ['label_replace(vector(1), "x", "$0", "y", "z")', { '': 1 }],
    [
      'count_over_time({service="api"} | json [1m])',
      'a line that ended in __error__="JSONParserErr", 45 s before the time asked for',
    ],
    ['count_over_time({service="api"} | json | __error__="" [1m])', {}],
    [
      'sum_over_time({service="api"} | logfmt | unwrap took [1m])',
      'a line that ended in __error__="SampleExtractionErr", 45 s before the time asked for',
    ],
    ['sum_over_time({service="api"} | logfmt | unwrap missing [1m])', {}],
    [
      'count_over_time({service="api"} | line_format "{{ if .a }}{{ end }}" [1m])',
      '`if` in the template {{ if .a }}{{ end }}',
    ],
    // Parsers read the labels alone that are asked for: by a stage, a grouping, or the value.
    ['sum by (c) (count_over_time({service="api"} | logfmt | label_format c="x{{.n}}" [30s]))', { x3: 1, x4: 1 }],
    [
      'sum by (c) (count_over_time({service="api"} | logfmt | line_format "c={{.took}}" | logfmt [30s]))',
      { '3s': 1, '4s': 1 },
    ],
    [
      'sum by (service_extracted) (count_over_time({service="api"} | line_format "service=x" | logfmt [30s]))',
      { x: 2 },
    ],
    [
      'sum without (took, service_name) (count_over_time({service="api"} | logfmt [30s]))',
      { '3 a api': 1, '4 a api': 1 },
    ],
    ['max by (pod) (max_over_time({service="api"} | logfmt | n < 4 and took > 1s | unwrap n [1m]))', { a: 3 }],
    ['sum(sum_over_time({service="api"} | logfmt | drop took="3s" | took!="" | unwrap n | n!="1" [1m]))', { '': 6 }],
    ['topk(0, vector(1))', 'topk(0, …)'],
    ['rate({service="api"}[$__auto])', '[$__auto]'],
  ])('%s', (text, expected) => {
    expect(samples(text, [every15s(5)], seconds(60))).toEqual(expected);
  });

  it('keeps the order of what the query orders', () => {
    const three = ['b', 'c', 'a'].map((pod, i) => ({ ...every15s(i + 2), labels: { service: 'api', pod } }));
    const order = (text: string): readonly (string | undefined)[] => {
      const found = evaluateInstant(numbers(text), three, { at: seconds(60) });
      return found.ok ? found.samples.map(({ labels }) => labels.pod) : [];
    };
    const counted = 'sum by (pod) (count_over_time({service="api"}[1m]))';
    expect(order(counted)).toEqual(['a', 'b', 'c']);
    expect(order(`sort_desc(${counted})`)).toEqual(['a', 'c', 'b']);
    expect(order(`sort(${counted})`)).toEqual(['b', 'c', 'a']);
    expect(order(`topk(2, ${counted})`)).toEqual(['a', 'c']);
    expect(order(`bottomk(1, ${counted})`)).toEqual(['b']);
    expect(order(`topk without (pod) (1, ${counted})`)).toEqual(['a']);
  });

  it('says which sides of an operator are ambiguous', () => {
    const pods = ['a', 'b'].map((pod) => ({ ...every15s(3), labels: { service: 'api', pod } }));
    const [many, one] = ['sum by (pod) (rate({service="api"}[1m]))', 'sum(rate({service="api"}[1m]))'];
    const problem = 'several samples that `/` could take for one, matched by on ()';
    expect(samples(`${many} / on () ${one}`, pods, seconds(60))).toBe(problem);
    expect(samples(`${one} / on () ${many}`, pods, seconds(60))).toBe(problem);
    expect(samples(`${many} / on () group_left () ${one}`, pods, seconds(60))).toEqual({ a: 0.5, b: 0.5 });
    expect(samples(`${one} / on () group_right () ${many}`, pods, seconds(60))).toEqual({ a: 2, b: 2 });
  });

  it('fills variables in as Grafana would, and the query is then what Loki sees', () => {
    const text = 'sum(count_over_time({service=~"${service:regex}"} |~ "(?i)$text" [$__auto]))';
    const filled = (names: Readonly<Record<string, string>>) =>
      evaluateInstant(numbers(text), [every15s(5)], { at: seconds(60), variables: (name) => names[name] });
    expect(filled({ service: '.+', text: 'TOOK', __auto: '1m' })).toMatchObject({ samples: [{ value: 4 }] });
    expect(filled({ service: '.+', text: '(', __auto: '1m' })).toMatchObject({ ok: false });
    expect(filled({ service: '.+', text: 'x', __auto: 'five' })).toMatchObject({ ok: false });
  });
});

describe('evaluateRange()', () => {
  test.each(ANSWERS.metric.filter(({ result }) => result !== undefined))(
    'agrees with the single moments: $query',
    ({ query }) => {
      const node = numbers(query);
      const [start, end] = [asked - seconds(60), asked];
      const found = evaluateRange(node, LINES, { start, end, step: { ms: 15_000 } });
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      for (let at = start; at <= end; at += seconds(15)) {
        const single = evaluateInstant(node, LINES, { at });
        const ofMoment = found.series.flatMap(({ labels, points }) =>
          points.filter((point) => point.at === at).map(({ value }) => ({ labels, value })),
        );
        const sorted = (list: readonly { readonly labels: object }[]) =>
          list.map((each) => JSON.stringify(each)).sort();
        expect(sorted(ofMoment)).toEqual(sorted(single.ok ? single.samples : []));
      }
    },
  );
});
