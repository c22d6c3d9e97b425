/**
 * Every fault, made on a stack of its own: people are told of it, in words that name it, of nothing else, and of its end.
 * `npm run test:faults`; with UPDATE_FAULTS=1 it writes docs/faults.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { describeWithStack } from '../servers/describe.ts';
import { faults } from '../servers/faults/index.ts';
import { faultsPage, printed } from '../servers/faults/page.ts';
import { type Trial, tryFault } from '../servers/faults/trial.ts';

const LONG = 600_000;

describeWithStack('a fault', () => {
  const trials = new Map<string, Trial>();

  describe.concurrent('on real servers', () => {
    it.each(faults)('$title', { timeout: LONG }, async (fault) => {
      const trial = await tryFault(fault);
      trials.set(fault.name, trial);
      expect(trial.falseAlarms, 'told before it').toEqual([]);
      const told = trial.told.map(({ alert }) => alert);
      const allowed = [...fault.tells, ...(fault.mayTell ?? [])];
      expect(
        told.filter((alert) => !allowed.includes(alert)),
        'told besides',
      ).toEqual([]);
      expect(told).toEqual(expect.arrayContaining([...fault.tells]));
      for (const { text } of trial.told.filter(({ text }) => text.trim() !== '')) {
        expect(text).toMatch(/^(?:CRITICAL|WARNING): [A-Z].*\.$/m);
        expect(text).toContain('|Runbook>');
      }
    });
  });

  afterAll(() => {
    const measured = faults.flatMap(({ name }) => trials.get(name) ?? []);
    console.log(printed(measured));
    if (process.env.UPDATE_FAULTS === '1') writeFileSync(join(root, 'docs/faults.md'), faultsPage(measured));
  });
});
