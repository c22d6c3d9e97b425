/**
 * A process of its own: a generated system of as many dashboards of 30 panels as it is told, with as many alerts, from
 * the model to checked files. Prints how long that took without loading any code, how long JSON.stringify takes of the same
 * objects, and the memory.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source, target } from '../../lib/catalogue/metric.ts';
import { check } from '../../lib/check/check.ts';
import { emit } from '../../lib/emit/emit.ts';
import { writeFiles } from '../../lib/emit/files/write.ts';
import { alert } from '../../lib/model/alert.ts';
import { series } from '../../lib/model/alert-test.ts';
import { dashboard, row } from '../../lib/model/dashboard.ts';
import { model } from '../../lib/model/model.ts';
import { timeseries } from '../../lib/model/panels.ts';
import { problemText } from '../../lib/model/problem.ts';
import { breaches } from '../../lib/model/read.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import { scrapeJob } from '../../lib/model/scrape-job.ts';
import { signal } from '../../lib/model/signal.ts';
import { text } from '../../lib/model/text.ts';
import { sum } from '../../lib/promql/aggregate.ts';
import { counter } from '../../lib/promql/metric.ts';
import { rate } from '../../lib/promql/rate.ts';
import { count, perSecond } from '../../lib/units/unit.ts';
import { median } from './measure.ts';

const PANELS = 30;
const PER_LINE = 5;
const METRICS = 200;

const dashboards = Number(process.argv[2]);
const api = target('api', { labels: ['service'] });
const from = source(api, { version: '1' });

const metrics = Array.from({ length: METRICS }, (_, index) =>
  counter(from, {
    name: `things_${index}_total`,
    help: `Things ${index}.`,
    unit: count('things'),
    labels: { kind: ['a', 'b'] },
    series: 2,
  }),
);

const started = performance.now();

function things(id: string, metric: (typeof metrics)[number]) {
  return signal({
    id: `things-${id}`,
    name: `Things ${id}`,
    description: 'How many things there are per second. Look at the service when there are none.',
    unit: perSecond('things'),
    labels: ['service', 'kind'],
    query: ({ window, by }) => sum(rate(metric, window), { by }),
    thresholds: { from: { warning: 10, critical: 100 } },
    whenEmpty: 'no data',
  });
}

const signals = metrics.map((metric, index) => things(`${index}`, metric));
/** What the alert on a dashboard's first panel reads: it is shown nowhere else. */
const watched = Array.from({ length: dashboards }, (_, index) => things(`of-board-${index}`, nth(metrics, index)));

function nth<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

function board(index: number) {
  const panels = Array.from({ length: PANELS }, (_, panel) =>
    timeseries(panel === 0 ? nth(watched, index) : nth(signals, index * PANELS + panel), {
      key: `panel-${panel}`,
      title: `Panel ${panel}`,
      by: ['service'],
    }),
  );
  const lines = Array.from({ length: PANELS / PER_LINE }, (_, line) =>
    panels.slice(line * PER_LINE, (line + 1) * PER_LINE),
  );
  return dashboard({
    uid: `board-${index}`,
    title: `Board ${index}`,
    description: 'One of many.',
    tags: ['generated'],
    rows: [row('Health', lines.slice(0, 3)), row('More', lines.slice(3), { collapsed: true })],
  });
}

function watch(index: number) {
  const metric = nth(metrics, index);
  return alert({
    when: breaches(nth(watched, index), 'critical', { by: ['service'] }),
    for: '5m',
    group: `group-${index % 50}`,
    summary: `There are too many things ${index}.`,
    description: (l, v) => text`${l.service} has ${v} things, alert ${l.service}.`,
    test: {
      fires: {
        given: [series(metric, { service: 'a', kind: 'a' }, '0+60000x20')],
        at: '15m',
        labels: { service: 'a' },
        says: 'a has 1k things, alert a.',
      },
      silent: [
        { reason: 'few things are fine', given: [series(metric, { service: 'a', kind: 'a' }, '0+60x20')], at: '15m' },
      ],
    },
    excuses: [],
  });
}

const names = Array.from({ length: dashboards }, (_, index) => `ThingsTooMany${index}`);
const resolution = resolve(
  model({
    profiles: ['only'],
    signals: [Object.fromEntries([...signals, ...watched].map((each, index) => [`signal${index}`, each]))],
    dashboards: names.map((_, index) => board(index)),
    alerts: [Object.fromEntries(names.map((name, index) => [name, watch(index)]))],
    jobs: [scrapeJob(api, { purpose: 'The API.', static: [{ targets: ['api:80'], labels: { service: 'api' } }] })],
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    site: { grafana: 'http://grafana.example', runbooks: 'http://runbooks.example', alertmanager: 'alertmanager:9093' },
    runbooks: Object.fromEntries(names.map((name) => [name, `# ${name}\n\nLook.\n`])),
    catalogue: [Object.fromEntries(metrics.map((metric, index) => [`metric${index}`, metric]))],
  }),
  'only',
);
// Two alerts of the same signal differ in nothing but their names, which is what makes the system large.
const problems = check(resolution).filter(({ rule }) => rule !== 'rule-duplicate');
if (problems.length > 0) throw new Error(problems.slice(0, 3).map(problemText).join('\n\n'));
const beforeLoading = performance.now();
const files = await emit(resolution.model);
// Nothing is written yet: what is written with is loaded, which a process does once, however large the system is.
const loading = performance.now() - beforeLoading;
const parent = mkdtempSync(join(tmpdir(), 'bench-'));
const { written } = writeFiles({ folder: join(parent, 'dist'), files, project: { name: 'generated', folder: parent } });

const ms = performance.now() - started - loading;
const mb = process.resourceUsage().maxRSS / 1024;

/** How long JSON.stringify takes, indented, of what the JSON files hold. */
function stringified(): number {
  const json = written.filter((path) => path.endsWith('.json'));
  const objects = json.map((path): unknown => JSON.parse(readFileSync(join(parent, 'dist', path), 'utf8')));
  const times = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    for (const object of objects) JSON.stringify(object, null, 2);
    return performance.now() - begun;
  });
  return median(times);
}

process.stdout.write(JSON.stringify({ ms, mb, yardstick: stringified(), files: written.length }));
rmSync(parent, { recursive: true });
