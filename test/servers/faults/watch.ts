/** What Prometheus lets fire and people are told while a fault is tried, and the story of it for a failure's message. */
import { setTimeout as sleep } from 'node:timers/promises';
import { alertsNow, unmutedNow } from '../asked.ts';
import type { Stack } from '../stack.ts';
import type { Told } from '../told.ts';

/** `Alert service`. */
export const nameOf = ({ alert, service }: Pick<Told, 'alert' | 'service'>): string => `${alert} ${service}`;

/** Of an alert: the heartbeat is one that always fires. */
const HEARTBEAT = 'Watchdog';

/**
 * Notifications since then, and what whoever awaits the heartbeat says of it. Not those of the machine that runs the
 * tests: it is real.
 */
export function tellings({ recorder, tempo }: Stack, since: number): readonly Told[] {
  const all = recorder.all();
  const beats = all.filter(({ alert }) => alert === HEARTBEAT).map(({ at }) => at);
  const others = all.filter(({ alert, service }) => alert !== HEARTBEAT && service !== 'host');
  return [...others, ...missingBeats(beats, PATIENCE_MS / tempo)]
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at - b.at);
}

/** It comes every minute; whoever awaits it misses it after three. */
const PATIENCE_MS = 180_000;

function missingBeats(beats: readonly number[], patience: number): readonly Told[] {
  return beats.flatMap((beat, index) => {
    const next = beats[index + 1];
    if ((next ?? Date.now()) - beat < patience) return [];
    const said = { way: 'heartbeat', receiver: 'heartbeat', alert: HEARTBEAT, service: 'missing', title: '', text: '' };
    const ended: readonly Told[] = next === undefined ? [] : [{ ...said, at: next, status: 'resolved' }];
    return [{ ...said, at: beat + patience, status: 'firing' }, ...ended];
  });
}

export interface Watch {
  /** When each alert fired first, told or muted. */
  fired(): ReadonlyMap<string, number>;
  /** What Alertmanager had and nothing muted, at any look since then, told already or about to be. */
  unmuted(since: number): readonly string[];
  /** When each was muted and when no more, in words. */
  turns(): readonly Turn[];
  end(): Promise<void>;
}

type Turn = readonly [at: number, what: string];

const LOOK_EVERY_MS = 500;

/** Notes every alert that fires, until it is ended. */
export function watchAlerts(stack: Stack): Watch {
  const fired = new Map<string, number>();
  const looks: { readonly at: number; readonly names: ReadonlySet<string> }[] = [];
  let watching = true;
  const watch = async (): Promise<void> => {
    while (watching) {
      const unmuted = await unmutedNow(stack).catch(() => []);
      const names = unmuted
        .filter(({ service }) => service !== 'host')
        .map(({ name, service }) => `${name} ${service}`);
      looks.push({ at: Date.now(), names: new Set(names) });
      // While Prometheus itself is away there is nothing to note.
      for (const { name, service, state } of await alertsNow(stack).catch(() => [])) {
        const text = nameOf({ alert: name, service });
        if (state === 'firing' && service !== 'host' && !fired.has(text)) fired.set(text, Date.now());
      }
      await sleep(LOOK_EVERY_MS);
    }
  };
  const done = watch();
  return {
    fired: () => new Map(fired),
    unmuted: (since) => [...new Set(looks.filter(({ at }) => at > since).flatMap(({ names }) => [...names]))],
    turns: () =>
      looks.flatMap(({ at, names }, index): readonly Turn[] => {
        const before = looks[index - 1]?.names ?? new Set();
        return [
          ...[...names].flatMap((name): readonly Turn[] => (before.has(name) ? [] : [[at, `not muted: ${name}`]])),
          ...[...before].flatMap((name): readonly Turn[] => (names.has(name) ? [] : [[at, `muted or over: ${name}`]])),
        ];
      }),
    async end() {
      watching = false;
      await done;
    },
  };
}

/** What happened when, in seconds from the fault on. */
export function historyOf(stack: Stack, made: number, watch: Watch): string {
  const events = [
    ...[...watch.fired()].map(([name, at]) => [at, `fires ${name}`] as const),
    ...watch.turns(),
    ...tellings(stack, 0).map((each) => [each.at, `${each.status} told by ${each.way}: ${nameOf(each)}`] as const),
  ].toSorted(([a], [b]) => a - b);
  const lines = events.map(([at, what]) => `${((at - made) / 1000).toFixed(1).padStart(7)} s  ${what}`);
  return [...lines, `ended: ${stack.ended().join(', ') || 'none'}`].join('\n');
}
