/** Runs steps, two at a time, and reports them in order. */
import { availableParallelism } from 'node:os';
import pc from 'picocolors';
import type { Step } from './step.ts';

interface Done {
  readonly step: Step;
  readonly found: string;
  readonly ms: number;
}

/** The exit code: 0 when every step found nothing. */
export async function perform(steps: readonly Step[]): Promise<number> {
  process.stdout.write(`Checking ${steps.map(({ name }) => name).join(', ')} …\n`);
  const done = await inParallel(steps, Math.max(1, Math.min(2, availableParallelism())));
  for (const each of done) report(each);
  return done.every(({ found }) => found === '') ? 0 : 1;
}

async function inParallel(steps: readonly Step[], width: number): Promise<readonly Done[]> {
  const done: Done[] = [];
  const left = [...steps.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, step] = next;
      const started = performance.now();
      const found = await step.run();
      done[index] = { step, found, ms: performance.now() - started };
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return done;
}

function report({ step, found, ms }: Done): void {
  const time = `${(ms / 1000).toFixed(1)} s`;
  if (found === '') {
    process.stdout.write(`${pc.green('ok')}      ${step.name} (${time})\n`);
    return;
  }
  process.stdout.write(`${pc.red('failed')}  ${step.name} (${time})\n\n${found}\n\n`);
}
