/** A process that writes, killed from outside at moments that nothing in it knows of. */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { compiled } from '../../../test/support/compiled.ts';
import { freshFolder, snapshot } from '../../../test/support/folder.ts';
import { numberedTree } from '../../../test/support/numbered-tree.ts';
import { finishInterrupted } from './finish.ts';
import { writeTree } from './write.ts';

const SCRIPT = join(import.meta.dirname, '../../../test/support/write-numbered-tree.ts');
const MOMENTS = 50;
/** Half of the kills aim at the whole run, half at the phase of the renames. */
const AIMS = [
  { after: 'writing', withinMs: 120 },
  { after: 'renaming', withinMs: 60 },
] as const;

/** Mulberry32: the same moments in every run, as far as the machine keeps time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Writer {
  readonly process: ChildProcess;
  /** Settles when the process has said the word, or has ended. */
  readonly says: (word: string) => Promise<unknown>;
  readonly ended: Promise<unknown>;
}

function startWriter(script: string, root: string): Writer {
  const child = spawn(process.execPath, [script, root], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface(child.stdout);
  const heard = new Set<string>();
  lines.on('line', (word) => heard.add(word));
  const saying = (word: string) => new Promise((resolve) => lines.on('line', (line) => line === word && resolve(word)));
  const says = (word: string) => (heard.has(word) ? Promise.resolve() : Promise.race([saying(word), ended]));
  child.stdin.on('error', () => {});
  return { process: child, says, ended };
}

/** What `snapshot` has to say of a numbered tree. */
function wholeOf(number: number): Readonly<Record<string, string>> {
  const files = [...numberedTree(number)];
  const folders = new Set(files.flatMap(([path]) => [`${dirname(path)}/`, `${dirname(path).split('/')[0]}/`]));
  return Object.fromEntries([...files, ...[...folders].map((folder) => [folder, ''] as const)]);
}

/** Has the process write a tree, and kills it at a moment. */
async function killWhileWriting(
  writer: Writer,
  number: number,
  aim: (typeof AIMS)[number],
  part: number,
): Promise<void> {
  writer.process.stdin?.write(`${number}\n`);
  await writer.says(aim.after);
  await wait(part * aim.withinMs);
  writer.process.kill('SIGKILL');
  await writer.ended;
}

/** What may be found after a kill, and what it has become after the next start. */
const ENDS = [
  'old, nothing: old',
  'new, nothing: new',
  'old, finished: new',
  'mix, finished: new',
  'new, finished: new',
];

test(`killed at ${MOMENTS} random moments, the folder is the old tree, or the new one once it is finished`, async () => {
  const random = randomNumbers(42);
  const root = join(freshFolder(), 'dist');
  const script = compiled(SCRIPT);
  await writeTree({ root, files: numberedTree(0) });
  const trees = { old: wholeOf(0), new: wholeOf(1) };
  const state = () => {
    const now = snapshot(root);
    if (isDeepStrictEqual(now, trees.old)) return 'old';
    return isDeepStrictEqual(now, trees.new) ? 'new' : 'mix';
  };
  const ends: string[] = [];
  let number = 1;
  let next = startWriter(script, root);
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const writer = next;
    await writer.says('ready');
    next = startWriter(script, root);
    await killWhileWriting(writer, number, AIMS[moment % 2 === 0 ? 0 : 1], random());
    const found = state();
    const outcome = await finishInterrupted(root);
    const end = state();
    ends.push(`${found}, ${outcome}: ${end}`);
    expect(ENDS, `moment ${moment}`).toContain(ends.at(-1));
    if (end !== 'new') continue;
    number += 1;
    [trees.old, trees.new] = [trees.new, wholeOf(number)];
  }
  expect(ends, 'no kill came between two renames').toContain('mix, finished: new');
}, 60_000);
