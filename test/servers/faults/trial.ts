/** A fault on a stack of its own: who was told of what, how long after it, and that they were told of its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { until, untilAllTargetsAreUp } from '../asked.ts';
import { type Lateness, latenessText, measureLateness, wasLate } from '../lateness.ts';
import { logAlertsNow } from '../log-queries.ts';
import { type Stack, startStack } from '../stack.ts';
import type { Told } from '../told.ts';
import { letVotersIn, type Voters } from '../voters.ts';
import type { Fault } from './fault.ts';
import { historyOf, nameOf, tellings, type Watch, watchAlerts } from './watch.ts';

/** A minute takes four seconds: scrapes come each second, and the shortest window holds four of them. */
export const TEMPO = 15;

/** A notification of one alert. */
export interface Row {
  /** `Alert service`. */
  readonly alert: string;
  /** From the fault to the first notification, as measured. */
  readonly seconds: number;
  readonly text: string;
  /** From the mending to the notification that it is over, or negative; undefined where that was not waited for. */
  readonly resolvedAfter?: number;
}

export interface Trial {
  readonly fault: Fault;
  /** What is wrong with it, in words; nothing where people were told as they must be. */
  readonly complaints: readonly string[];
  readonly told: readonly Row[];
  /** Seconds from the fault until each alert fired, whether anybody was told of it or not. */
  readonly fired: ReadonlyMap<string, number>;
  readonly logAlerts: readonly string[];
  /** Seconds from the fault until it was mended. */
  readonly lasted: number;
  /** What happened when, for whoever reads of a failure. */
  readonly history: string;
  readonly lateness: Lateness;
}

/** Seconds of good days before a fault that asks for no others. */
export const BEFORE = 20;
const WATCH = 10;
/** Seconds until an alert must be told, and until its end must be: far more than a quiet machine needs. */
const WITHIN = 180;
/** Seconds between two looks at the alerts over log lines, each of which reads every line. */
const LOOK_AT_LINES = 2;

/** Tries a fault. Where something is wrong with it and the machine did not keep up, it is tried once more. */
export async function tryFault(fault: Fault): Promise<Trial> {
  const first = await tryOnce(fault);
  if (first.complaints.length === 0 || !wasLate(first.lateness)) return first;
  const why = first.complaints.join('; ');
  console.warn(`${fault.name} is tried again, since the machine did not keep up: ${why}\n${first.history}`);
  return tryOnce(fault);
}

async function tryOnce(fault: Fault): Promise<Trial> {
  const { profile = 'instrumented', tempo = TEMPO, steps = [] } = fault;
  const stack = await startStack({ profile, tempo, steps });
  const voters = letVotersIn(stack.place, { rate: fault.rate ?? 4, people: 300 });
  const watch = watchAlerts(stack);
  const late = measureLateness(stack);
  let made = Date.now();
  const outcome = async (seen: Seen): Promise<Trial> => {
    const lateness = await late.end();
    const history = `${historyOf(stack, made, watch)}\n${latenessText(lateness)}`;
    return { fault, fired: secondsAfter(made, watch.fired()), ...seen, lateness, history };
  };
  try {
    await untilAllTargetsAreUp(stack);
    await sleep(1000 * (fault.before ?? BEFORE));
    made = Date.now();
    return await outcome(await observed(fault, stack, { voters, watch, made }));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return await outcome({ complaints: [said], told: [], logAlerts: [], lasted: Number.NaN });
  } finally {
    await watch.end();
    await voters.leave();
    await stack.end();
  }
}

type Seen = Pick<Trial, 'complaints' | 'told' | 'logAlerts' | 'lasted'>;

/** Makes the fault, mends it, and says who was told of both. @throws Error where somebody is told of neither in time */
async function observed(
  fault: Fault,
  stack: Stack,
  { voters, watch, made }: { readonly voters: Voters; readonly watch: Watch; readonly made: number },
): Promise<Seen> {
  await fault.make(stack, voters);
  const firing = (): readonly Told[] => tellings(stack, made).filter(({ status }) => status === 'firing');
  const names = (): readonly string[] => firing().map(nameOf);
  await until(`told of ${fault.name}`, WITHIN, names, (seen) => fault.tells.every((name) => seen.includes(name)));
  await sleep(1000 * (fault.watch ?? WATCH));
  const logAlerts = await alertsOverLines(fault, stack);
  await fault.shows?.(stack);
  const told = firstOfEach(firing());
  const mended = Date.now();
  await fault.mend(stack);
  await stack.startWhatEnded();
  const ends = (): ReadonlyMap<string, number> => endsOf(told.map(nameOf), tellings(stack, made), mended);
  const over = await until(
    `told of the end of ${fault.name}`,
    WITHIN,
    ends,
    (seen) => fault.endShownBy !== undefined || fault.tells.every((name) => seen.has(name)),
    (seen) => [...seen.keys()],
  );
  const rows = told.map((each) => rowOf(each, made, mended, over));
  return {
    complaints: [
      ...complaintsOf(fault, tellings(stack, 0), { made, mended }),
      ...leftUnmuted(fault, watch.unmuted(mended)),
      ...rows.flatMap(wording),
    ],
    told: rows,
    logAlerts,
    lasted: (mended - made) / 1000,
  };
}

/** What somebody was told of and should not have been, until the end of the fault was told. */
function complaintsOf(
  { tells, mayTell = [] }: Fault,
  told: readonly Told[],
  { made, mended }: { readonly made: number; readonly mended: number },
): readonly string[] {
  const early = told.filter(({ at }) => at < made).map((each) => `told before it: ${nameOf(each)}`);
  const allowed = [...tells, ...mayTell];
  const besides = told
    .filter(({ at, alert }) => at >= made && !(at >= mended && OBJECTIVES.has(alert)))
    .map(nameOf)
    .filter((name) => !allowed.includes(name));
  return [...early, ...new Set(besides.map((name) => `told besides: ${name}`))];
}

/**
 * What went on when the alert that muted it had ended. Whether it is told hangs on the next turn of its group, which comes
 * every five minutes: that nobody was told of it here would be luck.
 */
function leftUnmuted({ tells, mayTell = [] }: Fault, names: readonly string[]): readonly string[] {
  const allowed = [...tells, ...mayTell];
  return names
    .filter((name) => !allowed.includes(name) && !OBJECTIVES.has(name.split(' ')[0] ?? ''))
    .map((name) => `not muted after the end: ${name}`);
}

/**
 * They look back six hours and more, and a stack that is some minutes old has no good hours there: for them a fault is
 * not over when it is mended. promtool's tests have those hours.
 */
export const OBJECTIVES: ReadonlySet<string> = new Set([
  'VoteErrorBudgetBurn',
  'LatencyErrorBudgetBurn',
  'FreshnessErrorBudgetBurn',
]);

/** The words of Slack's message: its severity and a sentence, and where the runbook lies. */
function wording({ alert, text }: Row): readonly string[] {
  if (text.trim() === '') return [];
  const isWhole = /^(?:CRITICAL|WARNING): [A-Z].*\.$/m.test(text) && text.includes('|Runbook>');
  return isWhole ? [] : [`the text of ${alert} lacks severity, sentence or runbook: ${text}`];
}

/** No Loki runs here: the evaluator says which alerts over log lines fire, once those that are awaited do. */
async function alertsOverLines({ name, logAlerts: awaited = [] }: Fault, stack: Stack): Promise<readonly string[]> {
  const fromLines = async (): Promise<readonly string[]> => {
    await sleep(1000 * LOOK_AT_LINES);
    return [...new Set(logAlertsNow(stack).map((alert) => alert.name))];
  };
  return until(`alerts over log lines of ${name}`, WITHIN, fromLines, (seen) =>
    awaited.every((each) => seen.includes(each)),
  );
}

function rowOf(each: Told, made: number, mended: number, over: ReadonlyMap<string, number>): Row {
  const end = over.get(nameOf(each));
  return {
    alert: nameOf(each),
    seconds: (each.at - made) / 1000,
    text: `${each.title}\n${each.text}`,
    ...(end === undefined ? {} : { resolvedAfter: (end - mended) / 1000 }),
  };
}

function secondsAfter(made: number, at: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...at].map(([name, moment]) => [name, (moment - made) / 1000]));
}

function firstOfEach(told: readonly Told[]): readonly Told[] {
  return told.filter((each, index) => told.findIndex((other) => nameOf(other) === nameOf(each)) === index);
}

/**
 * When each was told to be over, for the first time since it was told last before the mending: what happened once is over
 * before that. A ticket may follow the page: the milder alert of the name is no longer muted then.
 */
function endsOf(names: readonly string[], told: readonly Told[], mended: number): ReadonlyMap<string, number> {
  return new Map(
    names.flatMap((name) => {
      const own = told.filter((each) => nameOf(each) === name);
      const last = own.findLast(({ at, status }) => status === 'firing' && at < mended);
      const end = own.find(({ at, status }) => status === 'resolved' && at > (last?.at ?? mended));
      return end === undefined ? [] : [[name, end.at] as const];
    }),
  );
}
