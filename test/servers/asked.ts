/** What the running Prometheus and Alertmanager say. */
import { setTimeout as sleep } from 'node:timers/promises';
import { votingApp } from '../../stack/targets.ts';
import type { Stack } from './stack.ts';

type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

interface Vector {
  readonly result: readonly { readonly metric: Labels; readonly value: readonly [number, string] }[];
}

/** The samples of an expression now. */
export async function ask({ place }: Stack, expression: string): Promise<readonly Sample[]> {
  const query = new URLSearchParams({ query: expression });
  const url = `http://127.0.0.1:${place.port['localhost:9090']}/api/v1/query`;
  const response = await fetch(url, { method: 'POST', body: query, signal: AbortSignal.timeout(30_000) });
  const { data, error } = (await response.json()) as { readonly data?: Vector; readonly error?: string };
  if (data === undefined) throw new Error(`Prometheus refused ${expression}: ${error}`);
  return data.result.map(({ metric, value: [, text] }) => ({ labels: metric, value: sampleValue(text) }));
}

/** As Prometheus writes them: +Inf and NaN are no JSON numbers. */
function sampleValue(text: string): number {
  return text.endsWith('Inf') ? Number(`${text}inity`) : Number(text);
}

/** Waits until every target was read, of every job that the configuration names, but for today’s images: they expose nothing. */
export async function untilAllTargetsAreUp({ place, model, profile }: Stack, seconds = 90): Promise<void> {
  const url = `http://127.0.0.1:${place.port['localhost:9090']}/api/v1/targets?state=active`;
  const silent = profile === 'stock' ? votingApp.job : undefined;
  const isUp = ({ job, health }: { job: string; health: string }): boolean => health === 'up' || job === silent;
  await until(
    'every target is up',
    seconds,
    async () => {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      const { data } = (await response.json()) as {
        readonly data: { readonly activeTargets: readonly { readonly labels: Labels; readonly health: string }[] };
      };
      return data.activeTargets.map(({ labels: { job = '', instance = '' }, health }) => ({ job, instance, health }));
    },
    (seen) => seen.every(isUp) && new Set(seen.map(({ job }) => job)).size === model.jobs.length,
    (seen) => seen.filter((each) => !isUp(each)),
  );
}

export interface FiringAlert {
  readonly name: string;
  readonly service: string;
  readonly severity: string;
  readonly state: 'pending' | 'firing';
}

/** The alerts of Prometheus, whether anybody is told of them or not; the one that always fires is left out. */
export async function alertsNow({ place }: Stack): Promise<readonly FiringAlert[]> {
  const url = `http://127.0.0.1:${place.port['localhost:9090']}/api/v1/alerts`;
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  const { data } = (await response.json()) as {
    readonly data: { readonly alerts: readonly { readonly labels: Labels; readonly state: FiringAlert['state'] }[] };
  };
  return data.alerts
    .map(({ labels: { alertname = '', service = '', severity = '' }, state }) => ({
      name: alertname,
      service,
      severity,
      state,
    }))
    .filter(({ name }) => name !== 'Watchdog');
}

interface HeldAlert {
  readonly labels: Labels;
  readonly status: { readonly state: 'active' | 'suppressed' | 'unprocessed' };
}

/** The alerts that Alertmanager has and that nothing mutes, whether anybody was told yet or not. */
export async function unmutedNow({ place }: Stack): Promise<readonly Pick<FiringAlert, 'name' | 'service'>[]> {
  const url = `http://127.0.0.1:${place.port['alertmanager:9093']}/api/v2/alerts?inhibited=false&silenced=false`;
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  return ((await response.json()) as readonly HeldAlert[])
    .filter(({ status }) => status.state !== 'suppressed')
    .map(({ labels: { alertname = '', service = '' } }) => ({ name: alertname, service }))
    .filter(({ name }) => name !== 'Watchdog');
}

/** Waits until something is so. @throws Error that says what did not come, and what was there instead */
export async function until<T>(
  what: string,
  seconds: number,
  look: () => Promise<T> | T,
  isSo: (seen: T) => boolean,
  shown: (seen: T) => unknown = (seen) => seen,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > deadline)
      throw new Error(`${what}: not within ${seconds} s. Seen: ${JSON.stringify(shown(seen))}`);
    await sleep(250);
  }
}
