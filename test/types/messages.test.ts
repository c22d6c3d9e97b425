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
  {
    mistake: 'a label that nothing reads from the lines',
    line: "lines.requests.filter({ metod: 'POST' });",
    names: "'metod' does not exist",
    remedy: "Did you mean to write 'method'?",
  },
  {
    mistake: 'lines grouped by a label that nothing reads from them',
    line: "l.sum(l.rate(lines.requests, '5m'), { by: ['metod'] });",
    names: '"metod"',
    remedy: 'Did you mean \'"method"\'?',
  },
  {
    mistake: 'a filter on a label that was dropped',
    line: "lines.requests.drop('method').filter({ method: 'POST' });",
    names: "'method' does not exist",
    remedy: 'readonly path: "text"',
  },
  {
    mistake: 'a text compared with a number',
    line: "lines.requests.filter({ method: { '>=': 500 } });",
    names: 'this label is text',
    remedy: "say what it holds where the line is read, such as { status: 'number' }",
  },
  {
    mistake: 'a template with a label that is not there',
    line: 'lines.requests.lineFormat((labels) => l.template`${labels.metod}`);',
    names: "'metod' does not exist",
    remedy: "Did you mean 'method'?",
  },
  {
    mistake: 'a label that is written twice',
    line: "lines.orders.labelFormat({ seconds: 'took', seconds: 'heap' });",
    names: 'multiple properties with the same name',
    remedy: 'An object literal cannot have',
  },
  {
    mistake: 'everything that Loki holds',
    line: "lines.all.where({ service: l.not('shop') });",
    names: 'Loki refuses to read everything',
    remedy: 'hold at least one label to a value that is not empty',
  },
  {
    mistake: 'lines of streams of which none is chosen',
    line: "l.countOverTime(lines.all, '5m');",
    names: 'no stream is chosen yet',
    remedy: 'name a label of the streams, with where({ … })',
  },
  {
    mistake: 'a regular expression that makes no label',
    line: "l.regexp('([0-9]+)');",
    names: 'this regular expression makes no label',
    remedy: 'name a group, such as (?P<status>[0-9]+)',
  },
  {
    mistake: 'a pattern that makes no label',
    line: "l.pattern('no captures');",
    names: 'this pattern makes no label',
    remedy: 'name a part of the line, such as <status>',
  },
  {
    mistake: 'a pattern of which two captures touch',
    line: "l.pattern('<a><b>');",
    names: "'<b>' stands at once behind another capture",
    remedy: 'the text between them tells where the first one ends',
  },
  {
    mistake: 'the value of a text',
    line: "lines.requests.unwrap('path');",
    names: "'path' is text",
    remedy: "such as { path: unit.bytes } or { path: 'duration' }",
  },
  {
    mistake: 'an average of lines without a value',
    line: "l.avgOverTime(lines.orders, '5m');",
    names: 'these lines have no value',
    remedy: 'take one of their labels for it, with unwrap()',
  },
  {
    mistake: 'a count of values',
    line: "l.countOverTime(lines.orders.unwrap('items'), '5m');",
    names: 'this counts lines and not their values',
    remedy: 'leave unwrap() out',
  },
  {
    mistake: 'a rate with a grouping of its own',
    line: "l.rate(lines.orders, '5m', { by: ['service'] });",
    names: 'Loki takes no grouping here',
    remedy: 'group around it, as in sum(countOverTime(…), { by: [...] })',
  },
  {
    mistake: 'lines as a value',
    line: 'l.sum(lines.requests);',
    names: 'these are lines, and no numbers yet',
    remedy: 'take their rate() or countOverTime() first',
  },
  {
    mistake: 'a quantile above 1',
    line: "l.quantileOverTime(2, lines.orders.unwrap('took'), '5m');",
    names: 'a quantile lies between 0 and 1',
    remedy: '0.99 for 99 of 100',
  },
  {
    mistake: 'the 0 largest series',
    line: "l.topk(0, l.rate(lines.requests, '5m'));",
    names: 'Loki wants to know how many series are left',
    remedy: 'a whole number from 1 on',
  },
  {
    mistake: 'lines and a metric in one query',
    line: "l.add(l.sum(l.rate(lines.requests, '5m')), q.sum(q.rate(m.commands_total, '5m')));",
    names: 'this is asked of Prometheus and not of Loki',
    remedy: 'show the two as queries of one panel',
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
  "import * as l from 'plainsight/logql';",
  "import * as panel from 'plainsight/panels';",
  "import * as q from 'plainsight/promql';",
  "import * as m from '#project/test/types/catalogue.ts';",
  "import * as lines from '#project/test/types/logs.ts';",
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
