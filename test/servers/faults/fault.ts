/** What a fault is: how it is made and mended on the running stack, and whom it must reach. */
import type { incidents } from '../../../alerts/incidents/index.ts';
import type { Step } from '../../../lib/model/steps/step.ts';
import type { Stack } from '../stack.ts';
import type { Environment, ServerName } from '../table.ts';
import type { Voters } from '../voters.ts';

export interface Fault {
  /** As in `npm run demo -- --fault worker-stopped`. */
  readonly name: string;
  readonly title: string;
  /** Of which alerts people are told, as `Alert service`; nobody is told of any other. */
  readonly tells: readonly string[];
  /** Of which they may be told as well: whether they are hangs on which comes first. */
  readonly mayTell?: readonly string[];
  /** Alerts over log lines that fire meanwhile. No Loki runs here: the evaluator says so. */
  readonly logAlerts?: readonly string[];
  /** Which images run: those with metrics of their own unless told. */
  readonly profile?: 'stock';
  /** The same in alerts/incidents, whose series are held to what this one lets fire. */
  readonly incident?: keyof typeof incidents;
  /** The same in alerts/situations, in its words: what fires there fires here, and what is silent there is silent. */
  readonly situation?: string;
  /** Alerts that fire in only one of the two, by why that is. */
  readonly differs?: Readonly<Record<string, string>>;
  /** How much faster time runs, where it may not run as fast as for the others. */
  readonly tempo?: number;
  /** Votes per second; four unless told. */
  readonly rate?: number;
  /** Seconds of good days before it: twenty, which are five minutes in the stack's time, unless told. */
  readonly before?: number;
  /** Why its end is not awaited, where another fault shows the end of the same alert. */
  readonly endShownBy?: string;
  /** Seconds of watching after the last of `tells`, for what takes longer or should not come; ten unless told. */
  readonly watch?: number;
  /** Thresholds on seconds, which are not scaled with the time. */
  readonly steps?: readonly Step[];
  /** Makes it. What it returns is called before it is mended. */
  readonly make: (stack: Stack, voters: Voters) => Promise<unknown>;
  /** Looks at panels while it lasts. @throws Error where they do not show it */
  readonly shows?: (stack: Stack) => Promise<void>;
  /** Mends it; services of the app that ended meanwhile are started again after it, as `docker compose up -d` does. */
  readonly mend: (stack: Stack) => Promise<unknown>;
}

/** Seconds before a fault whose alerts look at what is, and not at what was. */
export const SOON = 6;

/** Ends a server, and starts it as something else. */
export async function replace(stack: Stack, name: ServerName, environment: Environment = {}): Promise<void> {
  await stack.stop(name);
  await stack.start(name, environment);
}

/** Ends it at once, as a crash or the kernel does. */
export async function crash(stack: Stack, name: ServerName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  stack.process(name)?.signal(signal);
  while (stack.process(name) !== undefined) await new Promise((resolve) => setTimeout(resolve, 20));
}
