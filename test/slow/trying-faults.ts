/** Tests of faults for the files that make them, what they measure, and docs/faults.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { describeWithStack } from '../servers/describe.ts';
import type { Fault } from '../servers/faults/fault.ts';
import { faults } from '../servers/faults/index.ts';
import { readMeasured, writeMeasured } from '../servers/faults/measured.ts';
import { faultsPage, printed } from '../servers/faults/page.ts';
import { BEFORE, type Trial, tryFault } from '../servers/faults/trial.ts';

/** Twice what the longest takes on a busy machine, since it may be tried again. */
const LONG = 900_000;

/** In seconds: a new one comes first. */
const NOT_MEASURED = 1_000;

/** The longest first, as they were measured: begun last they would be waited for alone. */
function longestFirst(which: readonly Fault[]): readonly Fault[] {
  const took = new Map(
    readMeasured().map(({ fault, told, course }) => [
      fault,
      (course?.lasted ?? 0) + Math.max(0, ...told.map(({ over = 0 }) => over)),
    ]),
  );
  const seconds = ({ name, before = BEFORE }: Fault): number => before + (took.get(name) ?? NOT_MEASURED);
  return which.toSorted((a, b) => seconds(b) - seconds(a));
}

/** The tests of some of the faults, all at once. */
export function describeFaults(title: string, which: readonly Fault[]): void {
  describeWithStack(title, () => {
    const trials = new Map<string, Trial>();
    const tries = new Map<string, number>();

    describe.concurrent('on real servers', () => {
      it.each(longestFirst(which))('$title', { timeout: LONG }, async (fault) => {
        tries.set(fault.name, 1 + (tries.get(fault.name) ?? 0));
        const trial = await tryFault(fault);
        if (trial.complaints.length === 0) trials.set(fault.name, trial);
        // Of a first try that a second one makes good, the runner itself says nothing.
        else console.warn(`${fault.name}: ${trial.complaints.join('; ')}\n${trial.history}`);
        expect(trial.complaints.join('\n'), trial.history).toBe('');
      });
    });

    afterAll(() => {
      const made = faults.flatMap(({ name }) => trials.get(name) ?? []);
      console.log(printed(made));
      const again = [...tries].flatMap(([name, times]) => (times > 1 ? [name] : []));
      if (again.length > 0) console.log(`tried a second time: ${again.join(', ')}`);
      if (process.env.UPDATE_FAULTS !== '1') return;
      writeMeasured(
        made,
        faults.map(({ name }) => name),
        tries,
      );
      writeFileSync(join(root, 'docs/faults.md'), faultsPage(readMeasured()));
    });
  });
}
