/**
 * The tests of the alerts can fail: with a comparison turned round, without the minutes for which an alert goes on after
 * its end, or with an alert written as others got it wrong, promtool must say so.
 */
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { prometheusFiles } from '../lib/emit/prometheus/files.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import type { ResolvedAlert, ResolvedModel } from '../lib/model/resolved.ts';
import type { BinaryOperator, Node } from '../lib/promql/node.ts';
import { print } from '../lib/promql/print.ts';
import { parseDuration } from '../lib/units/duration.ts';
import { loadModel } from '../scripts/project.ts';
import { type Files, promtool } from '../test/support/promtool-files.ts';
import { describeWithServer } from '../test/support/servers.ts';

const instrumented = resolve(await loadModel(), 'instrumented').model;

const filesOf = (resolved: ResolvedModel): Files => prometheusFiles(resolved);

interface TestFile {
  readonly tests: readonly {
    readonly name: string;
    readonly alert_rule_test: readonly { readonly eval_time: string; readonly alertname: string }[];
  }[];
}

/** The tests of one alert, the shortest first. */
function testsOf(alert: string, files: Files) {
  const all = [...files].flatMap(([path, text]) => {
    const { tests }: TestFile = path.startsWith('tests/') ? parse(text) : { tests: [] };
    return tests.flatMap(({ name, alert_rule_test: [of] }) =>
      of?.alertname === alert ? [{ path, name, ms: parseDuration(of.eval_time)?.ms ?? 0 }] : [],
    );
  });
  return all.sort((a, b) => a.ms - b.ms);
}

/** What promtool says of those tests of one alert whose names begin with `said`. */
async function verdictOn(alert: string, said: string, files: Files): Promise<string> {
  const wanted = testsOf(alert, files).filter(({ name }) => name.startsWith(said));
  const [path = ''] = wanted.map((test) => test.path);
  return await promtool(files, ['test', 'rules', ...wanted.flatMap(({ name }) => ['--run', exactly(name)]), path]);
}

const exactly = (name: string): string => `^${name.replace(/[^\w\s]/g, (character) => `\\${character}`)}$`;

/** Whether a test of the alert fails, of those whose names begin with `said`. One is enough, and the longest take minutes. */
async function isNoticed(alert: string, files: Files, said = alert): Promise<boolean> {
  for (const { path, name } of testsOf(alert, files).filter((test) => test.name.startsWith(said))) {
    const answer = await promtool(files, ['test', 'rules', '--run', exactly(name), path]);
    if (answer.includes('FAILED')) return true;
    expect(answer).toBe('accepted');
  }
  return false;
}

/** A model with one alert alone, whose tests then go by steps of their own: the smallest of a group is slow for hours. */
function only(name: string, resolved: ResolvedModel): ResolvedModel {
  const groups = resolved.groups.map((group) => ({
    ...group,
    rules: group.rules.filter((rule) => rule.kind === 'recording' || rule.name === name),
  }));
  return { ...resolved, groups: groups.filter(({ rules }) => rules.some((rule) => rule.name === name)) };
}

const OPPOSITE: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '>': '<=',
  '<': '>=',
  '>=': '<',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** The expression with its leftmost outermost comparison turned round; undefined where there is none. */
function inverted(node: Node): Node | undefined {
  if (node.kind !== 'binary') return undefined;
  const operator = OPPOSITE[node.operator];
  if (operator !== undefined) return { ...node, operator };
  const left = inverted(node.left);
  if (left !== undefined) return { ...node, left };
  const right = inverted(node.right);
  return right === undefined ? undefined : { ...node, right };
}

function withInverted(resolved: ResolvedModel, of: ResolvedAlert): ResolvedModel {
  const node = inverted(of.node);
  if (node === undefined) throw new TypeError(`there is no comparison in ${print(of.node)}`);
  return replaced(resolved, of, { ...of, node });
}

/** A model in which an alert is over as soon as its fault is. */
function withoutGoingOn(resolved: ResolvedModel, of: ResolvedAlert): ResolvedModel {
  const { keepFiringFor: _, ...ends } = of;
  return replaced(resolved, of, ends);
}

function replaced(resolved: ResolvedModel, of: ResolvedAlert, by: ResolvedAlert): ResolvedModel {
  const groups = resolved.groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => (rule === of ? by : rule)),
  }));
  return { ...resolved, groups };
}

/** Files in which one text of the rules is another. */
function edited(files: Files, from: string, to: string): Files {
  const changed = new Map(
    [...files].map(([path, text]) => [path, path.startsWith('rules/') ? text.replaceAll(from, to) : text]),
  );
  if ([...changed].every(([path, text]) => files.get(path) === text)) throw new Error(`no rule says ${from}`);
  return changed;
}

const SIZE = 'sum by (job) (pg_database_size_bytes{job="postgres"})';
const CHANGED = 'sum by (instance) (rate(pg_stat_user_tables_n_tup_upd{job="postgres",relname="votes"}[5m]))';
const LOG = 'sum by (job) (pg_wal_size_bytes{job="postgres"})';
const BUSIEST = '[30m:1m]) * 0.125';

const OF_THE_APP = 'container_label_com_docker_compose_project="example-voting-app",job="cadvisor"';

/** Ways in which others got these alerts wrong, and what the tests then say. */
const MISTAKES = [
  ['a rate over a longer window', ['votes"}[2m])) or', 'votes"}[5m])) or'], 'VotePipelineStalled fires'],
  [
    'no allowance for the moments between scrapes',
    [BUSIEST, '[30m:1m]) * 0'],
    'VoteLoss stays silent: when voting ends',
  ],
  [
    'a difference while one exporter was away',
    ['min(count_over_time(pg_stat_user_tables_n_tup_ins{job="postgres",relname="votes"}[30m])) >= 119', 'vector(1)'],
    'VoteLoss stays silent: the exporter of PostgreSQL is away',
  ],
  [
    'a worker that is slow for one that is gone',
    [' unless sum(rate(pg_stat_user_tables_n_tup_ins{job="postgres",relname="votes"}[2m])) > 0', ''],
    'WorkerNotPolling stays silent: a slow PostgreSQL',
  ],
  [
    'a full Redis for one that is down',
    [' unless (min(', ' unless (vector(0) > 1 and min('],
    'RedisDown stays silent: a Redis without free slots',
  ],
  [
    'a dead exporter for a database that hangs',
    [' unless on (instance) scrape_duration_seconds{job="postgres"} < 8', ''],
    'PostgresDown stays silent: without its exporter',
  ],
  [
    'no zero for a command that Redis has forgotten',
    [' or max(redis_up{job="redis"} == 1) * 0', ''],
    'WorkerNotPolling fires',
  ],
  [
    'a zero for an unknown queue',
    [
      'job) (redis_key_size{db="db0",job="redis",key="votes"})',
      'job) (redis_key_size{job="redis"}) or label_replace(vector(0), "job", "redis", "", "")',
    ],
    'QueueLengthUnknown fires',
  ],
  [
    'the write-ahead log in the size',
    [SIZE, `${SIZE} + ${LOG}`],
    'DbVolumeGrowth stays silent: the first rise of the w',
  ],
  [
    'what was copied once for growth',
    ['sum offset 30m)) * 48 <', 'sum offset 3h)) * 8 >'],
    'DbVolumeGrowth stays silent: one import',
  ],
  [
    'the absence of one container where none is seen',
    [` and group(container_last_seen{${OF_THE_APP}})`, ''],
    'ContainerAbsent stays silent: cAdvisor',
  ],
  [
    'containers of another project for those of the app',
    [`container_last_seen{${OF_THE_APP},service=`, 'container_last_seen{service='],
    'ContainerAbsent fires',
  ],
  [
    'absence without asking cAdvisor',
    [' and max(up{job="cadvisor"}) == 1', ''],
    'ContainersUnseen stays silent: cAdvisor',
  ],
  [
    'a limit of 0 for a limit',
    ['(redis_memory_max_bytes{job="redis"}) > 0 or', '(redis_memory_max_bytes{job="redis"}) or'],
    'RedisMemoryHigh stays',
  ],
  [
    'rollbacks without what explains them',
    [CHANGED, `${CHANGED} * 0`],
    'PostgresUnexpectedRollbacks stays silent: people who vote again',
  ],
  [
    'long polls among the requests',
    ['route!~"/socket\\\\.io.*|/metrics",', ''],
    'HighLatency stays silent: long polls',
  ],
  [
    'a share of failures alone',
    ['[1h])) or vector(0)) >= 5', '[1h])) or vector(0)) >= 0'],
    'HighErrorRate stays silent: two failures',
  ],
  ['every request for a vote', ['method="POST",', ''], 'HighErrorRate stays silent: pages that fail'],
  ['a share of slow requests alone', ['[1h])) >= 5', '[1h])) >= 0'], 'HighLatency stays silent: three slow'],
  ['a forecast alone', [' < 0.4 and', ' < 4 and'], 'DiskFilling stays silent: a disk that is half empty'],
  ['a prediction from zero', [' < 0.01', ' < 0'], 'DiskFilling fires'],
  [
    'the sum over three containers',
    ['max by (service, name) (sum by', 'sum by (service) (sum by'],
    'ContainerRestartLoop',
  ],
  [
    'one filesystem divided by another',
    ['instance, mountpoint) (node_filesystem_avail', 'instance) (node_filesystem_avail'],
    'DiskAlmostFull',
  ],
] as const;

/**
 * Watchdog always fires. Two pairs of windows set a burn alert off, so that turning one comparison round need not show:
 * test/objectives.test.ts tries each of them.
 */
const conditional = instrumented.groups
  .flatMap(({ rules }) => rules)
  .filter((rule) => rule.kind === 'alert')
  .filter(({ name }) => name !== 'Watchdog' && !name.endsWith('BudgetBurn'));

describeWithServer(['promtool'], 'promtool', () => {
  it.each(conditional.map((alert) => [alert.name, alert.severity, alert] as const))(
    'notices when the comparison of %s (%s) is turned round',
    async (name, _, alert) => {
      expect(await isNoticed(name, filesOf(only(name, withInverted(instrumented, alert))))).toBe(true);
    },
  );

  it.each(
    conditional.flatMap((alert) =>
      alert.keepFiringFor === undefined ? [] : [[alert.name, alert.severity, alert] as const],
    ),
  )('notices when %s (%s) no longer goes on after its end', async (name, _, alert) => {
    expect(await isNoticed(name, filesOf(only(name, withoutGoingOn(instrumented, alert))), `${name} fires`)).toBe(true);
  });

  it.each(MISTAKES)('notices %s', async (_, [from, to], said) => {
    const [name = ''] = said.split(' ');
    const answer = await verdictOn(name, said, edited(filesOf(only(name, instrumented)), from, to));
    expect(answer).toContain('FAILED');
    expect(answer).toContain(said);
  });
});
