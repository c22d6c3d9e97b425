/**
 * What happens to the voting app, and who is then told: data, tried on a real Alertmanager. An alert that adds a second
 * page to one of these fails its test, which says what could mute it.
 */
import type { Alert } from 'plainsight';

/** What becomes of a series: it ends, it has this value, or it grows by that much each minute. */
export type Fate = 'gone' | number | { readonly perMinute: number };

/** Series of a healthy system, and what becomes of them. */
export interface Change {
  /** Left out, all metrics but `up`, which has to be said. */
  readonly metric?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly to: Fate;
  /** Minutes from the beginning of the incident until it happens; none unless told. */
  readonly after: number;
  /** Minutes until all is as before; it stays so unless told. */
  readonly lasts: number;
}

interface When {
  readonly after?: number;
  readonly lasts?: number;
}

const timed = ({ after = 0, lasts = Number.POSITIVE_INFINITY }: When) => ({ after, lasts });

/** A metric by its constant: with `up.of(target)`, the target's job is one of its labels. */
interface Metric<L extends string> {
  readonly facts: { readonly name: string };
  readonly node: { readonly matchers: readonly { readonly label: string; readonly value: unknown }[] };
  readonly labels: { readonly names: readonly L[] };
}

/** Changes the series of a metric that have these labels. */
export function becomes<L extends string>(
  { facts, node }: Metric<L>,
  labels: { readonly [K in NoInfer<L>]?: string },
  to: Fate,
  when: When = {},
): Change {
  const selected = node.matchers.flatMap(({ label, value }) => (typeof value === 'string' ? [[label, value]] : []));
  return { metric: facts.name, labels: { ...Object.fromEntries(selected), ...labels }, to, ...timed(when) };
}

/** Ends all series with these labels, `up` apart. */
export function gone(labels: Readonly<Record<string, string>>, when: When = {}): Change {
  return { labels, to: 'gone', ...timed(when) };
}

/** An alert and the service that it is about. */
export interface Told {
  readonly alert: Alert | readonly Alert[];
  readonly service: string;
}

/** An alert on log lines, which Loki evaluates, and the minute of the incident from which on it fires. */
export interface Logged {
  readonly alert: Alert;
  readonly service: string;
  readonly after: number;
}

export interface Incident {
  /** What happens, in one sentence. */
  readonly what: string;
  readonly changes: readonly Change[];
  /** What the lines that services write meanwhile, or write no more, set off: promtool knows no lines. */
  readonly logged?: readonly Logged[];
  /** What the person on call is told within twenty minutes: one thing, or nothing. */
  readonly pages: readonly Told[];
  /** What the team is told besides, in the hours of the day. */
  readonly tickets: readonly Told[];
}
