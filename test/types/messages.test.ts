/**
 * What the compiler says of the mistakes that are made most: it names the thing, and what to do about it. The messages
 * are kept word for word, so that a change of types that spoils one is seen in review.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../support/compiler.ts';

interface Mistake {
  readonly mistake: string;
  readonly line: string;
  /** The part of the message that says what is wrong. */
  readonly names: string;
  /** The part that says what would be right. */
  readonly remedy: string;
}

const MISTAKES: readonly Mistake[] = [
  {
    mistake: 'a metric that no exporter exposes',
    line: "q.rate(m.comands_total, '5m');",
    names: "'comands_total' does not exist",
    remedy: "Did you mean 'commands_total'?",
  },
  {
    mistake: 'a label that the metric lacks',
    line: "m.commands_total.where({ cmdd: 'rpush' });",
    names: "'cmdd' does not exist",
    remedy: "Did you mean to write 'cmd'?",
  },
  {
    mistake: 'the rate of a gauge',
    line: "q.rate(m.memory_bytes, '5m');",
    names: 'rate() needs a counter',
    remedy: 'for a gauge use delta() or deriv()',
  },
  {
    mistake: 'a raw counter as a value',
    line: 'q.sum(m.commands_total);',
    names: 'a raw counter only tells when it was last restarted',
    remedy: 'take its rate() or increase() first',
  },
  {
    mistake: 'a quantile without le',
    line: "q.histogramQuantile(0.9, q.sum(q.buckets(m.latency_seconds, '5m')));",
    names: "histogramQuantile() needs the label 'le'",
    remedy: "keep it in the aggregation, { by: [..., 'le'] }",
  },
  {
    mistake: 'a label that is summed away',
    line: "q.sum(q.sum(q.rate(m.commands_total, '5m'), { by: ['cmd', 'service'] }), { by: ['job'] });",
    names: '"job"',
    remedy: 'not assignable to type \'"cmd" | "service"\'',
  },
  {
    mistake: 'bytes and a point in time',
    line: 'q.add(m.memory_bytes, m.start_time_seconds);',
    names: 'bytes + timestamp',
    remedy: 'only the same unit can be added; convert one side first',
  },
  {
    mistake: 'a quotient without meaning',
    line: "q.div(q.max(m.memory_bytes), q.sum(q.rate(m.commands_total, '5m')));",
    names: 'bytes ÷ commands/s has no unit',
    remedy: 'say what it means with averagePer(), countedAs() or inUnit()',
  },
  {
    mistake: 'a join in which one side lacks a label',
    line: "q.div(q.max(m.key_size, { by: ['job'] }), q.max(m.key_size));",
    names: "only one side has the label 'job'",
    remedy: 'aggregate both sides to the same labels, or match with { on: [...] } or { ignoring: [...] }',
  },
  {
    mistake: 'the derivative of what is not recorded',
    line: "q.deriv(q.max(m.key_size), '10m');",
    names: 'this needs the gap-free samples of a metric',
    remedy: 'record the signal and take recorded(signal)',
  },
  {
    mistake: 'a zero for each of many series',
    line: "q.orZero(q.max(m.key_size, { by: ['job'] }));",
    names: "this vector still has the label 'job'",
    remedy: 'aggregate it to one series first',
  },
  {
    mistake: "an expression's range without a step",
    line: "q.maxOverTime(q.max(m.key_size), '1h');",
    names: "an expression's range needs { step: '1m' }",
    remedy: 'how often it is evaluated',
  },
  {
    mistake: 'queries of two units on one panel',
    line: "panel.timeseries({ key: 'k', title: 'T', description: 'D.', queries: [s.memory, s.commands] });",
    names: '"commands"',
    remedy: 'is not assignable to type',
  },
  {
    mistake: 'a panel split by a label that the signal has not',
    line: "panel.timeseries(s.memory, { by: ['cmd'] });",
    names: '"cmd"',
    remedy: '"job"',
  },
  {
    mistake: 'an option of another kind of panel',
    line: "panel.timeseries(s.memory, { sparkline: 'area' });",
    names: "'sparkline' does not exist",
    remedy: 'TimeseriesOptions',
  },
  {
    mistake: 'several queries without a title',
    line: "panel.timeseries({ key: 'k', description: 'D.', queries: [s.memory] });",
    names: "'title' is missing",
    remedy: 'but required',
  },
];

const SIGNALS = `
import { signal } from 'plainsight';
import * as q from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as m from '#project/test/types/catalogue.ts';
const words = { name: 'X', description: 'Y.', whenEmpty: 'no data' } as const;
export const memory = signal({ ...words, id: 'memory', unit: unit.bytes, labels: ['job'], query: ({ by }) => q.max(m.memory_bytes, { by }) });
export const commands = signal({ ...words, id: 'commands', unit: unit.perSecond('commands'), query: ({ window }) => q.sum(q.rate(m.commands_total, window)) });
`;

const HEADER = [
  "import * as panel from 'plainsight/panels';",
  "import * as q from 'plainsight/promql';",
  "import * as m from '#project/test/types/catalogue.ts';",
  "import * as s from './signals.ts';",
];

describe('the compiler', () => {
  let said: readonly string[] = [];

  beforeAll(async () => {
    const text = [...HEADER, ...MISTAKES.map(({ line }) => line)].join('\n');
    const diagnostics = await compile({ files: { 'mistakes.ts': text, 'signals.ts': SIGNALS } });
    said = MISTAKES.map((_, i) =>
      diagnostics
        .filter(({ line }) => line === HEADER.length + i + 1)
        .map((diagnostic) => diagnostic.text)
        .join('\n'),
    );
  });

  test.each(MISTAKES.map((mistake, i) => ({ ...mistake, i })))('on $mistake', ({ i, names, remedy }) => {
    expect(said[i]).toContain(names);
    expect(said[i]).toContain(remedy);
  });

  test('says it in these words', async () => {
    const pages = MISTAKES.map(({ mistake, line }, i) => `# ${mistake}\n${line}\n\n${said[i]}\n`);
    await expect(pages.join('\n')).toMatchFileSnapshot('__snapshots__/messages.txt');
  });
});
