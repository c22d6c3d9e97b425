/**
 * Every expression that is emitted, asked of a real Prometheus on the recorded scrapes: no error, data, and of the
 * labels and the unit that the types promised.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emit } from '../lib/emit/emit.ts';
import { type ModelQuery, queriesOf } from '../lib/model/queries.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import { isState, type Unit } from '../lib/units/unit.ts';
import { loadModel } from '../scripts/project.ts';
import type { Sample } from './support/prometheus.ts';
import { recordedStack } from './support/recorded-stack.ts';
import { type Replay, replay } from './support/replay.ts';
import { describeWithServer } from './support/servers.ts';

/** Panels whose answer is rightly empty on the recording, and why. */
const MAY_BE_EMPTY: Readonly<Record<string, string>> = {
  'loki-discarded': 'Loki has no series of what it discards before the first line',
  'volume-content': 'the recorded node_exporter had no sidecar that measures the volume',
  'redis-memory-share': 'the recorded Redis has no memory limit',
};

/**
 * What is recorded of objectives reads further records, which are not made here: an hour of a recording says nothing of
 * windows of days. test/objectives.test.ts evaluates them over weeks.
 */
const OF_OBJECTIVES = /:\w+_(?:events|errors):(?:increase|ratio_rate)\d|app:votes_late:bool\[/;

const model = await loadModel();

/** What the stack's profiles ask, each text once. */
const asked = new Map(
  model.profiles.flatMap((profile) => queriesOf(resolve(model, profile).model)).map((each) => [each.text, each]),
);

describeWithServer(['prometheus', 'promtool'], 'what the voting app emits', () => {
  let prometheus: Replay;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'emitted-'));
    const files = await ruleFiles(resolve(model, 'instrumented').model, folder);
    prometheus = await replay({ targets: recordedStack(folder), recording: { files }, isCounter });
  }, 60_000);
  afterAll(async () => {
    await prometheus?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([...asked.values()].map((each) => [each.what, each] as const))('%s', async (_what, each) => {
    const samples = await prometheus.query(each.text, prometheus.end);
    if (mustAnswer(each)) expect(samples, each.text).not.toEqual([]);
    for (const sample of samples) {
      expect(
        Object.keys(withoutName(sample)).filter((label) => !each.labels.includes(label)),
        each.text,
      ).toEqual([]);
      expect(unitFault(each.unit, sample.value), each.text).toBeUndefined();
    }
  });

  it('answers every panel over 24 hours within 100 ms each, on average', async () => {
    const range = { start: prometheus.end - 86_400, end: prometheus.end, step: 120 };
    const panels = [...asked.values()].filter(({ kind }) => kind === 'panel');
    const started = performance.now();
    for (const { text } of panels) await prometheus.queryRange(text, range);
    expect((performance.now() - started) / panels.length).toBeLessThan(100);
  });
});

/** Alerts compare, so that silence is their good answer; anything else must say something unless it is excused. */
function mustAnswer({ kind, whenEmpty, what, text }: ModelQuery): boolean {
  if (OF_OBJECTIVES.test(text)) return false;
  const panel = what.split(' ').at(-1) ?? '';
  return (
    kind !== 'alert' && kind !== 'annotation' && whenEmpty !== 'not applicable' && MAY_BE_EMPTY[panel] === undefined
  );
}

function withoutName({ labels }: Sample): Readonly<Record<string, string>> {
  const { __name__: _name, ...rest } = labels;
  return rest;
}

const EARLIEST = Date.UTC(2020, 0) / 1000;

/** Why a value cannot be of this unit. A quotient of two idle rates is NaN, which is no fault of its unit. */
function unitFault(unit: Unit, value: number): string | undefined {
  if (Number.isNaN(value)) return undefined;
  if (isState(unit) && !(value in unit.states)) return `${value} is no state`;
  if (unit.of === 'timestamp' && value < EARLIEST) return `${value} is no point in time`;
  if (unit.of === 'ratio' && (value < -0.05 || value > 50)) return `${value} is no ratio`;
  if (unit.of === 'cores' && (value < 0 || value > 1024)) return `${value} are no cores`;
  return Number.isFinite(value) ? undefined : `${value} is not finite`;
}

/** Recorded scrapes know some counters by no type at all; the catalogue does. */
function isCounter(name: string): boolean | undefined {
  const facts = model.catalogue.get(name);
  return facts === undefined ? undefined : facts.kind !== 'gauge' && facts.kind !== 'info';
}

async function ruleFiles(resolved: Parameters<typeof emit>[0], folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const all = await emit(resolved);
  return [...all]
    .filter(([path, content]) => path.startsWith('prometheus/rules/') && !OF_OBJECTIVES.test(content))
    .map(([path, content]) => {
      const file = join(folder, path.replaceAll('/', '-'));
      writeFileSync(file, content);
      return file;
    });
}
