/**
 * Every query of every panel, asked of the running stack while people vote: it answers, with the labels and in the range
 * that its unit allows, and what can be counted otherwise is counted alike.
 */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelQuery, queriesOf } from '../../lib/model/queries.ts';
import { isState } from '../../lib/units/unit.ts';
import { ask, type Sample, until } from '../servers/asked.ts';
import { modelOf } from '../servers/configuration.ts';
import { describeWithStack } from '../servers/describe.ts';
import { answerFromLines, logQuestions } from '../servers/log-queries.ts';
import { type Stack, startStack } from '../servers/stack.ts';
import { letVotersIn, type Voters } from '../servers/voters.ts';

const TEMPO = 15;
/** Votes per second: two thirds of what one worker takes. */
const RATE = 6;
/** Ten minutes in the stack's time: the longest window of a panel but those of objectives. */
const WARM_UP_MS = 600_000 / TEMPO;

/** How long votes are counted on both sides. */
const COUNTED_MS = 30_000;
const LONG = 120_000;

/** Redis is away for as long as ten scrapes: then there are failures, errors and reconnections to show. */
const MISHAP_MS = 10_000;

const variants = await Promise.all(
  (['instrumented', 'stock'] as const).map(async (profile) => {
    const variant = { profile, tempo: TEMPO };
    return { profile, variant, model: await modelOf(variant) };
  }),
);

describeWithStack('on the running stack', () => {
  describe.each(variants)('profile $profile', ({ variant, model }) => {
    let stack: Stack;
    let voters: Voters;
    beforeAll(async () => {
      stack = await startStack(variant);
      voters = letVotersIn(stack.place, { rate: RATE, people: 200 });
      await sleep(MISHAP_MS);
      await stack.stop('redis');
      // A worker that was asking just then has ended; one that is started now waits for Redis like one that goes on.
      await sleep(1_000);
      if (stack.ended().includes('worker')) await stack.start('worker');
      await sleep(MISHAP_MS);
      await stack.start('redis');
      await sleep(WARM_UP_MS);
    }, 180_000);
    afterAll(async () => {
      await voters?.leave();
      await stack?.end();
    });

    const asked = queriesOf(model).filter(({ kind }) => kind !== 'alert' && kind !== 'annotation');
    it.each(asked.map((each) => [each.what, each] as const))('%s', async (_, each) => {
      const samples = await ask(stack, each.text);
      if (mustAnswer(each)) expect(samples, each.text).not.toEqual([]);
      for (const { labels, value } of samples) {
        expect(each.labels, each.text).toEqual(expect.arrayContaining(namesOf(labels)));
        expect(fault(each, value), `${each.text} ${JSON.stringify(labels)}`).toBeUndefined();
      }
    });

    it.each(logQuestions(model).map((each) => [each.what, each] as const))('%s, over log lines', (_, each) => {
      const found = answerFromLines(stack, each.node);
      expect(found, each.text).not.toEqual([]);
      if (each.labels === undefined) return;
      for (const { labels } of found) expect(each.labels).toEqual(expect.arrayContaining(namesOf(labels)));
    });

    it('counts the votes that were sent, within a tenth', { timeout: LONG }, async () => {
      const [before, started] = [voters.accepted(), Date.now()];
      await sleep(COUNTED_MS);
      const sent = (1000 * (voters.accepted() - before)) / (Date.now() - started);
      const shown = `sum(rate(redis_commands_total{job="redis",cmd="rpush"}[${COUNTED_MS}ms]))`;
      const [sample] = await ask(stack, shown);
      expect(sent).toBeGreaterThan(RATE / 2);
      const off = Math.abs((sample?.value ?? 0) - sent) / sent;
      expect(off, `sent ${sent}, shown ${sample?.value}`).toBeLessThan(0.1);
    });

    it('counts the votes that are stored', { timeout: LONG }, async () => {
      await voters.leave();
      const inserted =
        'sum(pg_stat_user_tables_n_tup_ins{relname="votes"}) - sum(pg_stat_user_tables_n_tup_upd{relname="votes"})';
      const rows = async (): Promise<number> => Number(await stack.sql('SELECT count(*) FROM votes'));
      await until('every voter has a row', 60, rows, (count) => count === voters.people());
      await until(
        'the exporter says so',
        30,
        () => ask(stack, inserted),
        ([sample]) => sample?.value === voters.people(),
      );
    });
  });
});

function namesOf(labels: Sample['labels']): string[] {
  return Object.keys(labels).filter((name) => name !== '__name__');
}

function mustAnswer({ whenEmpty }: ModelQuery): boolean {
  return whenEmpty !== 'not applicable';
}

/** The least and the most that a value of a unit can be on this machine. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  cores: [0, cpus().length],
  // A rate that is worked out from few samples may be a little above the whole.
  ratio: [0, 1.05],
};

/** More than all of a budget can be used up. */
const MAY_BE_BELOW_ZERO = /budget/;

/** Why a value cannot be of this unit. A quotient of two idle rates is NaN, which is no fault of its unit. */
function fault({ unit, what }: Pick<ModelQuery, 'unit' | 'what'>, value: number): string | undefined {
  if (Number.isNaN(value)) return undefined;
  if (!Number.isFinite(value)) return `${value} is not finite`;
  if (isState(unit)) return value in unit.states ? undefined : `${value} is no state`;
  const [least, most] = RANGES[unit.of] ?? [-Infinity, Infinity];
  return value > most || (value < least && !MAY_BE_BELOW_ZERO.test(what)) ? `${value} is no ${unit.of}` : undefined;
}
