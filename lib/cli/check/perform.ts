/** Runs the steps of a check, two at a time, and reports them in order. */
import { availableParallelism } from 'node:os';
import pc from 'picocolors';
import { visible } from '../../units/visible.ts';

/** One step: it is run, or it is skipped and says why. */
export type CheckStep =
  /** What is wrong, as a person reads it; nothing where all is well. */
  { readonly name: string; run(): Promise<string> } | { readonly name: string; readonly skipped: string };

/** Colours are for a terminal alone: on its own the library also colours what a CI run writes to a file. */
const { green, red, yellow } = pc.createColors(pc.isColorSupported && process.stdout.isTTY === true);

type Result = { readonly found: string; readonly ms: number } | { readonly skipped: string };

/** The exit code: 0 when every step that was run found nothing. */
export async function perform(steps: readonly CheckStep[]): Promise<number> {
  process.stdout.write(`Checking ${steps.map(({ name }) => name).join(', ')} …\n`);
  const results = await inParallel(steps, Math.max(1, Math.min(2, availableParallelism())));
  for (const [index, { name }] of steps.entries()) report(name, results[index]);
  return results.every((result) => 'skipped' in result || result.found === '') ? 0 : 1;
}

async function inParallel(steps: readonly CheckStep[], width: number): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = [...steps.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, step] = next;
      results[index] = await resultOf(step);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

async function resultOf(step: CheckStep): Promise<Result> {
  if ('skipped' in step) return step;
  const started = performance.now();
  const found = await step.run();
  return { found, ms: performance.now() - started };
}

function report(name: string, result: Result | undefined): void {
  if (result === undefined) return;
  if ('skipped' in result) {
    process.stdout.write(`${yellow('skipped')} ${name} (${result.skipped})\n`);
    return;
  }
  const time = `${(result.ms / 1000).toFixed(1)} s`;
  if (result.found === '') process.stdout.write(`${green('ok')}      ${name} (${time})\n`);
  else process.stdout.write(`${red('failed')}  ${name} (${time})\n\n${visible(result.found)}\n\n`);
}
