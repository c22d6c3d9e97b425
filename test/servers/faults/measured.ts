/** What a run measured of each fault, as it is kept in measured.json: docs/faults.md and the incidents are held to it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Trial } from './trial.ts';
import { TEMPO } from './trial.ts';

const FILE = new URL('./measured.json', import.meta.url);

export interface ToldRow {
  /** `Alert service`. */
  readonly alert: string;
  /** Seconds from the fault to the first notification. */
  readonly after: number;
  /**
   * Seconds from the mending to the notification that it is over; less than none where it was over by itself before, left
   * out where that was not waited for.
   */
  readonly over?: number;
}

export interface Measured {
  /** Its name. */
  readonly fault: string;
  /** How much faster time ran: seconds times this are those of production. */
  readonly tempo: number;
  readonly told: readonly ToldRow[];
  /** Alerts that fired, and of which nobody was told. */
  readonly muted: readonly string[];
  /** Alerts over log lines that fired. */
  readonly lines: readonly string[];
  /** Left out where an older measurement did not keep it. */
  readonly course?: Course;
  /** Left out where the first passed. */
  readonly tries?: number;
}

export interface Course {
  /** Seconds from the fault until it was mended. */
  readonly lasted: number;
  /** Seconds from the fault until each alert fired, told or muted. */
  readonly fired: Readonly<Record<string, number>>;
}

/** The last measurement of each fault. */
export function readMeasured(): readonly Measured[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as readonly Measured[];
}

/** Keeps new measurements in the place of older ones of the same faults; what is no fault any more is left out. */
export function writeMeasured(
  trials: readonly Trial[],
  names: readonly string[],
  tries: ReadonlyMap<string, number>,
): void {
  const fresh = new Map(trials.map((trial) => [trial.fault.name, measuredIn(trial, tries.get(trial.fault.name))]));
  const before = new Map(readMeasured().map((each) => [each.fault, each]));
  const all = names.flatMap((name) => fresh.get(name) ?? before.get(name) ?? []);
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
}

function measuredIn({ fault, lasted, told, fired, logAlerts }: Trial, tries = 1): Measured {
  return {
    fault: fault.name,
    tempo: fault.tempo ?? TEMPO,
    told: told.map(({ alert, seconds, resolvedAfter }) => ({
      alert,
      after: tenths(seconds),
      ...(resolvedAfter === undefined ? {} : { over: tenths(resolvedAfter) }),
    })),
    muted: [...fired.keys()].filter((name) => told.every(({ alert }) => alert !== name)).sort(),
    lines: logAlerts,
    ...(tries === 1 ? {} : { tries }),
    course: {
      lasted: tenths(lasted),
      fired: Object.fromEntries([...fired].map(([alert, seconds]) => [alert, tenths(seconds)])),
    },
  };
}

const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;
