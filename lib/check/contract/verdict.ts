/**
 * Whether an exposition has what a contract asks. Every demand gets a verdict, in the order of the demands, with what was
 * found and what a developer has to do.
 */
import { type Observed, observe } from '../../catalogue/definition/observed.ts';
import type { Reading } from '../../catalogue/reading/reading.ts';
import type { Demand } from '../../model/demands.ts';
import { LABEL_LOOK_ALIKES, LOOK_ALIKES } from './look-alikes.ts';

/** What can be wrong, the worst first. */
export type Fault = 'missing' | 'wrong kind' | 'no series' | 'label missing' | 'bucket missing';

/** One demand, and how an exposition meets it. */
export interface Verdict {
  readonly demand: Demand;
  /** Nothing where the demand is met. */
  readonly fault?: Fault;
  /** What the exposition has. */
  readonly found: string;
  /** What to do; empty where the demand is met. */
  readonly remedy: string;
}

/**
 * The verdict of each demand.
 *
 * @example verdicts([], { from: 'shop.prom', format: 'prometheus text', families: [] }) // []
 */
export function verdicts(demands: readonly Demand[], { families, format }: Reading): readonly Verdict[] {
  const exposed = new Map(families.flatMap((family) => observe(family, format)).map((one) => [one.name, one]));
  return demands.map((demand) => {
    const found = exposed.get(demand.metric);
    const fault =
      dropped(demand) ??
      (found === undefined ? missing(demand, exposed) : JUDGES.map((judge) => judge(demand, found)).find(Boolean));
    return Object.freeze({ demand, ...(fault ?? { found: described(found), remedy: '' }) });
  });
}

type Judged = Omit<Verdict, 'demand'> | undefined;

/** What Prometheus throws away is as good as not exposed. */
function dropped({ metric, droppedBy }: Demand): Judged {
  if (droppedBy === undefined) return undefined;
  const remedy = `take ${metric} out of the metricRelabel of that job`;
  return { fault: 'missing', found: `nothing after the scrape: the job ${droppedBy} drops it`, remedy };
}

function missing({ metric }: Demand, exposed: ReadonlyMap<string, Observed>): Judged {
  const like = LOOK_ALIKES.find(({ asked, found }) => asked === metric && exposed.has(found));
  if (like === undefined) return { fault: 'missing', found: 'no such metric', remedy: `expose ${metric}` };
  return { fault: 'missing', found: `${like.found}, as ${like.library} names it`, remedy: like.remedy };
}

/** The first that finds something speaks: who mends it asks again. */
const JUDGES: readonly ((demand: Demand, found: Observed) => Judged)[] = [
  wrongKind,
  noSeries,
  labelMissing,
  bucketMissing,
];

function wrongKind({ kind }: Demand, found: Observed): Judged {
  if (found.kind === kind) return undefined;
  const remedy =
    found.kind === 'untyped'
      ? `write # TYPE ${found.name} ${kind} before its samples; a client library does`
      : `make it a ${kind} in the client library`;
  return { fault: 'wrong kind', found: found.kind === 'untyped' ? 'no type' : `a ${found.kind}`, remedy };
}

/** Labels show in series alone; and an alert on a counter that appears with its first error misses that error. */
function noSeries({ metric }: Demand, { series }: Observed): Judged {
  if (series.size > 0) return undefined;
  const remedy = `send it one request and ask again; set the combinations of ${metric} that are known to 0 at the start`;
  return { fault: 'no series', found: 'its type, and no series', remedy };
}

function labelMissing({ labels: asked }: Demand, { labels }: Observed): Judged {
  const missed = asked.filter(({ name }) => !labels.has(name)).map(({ name }) => name);
  const [first] = missed;
  if (first === undefined) return undefined;
  const other = LABEL_LOOK_ALIKES[first]?.find((name) => labels.has(name));
  const has = labels.size === 0 ? 'no labels' : `the labels ${[...labels.keys()].sort().join(', ')}`;
  const remedy =
    other === undefined ? `add the label ${missed.join(', ')}` : `name the label ${first} that is called ${other} now`;
  return { fault: 'label missing', found: has, remedy };
}

function bucketMissing({ bounds: asked }: Demand, { bounds = [] }: Observed): Judged {
  const missed = asked.filter((bound) => !bounds.includes(bound));
  if (missed.length === 0) return undefined;
  const remedy = `add ${missed.join(', ')} to its buckets: an objective counts what was at most that`;
  return { fault: 'bucket missing', found: `the buckets ${bounds.join(', ')}`, remedy };
}

function described(found: Observed | undefined): string {
  if (found === undefined) return '';
  const labels = [...found.labels.keys()].sort();
  return labels.length === 0 ? `a ${found.kind}` : `a ${found.kind} by ${labels.join(', ')}`;
}
