/** What Prometheus reaches, and how steadily: a target that is not reached blinds whatever it feeds. */
import {
  avgOverTime,
  changes,
  type Expr,
  inUnit,
  max,
  min,
  not,
  or,
  scrape_duration_seconds,
  scrape_samples_post_metric_relabeling,
  sum,
  up,
  withLabel,
} from 'plainsight/promql';
import type { StateUnit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { signal } from '../profiles.ts';
import { blackbox, blackboxExporter, blackboxTcp, everyTarget, postgres, redis, votingApp } from '../targets.ts';

const upOrDown = unit.state({ 0: 'Down', 1: 'Up' });

/** Every probe is a target of its own, but there is one prober: where it is gone, it is one thing that is gone. */
const probes = [blackbox.job, blackboxTcp.job];

/** Targets without which nobody would notice that votes are lost. */
const vital = [redis.job, postgres.job];

type Jobs = readonly string[] | ReturnType<typeof not>;
type OfUp = Expr<'instance' | 'job' | 'service', StateUnit>;

const asked = (of: ReturnType<typeof upOf>): OfUp => of;
const upOf = (job: Jobs) => up.of(everyTarget).where({ job });

/** Something asked of the targets of some jobs, and of the probes, where it is told of the prober. */
function withProbes(jobs: Jobs, ask: (of: ReturnType<typeof upOf>) => OfUp): OfUp {
  return or(ask(upOf(jobs)), withLabel(ask(upOf(probes)), 'service', blackboxExporter.job));
}

export const vitalTargets = signal({
  id: 'vital-targets',
  name: 'Vital targets',
  description:
    'Whether Prometheus reaches the services of the voting app, and the exporters of Redis and PostgreSQL. A dead exporter silences every alert that it feeds: start it before anything else.',
  unit: upOrDown,
  labels: ['job', 'service'],
  query: {
    instrumented: ({ by }) => min(upOf([votingApp.job, ...vital]), { by }),
    // The stock images have no /metrics: their targets are down for ever, and the prober is the only eye on the pages.
    stock: ({ by }) => min(withProbes([...vital, blackboxExporter.job], asked), { by }),
  },
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

export const otherTargets = signal({
  id: 'other-targets',
  name: 'Other targets',
  description:
    'Whether Prometheus reaches everything else that it scrapes. A target that is down blinds the panels that are fed by it.',
  unit: upOrDown,
  labels: ['job', 'service'],
  query: {
    instrumented: ({ by }) => min(withProbes(not([votingApp.job, ...vital, ...probes]), asked), { by }),
    stock: ({ by }) => min(upOf(not([votingApp.job, ...vital, ...probes, blackboxExporter.job])), { by }),
  },
  thresholds: { below: { warning: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

function answered(jobs: Jobs) {
  const mean = withProbes(jobs, (of) => avgOverTime(of, '10m'));
  return inUnit(unit.ratio, mean, { reason: 'the mean of 0 and 1 is a share' });
}

export const scrapesAnswered = signal({
  id: 'scrapes-answered',
  name: 'Successful scrapes',
  description:
    'The share of scrapes within ten minutes that each target answered. A target that comes and goes loses the samples in between: rates over it are wrong, and alerts on it start anew each time.',
  unit: unit.ratio,
  labels: ['job', 'service'],
  query: {
    instrumented: ({ by }) => min(answered(not(probes)), { by }),
    stock: ({ by }) => min(answered(not([votingApp.job, ...probes])), { by }),
  },
  thresholds: { below: { warning: 0.8 }, reason: 'a fifth of the samples missing is more than a restart' },
  whenEmpty: 'no data',
  sample: { between: [1, 1], shape: 'steady' },
});

function changed(jobs: Jobs) {
  return or(changes(upOf(jobs), '20m'), withLabel(changes(upOf(probes), '20m'), 'service', blackboxExporter.job));
}

export const targetChanges = signal({
  id: 'target-changes',
  name: 'Targets going up and down',
  description:
    'How often each target went away or came back within twenty minutes. A restart is two; more is a target that comes and goes.',
  unit: unit.count('changes'),
  labels: ['job', 'service'],
  query: {
    instrumented: ({ by }) => max(changed(not(probes)), { by }),
    stock: ({ by }) => max(changed(not([votingApp.job, ...probes])), { by }),
  },
  thresholds: { from: { warning: 3 }, reason: 'one restart is two changes' },
  whenEmpty: 'no data',
  sample: { between: [0, 0], shape: 'steady' },
});

export const scrapeDuration = signal({
  id: 'scrape-duration',
  name: 'Scrape duration',
  description:
    'How long each target took to answer. At ten seconds Prometheus gives up, and the target counts as down although it runs.',
  unit: unit.seconds,
  labels: ['job', 'service'],
  query: ({ by }) => max(scrape_duration_seconds.of(everyTarget), { by }),
  thresholds: { from: { warning: 5, critical: 9 }, reason: 'a scrape is given up after ten seconds' },
  whenEmpty: 'no data',
  sample: { between: [0.01, 0.2] },
});

export const seriesByJob = signal({
  id: 'series-by-job',
  name: 'Series by job',
  description:
    'How many samples each job stores with every scrape. The job that grows has a label with ever new values: the app takes any text as a vote option.',
  unit: unit.count('samples'),
  labels: ['job', 'service'],
  query: ({ by }) => sum(scrape_samples_post_metric_relabeling.of(everyTarget), { by }),
  whenEmpty: 'no data',
  sample: {
    between: [100, 200],
    of: {
      job: {
        cadvisor: [3900, 4100],
        node: [900, 950],
        postgres: [700, 720],
        prometheus: [850, 870],
        redis: [280, 290],
      },
    },
    shape: 'steady',
  },
});
