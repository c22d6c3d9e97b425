/** What a real Loki was asked, written with types: it prints as the text that was asked does, once that is read back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l from 'plainsight/logql';
import * as unit from 'plainsight/units';
import { describe, expect, test } from 'vitest';
import type { LogQueryNode } from '../lib/logql/node.ts';
import { parse } from '../lib/logql/parse/parse.ts';
import { projectRoot } from './support/compiler.ts';

interface Asked {
  readonly query: string;
}
interface Answers {
  readonly log: readonly Asked[];
  readonly metric: readonly Asked[];
}
const answers: Answers = JSON.parse(readFileSync(join(projectRoot, 'test/fixtures/loki/answers.json'), 'utf8'));

const streams = l.stream({ labels: ['project', 'service', 'stream'] });
const app = streams.where({ project: 'voting-app' });
const errors = app.contains('ERROR').excludes('duplicate key');
const voted = streams.where({ service: 'worker' }).parse(l.regexp("vote for '(?P<option>[^']*)'"));
const out = streams.where({ service: 'vote', stream: 'stdout' });
const requests = out.parse(
  l.pattern('<ip> - - [<_>] "<method> <path> <_>" <status> <size> "<_>" "<agent>"', { status: 'number' }),
);
const api = streams.where({ service: 'api', stream: 'stdout' });
const events = api.parse(
  l.json({ level: 'text', route: 'text', user_id: 'text', duration: 'duration', bytes: 'bytes' }),
);
const fields = { level: 'text', route: 'text', took: 'duration', size: unit.bytes } as const;
const stderr = streams.where({ service: 'api', stream: 'stderr' });
const slow = stderr.parse(l.logfmt(fields));
const sizes = slow.unwrap('size').withoutErrors();

const perService = l.sum(l.countOverTime(app, '10m'), { by: ['service'] });
const total = l.sum(l.countOverTime(app, '10m'));
const twoServices = l.sum(l.countOverTime(streams.where({ service: ['vote', 'db'] }), '10m'), { by: ['service'] });
const byLevel = { by: ['level'] } as const;

interface Written {
  readonly node: LogQueryNode;
}

const LINES: readonly Written[] = [
  app.contains('ERROR'),
  errors,
  app.contains(/waiting|reconnect/i),
  app.excludes(/vote|HTTP/),
  app.contains('Waiting', 'FATAL'),
  streams.where({ service: ['worker', 'db'] }).contains('Waiting for db'),
  streams.where({ service: 'vote' }).contains(/\[INFO\] Received vote for/),
  streams.where({ service: 'vote' }).contains('<script>'),
  requests.filter({ status: { '>=': 500 } }),
  requests.filter({ method: 'POST' }).filter({ status: '302' }),
  out.parse(l.regexp('"(?P<method>\\w+) (?P<path>\\S+) HTTP/[\\d.]+" (?P<status>\\d{3})')).filter({ status: /5../ }),
  events.filter({ level: 'error' }),
  api
    .parse(l.json({ status: 'number', who: 'text' }, { paths: { status: 'status', who: 'user.id' } }))
    .filter({ status: 500 }),
  events.filter({ user_id: '3' }).filter({ duration: { '>': '200ms' } }),
  events.filter({ bytes: { '>=': '4KB' } }),
  events.lineFormat((labels) => l.template`${labels.route} ${labels.duration}`).filter({ route: '/pay' }),
  slow.filter({ level: 'error' }),
  slow.filter({ took: { '>': '0.7s' } }),
  slow.filter({ __error__: l.not('') }),
  stderr.parse(l.logfmt(fields, { strict: true })).filter({ __error__: l.not('') }),
  slow
    .labelFormat({ seconds: 'took', what: (labels) => l.template`${labels.route}` })
    .filter({ what: '/pay' })
    .filter({ size: { '>': 400 } }),
  requests.filter({ ip: l.ip('172.18.0.2/32') }).filter({ status: 500 }),
  events.drop('bytes', 'duration').filter({ level: 'error' }),
  events.keep('level').filter({ level: 'error' }),
  app.contains(l.linePattern('<_>ERROR<_>')),
  voted.filter({ option: l.not(/a|b/) }).filter({ option: l.not('') }),
];

/** In the order of the answers; undefined where the types refuse what Loki refused. */
const NUMBERS: readonly (Written | undefined)[] = [
  total,
  perService,
  l.sum(l.rate(app, '5m'), { by: ['service'] }),
  l.sum(l.rate(errors, '10m')),
  l.sum(l.countOverTime(requests, '10m'), { by: ['status'] }),
  l.sum(l.rate(requests, '5m'), { by: ['method', 'status'] }),
  l.div(l.sum(l.countOverTime(requests.filter({ status: /5../ }), '10m')), l.sum(l.countOverTime(requests, '10m'))),
  l.sum(l.bytesOverTime(app, '10m'), { by: ['service'] }),
  l.sum(l.bytesRate(app, '5m'), { by: ['service'] }),
  l.max(l.maxOverTime(events.unwrap('duration'), '10m'), { by: ['route'] }),
  l.quantileOverTime(0.95, events.unwrap('duration').withoutErrors(), '10m', { by: ['route'] }),
  l.avgOverTime(slow.unwrap('size'), '10m', byLevel),
  undefined,
  l.stddevOverTime(sizes, '10m', byLevel),
  l.firstOverTime(sizes, '10m', byLevel),
  l.lastOverTime(sizes, '10m', byLevel),
  l.minOverTime(slow.unwrap('took').withoutErrors(), '10m', byLevel),
  l.rate(sizes, '10m'),
  l.topk(2, perService),
  l.bottomk(1, perService),
  l.sortDesc(perService),
  l.gt(perService, 50),
  l.gt(perService, 50, { bool: true }),
  l.sum(l.countOverTime(app, '5m', { offset: '5m' })),
  l.absentOverTime(streams.where({ service: 'nothing' }), '5m'),
  l.absentOverTime(streams.where({ service: 'db' }).contains('PANIC'), '10m'),
  l.orZero(l.sum(l.countOverTime(app.contains('ERROR'), '10m'))),
  l.or(l.sum(l.countOverTime(app.contains('NEVER'), '10m')), l.vector(0, unit.count('lines'))),
  l.sum(l.countOverTime(voted.filter({ option: l.not('') }), '10m'), { by: ['option'] }),
  l.labelReplace(perService, { to: 'svc', from: 'service', matching: '(.*)', value: '$1' }),
  l.mul(perService, l.inUnit(unit.ratio, perService, { reason: 'a test' }), { on: ['service'], groupLeft: [] }),
  l.sum(l.countOverTime(app, '10m'), { without: ['stream'] }),
  l.count(l.countOverTime(app, '10m')),
  l.avg(l.countOverTime(app, '10m'), { by: ['project'] }),
  l.sub(perService, 1),
  l.mul(-1, total),
  l.and(perService, twoServices),
  l.unless(perService, twoServices),
  undefined,
  l.rateCounter(sizes, '10m'),
];

/** `duration_seconds(…)` is the same as `duration(…)`, which the types write. */
const sameConversion = (text: string): string => text.replace('duration_seconds(', 'duration(');

function readBack(text: string): string {
  const parsed = parse(sameConversion(text));
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  return l.print(parsed.node);
}

describe('queries that a real Loki answered, written with types', () => {
  test.each(answers.log.map(({ query }, index) => ({ query, written: LINES[index] })))(
    '$query',
    ({ query, written }) => {
      expect(written === undefined ? 'not written' : l.print(written.node)).toBe(readBack(query));
    },
  );

  const metric = answers.metric.map(({ query }, index) => ({ query, written: NUMBERS[index] }));
  test.each(metric.flatMap(({ query, written }) => (written === undefined ? [] : [{ query, written }])))(
    '$query',
    ({ query, written }) => {
      expect(l.print(written.node)).toBe(readBack(query));
    },
  );

  test('those that are not written are those that it refused', () => {
    expect(metric.flatMap(({ query, written }) => (written === undefined ? [query] : []))).toEqual([
      'sum_over_time({service="api",stream="stdout"} | json | unwrap bytes(bytes) [10m]) by (level)',
      'approx_topk(2, sum by (service) (count_over_time({project="voting-app"}[10m])))',
    ]);
    expect(LINES).toHaveLength(answers.log.length);
    expect(NUMBERS).toHaveLength(answers.metric.length);
  });
});
