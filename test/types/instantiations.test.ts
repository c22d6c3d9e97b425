/**
 * What typical calls cost the compiler, in instantiations: what a call adds to a file of 200 of its kind. The limits are
 * somewhat above what is measured. Whoever meets one should look at the types again before it is raised: in a system of
 * 3,000 panels 100 instantiations a query are some tenths of a second.
 */
import { expect, test } from 'vitest';
import { instantiations } from '../support/compiler.ts';

const CALLS = 200;

const HEAD = `import { counter, signal, source, target } from 'plainsight';
import * as l from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import * as q from 'plainsight/promql';
import * as unit from 'plainsight/units';

const api = source(target('api', { labels: ['service'] }), { version: '1' });
const total = counter(api, { name: 'a_total', help: '', unit: unit.count('things'), labels: { route: ['/'], status: ['200'] } });
const by: readonly ('service' | 'route')[] = [];
const lines = l.stream({ labels: ['service', 'stream'], only: { project: 'p' } });
const access = l.pattern('<ip> - - [<_>] "<method> <path> <_>" <status> <size> <_>', { status: 'number', size: unit.bytes });
const things = q.sum(q.rate(total, '5m'), { by });
const share = signal({ id: 'a', name: 'A', description: 'D.', unit: unit.ratio, labels: ['service', 'route'], whenEmpty: 'no data', query: () => q.div(things, things) });
`;

const ratio = (window: string): string =>
  `q.div(q.sum(q.rate(total.where({ status: /5../ }), ${window}), { by }), q.sum(q.rate(total, ${window}), { by }))`;

const CASES = [
  {
    what: 'a metric of a catalogue',
    call: "counter(api, { name: 'b_total', help: '', unit: unit.count('things'), labels: { route: ['/'], status: ['200'] } })",
    limit: 10,
  },
  { what: 'an aggregation', call: 'q.sum(q.rate(total, q.rateInterval), { by })', limit: 45 },
  {
    what: 'a signal with a ratio',
    call: `signal({ id: 'b', name: 'B', description: 'D.', unit: unit.ratio, labels: ['service', 'route'], whenEmpty: 'no data', query: ({ window, by }) => ${ratio('window')} })`,
    limit: 170,
  },
  {
    what: 'a format of lines',
    call: `l.pattern('<ip> #- - [<_>] "<method> <path> <_>" <status> <size> <_>', { status: 'number', size: unit.bytes })`,
    limit: 300,
  },
  {
    what: 'a count of lines',
    call: "l.sum(l.countOverTime(lines.where({ service: 'a' }).contains('ERROR'), '5m'), { by: ['service'] })",
    limit: 90,
  },
  {
    what: 'a rate of parsed lines',
    call: "l.sum(l.rate(lines.parse(access).filter({ status: { '>=': 500 } }), '5m'), { by: ['method'] })",
    limit: 60,
  },
  {
    what: 'a quantile of their values',
    call: "l.quantileOverTime(0.9, lines.parse(access).unwrap('size').withoutErrors(), '5m', { by: ['method'] })",
    limit: 60,
  },
  { what: 'a panel', call: "panel.timeseries(share, { by: ['service'] })", limit: 10 },
];

/**
 * A file that makes each call once, and those of one case more often. What the compiler has seen before costs it nothing:
 * `#` is another number in each call.
 */
function calls(often?: string): string {
  const lines = CASES.flatMap(({ what, call }) => Array.from({ length: what === often ? 1 + CALLS : 1 }, () => call));
  const consts = lines.map((call, index) => `export const each${index} = ${call.replaceAll('#', String(index))};`);
  return `${HEAD}${consts.join('\n')}\n`;
}

const counts = await instantiations([calls(), ...CASES.map(({ what }) => calls(what))]);

test.each(CASES.map((each, index) => ({ ...each, taken: counts[index + 1] })))(
  '$what stays under $limit instantiations',
  ({ limit, taken = Number.NaN }) => {
    const [once = Number.NaN] = counts;
    expect((taken - once) / CALLS).toBeGreaterThan(0);
    expect((taken - once) / CALLS).toBeLessThan(limit);
  },
);
