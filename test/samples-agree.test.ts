/** Invented values agree with each other on every dashboard: a picture that contradicts itself teaches nobody. */
import { expect, it } from 'vitest';
import { levelOf } from '../lib/model/look/levels.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import type { ResolvedAlert, ResolvedModel, ResolvedQuery } from '../lib/model/resolved.ts';
import type { Node } from '../lib/promql/node.ts';
import { print } from '../lib/promql/print.ts';
import { visit } from '../lib/promql/walk.ts';
import { type SampleSeries, sampleSeries } from '../lib/sample/series.ts';
import { type KnownJobs, knownJobs, labelsKey } from '../lib/sample/target-labels.ts';
import { loadModel } from '../scripts/project.ts';

const model = await loadModel();
const profiles = model.profiles.map((profile) => resolve(model, profile).model);

interface Shown extends SampleSeries {
  readonly where: string;
  readonly query: ResolvedQuery;
}

/** Every series of every panel. */
function shownIn({ dashboards, jobs }: ResolvedModel): readonly Shown[] {
  const known: KnownJobs = knownJobs(jobs);
  return dashboards.flatMap(({ uid, rows }) =>
    rows.flatMap(({ panels }) =>
      panels.flatMap(({ key, kind, queries }) =>
        kind === 'heatmap'
          ? []
          : queries.flatMap((query) =>
              sampleSeries(query, known).map((each) => ({ where: `${uid} ${key}`, query, ...each })),
            ),
      ),
    ),
  );
}

const everything = profiles.map(shownIn);

const last = ({ values }: SampleSeries): number => values.at(-1) ?? Number.NaN;
const meanOf = ({ values }: SampleSeries): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const isOverRange = ({ query }: Shown): boolean =>
  query.language === 'promql' && print(query.node).includes('$__range');

/** The values of a signal at each moment, by label set: of a graph where there is one. */
function of(shown: readonly Shown[], id: string): ReadonlyMap<string, readonly number[]> {
  const found = shown.filter((each) => each.query.signal.id === id && !isOverRange(each));
  return new Map(found.map((each) => [labelsKey(each.labels), each.values]));
}

it.each(profiles.map((resolved, index) => [resolved.profile, everything[index] ?? missing()] as const))(
  '%s: a number is the last point of its graph, or the mean of it',
  (_, shown) => {
    const graphs = new Map<string, Shown>();
    const name = (each: Shown) => `${each.query.signal.id} ${labelsKey(each.labels)}`;
    for (const each of shown) if (each.query.format === 'range') graphs.set(name(each), each);
    let compared = 0;
    for (const each of shown) {
      const graph = graphs.get(name(each));
      if (graph === undefined) continue;
      const wanted =
        isOverRange(each) && /rate\(|avg_over_time\(/.test(print(nodeOf(each))) ? meanOf(graph) : last(graph);
      // A moment without a line is a gap in both.
      if (Number.isNaN(wanted) && Number.isNaN(last(each))) continue;
      expect(last(each), `${each.where} and ${graph.where}: ${name(each)}`).toBeCloseTo(wanted, 6);
      compared++;
    }
    expect(compared).toBeGreaterThan(20);
  },
);

const COMBINED: Readonly<Record<string, (values: readonly number[]) => number>> = {
  max: (all) => Math.max(...all),
  min: (all) => Math.min(...all),
  sum: (all) => all.reduce((total, each) => total + each, 0),
};

it.each(profiles.map((resolved, index) => [resolved.profile, everything[index] ?? missing()] as const))(
  '%s: a number for the whole is what the graph of its parts ends with',
  (_, shown) => {
    let compared = 0;
    for (const each of shown) {
      if (each.query.language !== 'promql' || each.query.format !== 'instant' || isOverRange(each)) continue;
      const graphs = shown.filter(
        ({ query }) =>
          query.signal.id === each.query.signal.id &&
          query.format === 'range' &&
          query.labels.length > each.query.labels.length,
      );
      const root = nodeOf(each);
      const combine = root.kind === 'aggregate' ? COMBINED[root.operator] : undefined;
      const parts = graphs.filter(({ labels }) =>
        Object.entries(each.labels).every(([label, value]) => labels[label] === value),
      );
      if (combine === undefined || parts.length === 0) continue;
      expect(last(each), `${each.where} and ${parts[0]?.where}`).toBeCloseTo(combine(parts.map(last)), 6);
      compared++;
    }
    expect(compared).toBeGreaterThan(0);
  },
);

/** What is counted twice on different dashboards, in one profile or in both. */
it.each([
  ['votes-by-option', 'votes-accepted', 1],
  ['probe-phases', 'probe-duration', 1],
] as const)('%s adds up to %s', (parts, whole, part) => {
  const shown = everything[0] ?? missing();
  const sums = sumsOf([...of(shown, parts).values()]);
  const wholes = [...of(shown, whole).values()];
  for (const [moment, sum] of sums.entries()) {
    const wanted = Math.max(...wholes.map((values) => values[moment] ?? Number.NaN));
    expect(sum).toBeCloseTo(part * wanted, 6);
  }
});

it('counts as many votes in log lines as vote accepts, as many lines as Alloy sends, and as many as Loki takes', () => {
  const [, stock = missing()] = everything;
  const mean = (values: readonly number[]): number => {
    const known = values.filter((value) => !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const about = (id: string): number => mean(sumsOf([...of(stock, id).values()]));
  expect(about('votes-by-option') / about('votes-accepted')).toBeCloseTo(1, 1);
  expect(about('log-lines') / about('alloy-sent')).toBeCloseTo(1, 1);
  expect(of(stock, 'loki-lines')).toEqual(of(stock, 'alloy-sent'));
});

it('tells one story of the disk: what is in use, what is left, when it is full, and what db-data takes of it', () => {
  for (const shown of everything) {
    const now = (id: string): number => Math.max(...[...of(shown, id).values()].map((values) => values.at(-1) ?? NaN));
    const [left, tomorrow] = [now('disk-available'), now('disk-left-in-1d')];
    expect(now('disk-full-in') / 86_400).toBeCloseTo(left / (left - tomorrow), 6);
    const [first = 0, ...later] = [...of(shown, 'disk-available').values()][0] ?? [];
    expect((24 * (first - (later.at(-1) ?? 0))) / (left - tomorrow)).toBeCloseTo(1, 0);
    expect(now('volume-size')).toBeGreaterThan(now('database-size') + now('write-ahead-log-size'));
    expect(now('volume-size')).toBeLessThan(1.05 * (now('database-size') + now('write-ahead-log-size')));
  }
});

it('shows a burn rate that is the share of errors by what is allowed, on every dashboard the same', () => {
  for (const shown of everything) {
    const burns = of(shown, 'vote-availability-burn-5m').get('service=vote') ?? [];
    const shares = of(shown, 'vote-availability-error-ratio-5m').get('service=vote') ?? [];
    expect(burns.length).toBeGreaterThan(0);
    for (const [moment, burn] of burns.entries()) expect(burn).toBeCloseTo((shares[moment] ?? NaN) / 0.005, 6);
    const left = shown.filter(({ query }) => query.signal.id === 'vote-availability-budget');
    expect(left.length).toBeGreaterThan(1);
    expect(new Set(left.map(last)).size).toBe(1);
  }
});

function sumsOf(lines: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = lines;
  return first.map((_, moment) => lines.reduce((sum, values) => sum + (values[moment] || 0), 0));
}

function nodeOf({ query }: Shown): Node {
  if (query.language !== 'promql') throw new TypeError(`${query.key} is no PromQL`);
  return query.node;
}

/** Two ways to say one number. */
const SAME: readonly (readonly [whole: string, parts: readonly string[], as: (...parts: number[]) => number])[] = [
  ['transactions', ['commits', 'rollbacks'], (committed, rolledBack) => committed + rolledBack],
  ['queue-wait', ['votes-waiting', 'worker-polls'], (waiting, polls) => waiting / polls],
  ['worker-saturation', ['votes-accepted', 'worker-polls'], (accepted, polls) => accepted / polls],
  ['votes-done', ['votes-stored', 'votes-changed'], (fresh, changed) => fresh + changed],
];

it.each(SAME)('%s is what %j make of it, at every moment', (whole, parts, as) => {
  for (const shown of everything) {
    const made = of(shown, whole).get('');
    const from = parts.map((part) => of(shown, part).get('') ?? []);
    expect(made).toBeDefined();
    for (const [moment, value] of (made ?? []).entries()) {
      expect(value).toBeCloseTo(as(...from.map((values) => values[moment] ?? Number.NaN)), 6);
    }
  }
});

it('shows sessions by state that are all connections, and those that are active', () => {
  for (const shown of everything) {
    const states = [...of(shown, 'sessions').values()];
    const all = of(shown, 'connections').get('') ?? [];
    expect(states.length).toBeGreaterThan(2);
    for (const [moment, connections] of all.entries()) {
      expect(states.reduce((sum, values) => sum + (values[moment] ?? 0), 0)).toBe(connections);
    }
    expect(of(shown, 'sessions').get('state=active')).toEqual(of(shown, 'active-connections').get(''));
  }
});

it('shows quantiles in order, of the services that are timed', () => {
  const shown = everything[0] ?? missing();
  const [median, p95, p99] = ['latency-p50', 'latency-p95', 'latency-p99'].map((id) => of(shown, id));
  expect([...(p99?.keys() ?? [])].sort()).toEqual(['service=result', 'service=vote']);
  for (const [labels, values] of p95 ?? []) {
    for (const [moment, value] of values.entries()) {
      expect(value).toBeGreaterThanOrEqual(median?.get(labels)?.[moment] ?? Number.NaN);
      expect(value).toBeLessThanOrEqual(p99?.get(labels)?.[moment] ?? Number.NaN);
    }
  }
});

it('shows an uptime that is the share of the time in which the service was up', () => {
  for (const shown of everything) {
    const up = of(shown, 'service-up');
    const uptimes = shown.filter(({ query }) => query.signal.id === 'service-uptime');
    expect(uptimes.length).toBeGreaterThan(0);
    for (const uptime of uptimes) {
      const states = up.get(labelsKey(uptime.labels)) ?? [];
      expect(last(uptime), labelsKey(uptime.labels)).toBeCloseTo(
        states.filter((state) => state === 1).length / states.length,
        6,
      );
    }
  }
});

it.each(profiles.map((resolved) => [resolved.profile, resolved] as const))(
  '%s: what is shown as firing has reached its thresholds',
  (_, resolved) => {
    const shown = everything[profiles.indexOf(resolved)] ?? missing();
    const firing = shown.filter(({ query }) => query.signal.id === 'firing-since');
    expect(firing.length).toBeGreaterThan(0);
    for (const { labels } of firing) {
      const limits = limitsOf(alertNamed(resolved, labels.alertname ?? '', labels.severity ?? ''));
      expect(limits.length, labels.alertname).toBeGreaterThan(0);
      for (const signal of limits) {
        const about = shown.filter(
          (each) => each.query.signal.id === signal && (each.labels.service ?? labels.service) === labels.service,
        );
        const levels = about.map((each) => levelOf(last(each), each.query.signal.thresholds ?? missing()));
        expect(levels, `${labels.alertname} on ${signal}`).toContain(labels.severity);
      }
    }
  },
);

function alertNamed({ groups }: ResolvedModel, name: string, severity: string): ResolvedAlert {
  const alerts = groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
  return alerts.find((alert) => alert.name === name && alert.severity === severity) ?? missing();
}

/** The signals whose thresholds an alert compares with. */
function limitsOf({ node }: ResolvedAlert): readonly string[] {
  const signals: string[] = [];
  visit(node, (seen) => {
    if (seen.kind === 'number' && seen.threshold !== undefined) signals.push(seen.threshold.signal);
  });
  return signals;
}

function missing(): never {
  throw new Error('this is there');
}
