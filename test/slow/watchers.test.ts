/** Those who watch are started again too: what is lost meanwhile, and that nobody is told of what is not so. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { alertsNow, until, untilAllTargetsAreUp } from '../servers/asked.ts';
import { describeWithStack } from '../servers/describe.ts';
import { replace } from '../servers/faults/fault.ts';
import { TEMPO } from '../servers/faults/trial.ts';
import { type Stack, startStack } from '../servers/stack.ts';
import { letVotersIn, type Voters } from '../servers/voters.ts';

const MINUTE_MS = 60_000 / TEMPO;
const LONG = 400_000;
const PATIENCE = 120;

describeWithStack('while those who watch are started again', () => {
  let stack: Stack;
  let voters: Voters;
  beforeEach(async () => {
    stack = await startStack({ profile: 'instrumented', tempo: TEMPO });
    voters = letVotersIn(stack.place, { rate: 4, people: 100 });
    await untilAllTargetsAreUp(stack);
    await sleep(5 * MINUTE_MS);
  }, 180_000);
  afterEach(async () => {
    await voters?.leave();
    await stack?.end();
  });

  /** Whom anybody was told of since then, each once. */
  const told = (since = 0): readonly string[] => {
    const all = stack.recorder
      .all()
      .filter(({ at, alert, status }) => at >= since && alert !== 'Watchdog' && status === 'firing');
    return [...new Set(all.map(({ alert, service }) => `${alert} ${service}`))];
  };
  const beats = (since: number): number =>
    stack.recorder.all().filter(({ at, alert }) => alert === 'Watchdog' && at >= since).length;

  it('an alert reaches an Alertmanager that was away when it fired', { timeout: LONG }, async () => {
    await stack.stop('alertmanager');
    await stack.stop('worker');
    await sleep(5 * MINUTE_MS);
    expect(told()).toEqual([]);
    const firing = (await alertsNow(stack)).filter(({ state }) => state === 'firing');
    await stack.start('alertmanager');
    await until(
      'told',
      PATIENCE,
      () => told(),
      (names) => names.includes('ContainerAbsent worker'),
    );
    await sleep(2 * MINUTE_MS);
    // What is older than the wait for others is told at once: it may come before the alert that mutes it is heard of.
    const early = firing.map(({ name, service }) => `${name} ${service}`);
    expect(early).toContain('ContainerAbsent worker');
    expect(told().filter((name) => !early.includes(name))).toEqual([]);
  });

  it('ten minutes without Prometheus: the heartbeat stops, and nobody is told of anything after it', {
    timeout: LONG,
  }, async () => {
    const running = Date.now();
    await until(
      'the heartbeat',
      PATIENCE,
      () => beats(running),
      (count) => count > 1,
    );
    await stack.stop('prometheus');
    // Alertmanager repeats what it knows until that has expired: four times as long as Prometheus takes to tell it again.
    await sleep(5 * MINUTE_MS);
    const silent = Date.now();
    await sleep(5 * MINUTE_MS);
    expect(beats(silent)).toBe(0);
    const back = Date.now();
    await stack.start('prometheus');
    await until(
      'the heartbeat again',
      PATIENCE,
      () => beats(back),
      (count) => count > 1,
    );
    await sleep(10 * MINUTE_MS);
    expect(told()).toEqual([]);
  });

  it('exporters that are started again tell nobody', { timeout: LONG }, async () => {
    for (const name of ['redis-exporter', 'postgres-exporter', 'node-exporter', 'blackbox-exporter'] as const) {
      await replace(stack, name);
    }
    await sleep(10 * MINUTE_MS);
    expect(told()).toEqual([]);
  });

  it('a file that Prometheus does not take leaves the rules as they were', { timeout: LONG }, async () => {
    appendFileSync(join(stack.place.home, 'config/prometheus/rules/containers.yml'), '\nbroken: [');
    const { port } = stack.place;
    const answer = await fetch(`http://127.0.0.1:${port['localhost:9090']}/-/reload`, { method: 'POST' });
    expect(answer.status).toBe(500);
    await stack.stop('worker');
    await until(
      'told',
      PATIENCE,
      () => told(),
      (names) => names.includes('ContainerAbsent worker'),
    );
  });
});
