/** A fault on a stack of its own: who was told of what, how long after it, and that they were told of its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { alertsNow, ask, until } from '../asked.ts';
import { logAlertsNow } from '../log-queries.ts';
import { type Stack, startStack } from '../stack.ts';
import type { Told } from '../told.ts';
import { letVotersIn } from '../voters.ts';
import type { Fault } from './fault.ts';

/** A minute takes four seconds: scrapes come each second, and the shortest window holds four of them. */
export const TEMPO = 15;

export interface Row {
  /** `Alert service`. */
  readonly alert: string;
  /** From the fault to the first notification, as measured. */
  readonly seconds: number;
  readonly text: string;
  /** From the mending to the notification that it is over. */
  readonly resolvedAfter: number;
}

export interface Trial {
  readonly fault: Fault;
  readonly told: readonly Row[];
  /** Alerts that fired, of which nobody was told. */
  readonly muted: readonly string[];
  readonly logAlerts: readonly string[];
  /** What people were told of before anything was wrong. */
  readonly falseAlarms: readonly string[];
}

const BEFORE = 20;
const ALL_TARGETS = 17;
const WATCH = 10;
/** Seconds until an alert must be told, and until its end must be: far more than a quiet machine needs. */
const WITHIN = 180;

/** @throws Error that says which notification did not come, and what came in its place */
export async function tryFault(fault: Fault): Promise<Trial> {
  const startedAt = Date.now();
  const stack = await startStack({ profile: 'instrumented', tempo: fault.tempo ?? TEMPO, steps: fault.steps ?? [] });
  const voters = letVotersIn(stack.place, { rate: fault.rate ?? 4, people: 300 });
  try {
    await until(
      'every target is up',
      90,
      () => ask(stack, 'up == 1'),
      (up) => up.length === ALL_TARGETS,
    );
    await sleep(1000 * (fault.before ?? BEFORE));
    const falseAlarms = tellings(stack, 0).map(nameOf);
    const made = Date.now();
    const watch = watchAlerts(stack);
    await fault.make(stack, voters);
    const firing = (): readonly Told[] => tellings(stack, made).filter(({ status }) => status === 'firing');
    const names = (): readonly string[] => firing().map(nameOf);
    await until(`told of ${fault.name}`, WITHIN, names, (seen) => fault.tells.every((name) => seen.includes(name)));
    await sleep(1000 * (fault.watch ?? WATCH));
    const fromLines = (): readonly string[] => [...new Set(logAlertsNow(stack, startedAt).map(({ name }) => name))];
    const { logAlerts: awaited = [] } = fault;
    const logAlerts = await until(`alerts over log lines of ${fault.name}`, WITHIN, fromLines, (seen) =>
      awaited.every((name) => seen.includes(name)),
    );
    const told = firstOfEach(firing());
    const mended = Date.now();
    await fault.mend(stack);
    const ends = (): ReadonlyMap<string, number> => endsOf(told.map(nameOf), tellings(stack, mended));
    const over = await until(
      `told of the end of ${fault.name}`,
      WITHIN,
      ends,
      (seen) => fault.tells.every((name) => seen.has(name)),
      (seen) => [...seen.keys()],
    );
    const fired = await watch.end();
    return {
      fault,
      falseAlarms,
      logAlerts,
      told: told.map((each) => ({
        alert: nameOf(each),
        seconds: (each.at - made) / 1000,
        text: `${each.title}\n${each.text}`,
        resolvedAfter: ((over.get(nameOf(each)) ?? Number.NaN) - mended) / 1000,
      })),
      muted: fired.filter((name) => !names().includes(name)),
    };
  } finally {
    await voters.leave();
    await stack.end();
  }
}

const nameOf = ({ alert, service }: Told): string => `${alert} ${service}`;

/** Notifications since then, without the heartbeat's, and without those of the machine that runs the tests: it is real. */
function tellings({ recorder }: Stack, since: number): readonly Told[] {
  return recorder.all().filter(({ at, alert, service }) => at >= since && alert !== 'Watchdog' && service !== 'host');
}

function firstOfEach(told: readonly Told[]): readonly Told[] {
  return told.filter((each, index) => told.findIndex((other) => nameOf(other) === nameOf(each)) === index);
}

/** When each was told to be over. A ticket may follow the page: the milder alert of the name is no longer muted then. */
function endsOf(names: readonly string[], told: readonly Told[]): ReadonlyMap<string, number> {
  const over = told.filter(({ status }) => status === 'resolved');
  return new Map(
    names.flatMap((name) => {
      const end = over.find((each) => nameOf(each) === name);
      return end === undefined ? [] : [[name, end.at] as const];
    }),
  );
}

/** Notes every alert that fires, told or muted. */
function watchAlerts(stack: Stack): { end(): Promise<readonly string[]> } {
  const fired = new Set<string>();
  let watching = true;
  const watch = async (): Promise<void> => {
    while (watching) {
      // While Prometheus itself is away there is nothing to note.
      for (const { name, service, state } of await alertsNow(stack).catch(() => [])) {
        if (state === 'firing' && service !== 'host') fired.add(`${name} ${service}`);
      }
      await sleep(1_000);
    }
  };
  const done = watch();
  return {
    async end() {
      watching = false;
      await done;
      return [...fired].sort();
    },
  };
}
