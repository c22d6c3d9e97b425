/** A process that writes the output folder, killed from outside at moments that nothing in it knows of. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { writeFiles } from '../../lib/emit/files/write.ts';
import { compiled } from '../support/compiled.ts';
import { fill, freshFolder, snapshot } from '../support/folder.ts';
import { numberedTree } from './numbered-tree.ts';

const SCRIPT = join(import.meta.dirname, 'write-numbered-tree.ts');
const KILLS = 60;
/** Half of the kills aim at the whole build, half at the time in which files are renamed. */
const AIMS = [
  { after: 'writing', withinMs: 120 },
  { after: 'renaming', withinMs: 60 },
] as const;
const STRANGER = 'folder-1/notes.txt';

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
  readonly ended: Promise<number | null>;
  /** What it has printed as an error. */
  readonly error: () => string;
}

function startWriter(script: string, folder: string): Writer {
  const child = spawn(process.execPath, [script, folder], { stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let error = '';
  child.stderr.on('data', (text) => {
    error += text;
  });
  const lines = createInterface(child.stdout);
  const heard = new Set<string>();
  lines.on('line', (word) => heard.add(word));
  const saying = (word: string) => new Promise((resolve) => lines.on('line', (line) => line === word && resolve(word)));
  const says = (word: string) => (heard.has(word) ? Promise.resolve() : Promise.race([saying(word), ended]));
  child.stdin.on('error', () => {});
  return { process: child, says, ended, error: () => error };
}

async function killWhileWriting(
  writer: Writer,
  { number, aim, part }: { number: number; aim: (typeof AIMS)[number]; part: number },
): Promise<void> {
  writer.process.stdin?.write(`${number}\n`);
  await writer.says(aim.after);
  await wait(part * aim.withinMs);
  writer.process.kill('SIGKILL');
  await writer.ended;
}

const filesIn = (folder: string) => Object.entries(snapshot(folder) ?? {}).filter(([path]) => !path.endsWith('/'));

/** Of which of two trees the files in the folder are; every one has to be a whole file of one of them. */
function stateOf(folder: string, old: ReadonlyMap<string, string>, next: ReadonlyMap<string, string>): string {
  const states = new Set<string>();
  for (const [path, text] of filesIn(folder)) {
    if (path === STRANGER || path === 'model.json') continue;
    const [inOld, inNext] = [old.get(path) === text, next.get(path) === text];
    expect(inOld || inNext, path).toBe(true);
    if (inOld !== inNext) states.add(inOld ? 'old' : 'new');
  }
  return [...states].sort().join(' and ');
}

test(`after each of ${KILLS} kills every file is whole, and the next build finishes`, async () => {
  const random = randomNumbers(42);
  const parent = freshFolder();
  const folder = join(parent, 'dist');
  const project = { name: 'numbered', folder: parent };
  const script = compiled(SCRIPT);
  writeFiles({ folder, files: numberedTree(0), project });
  fill(folder, { [STRANGER]: 'mine' });
  const states: string[] = [];
  let next = startWriter(script, folder);
  for (let number = 1; number <= KILLS; number += 1) {
    const writer = next;
    await writer.says('ready');
    next = startWriter(script, folder);
    await killWhileWriting(writer, { number, aim: AIMS[number % 2 === 0 ? 0 : 1], part: random() });
    states.push(stateOf(folder, numberedTree(number - 1), numberedTree(number)));
    writeFiles({ folder, files: numberedTree(number), project });
    const expected = new Map([...numberedTree(number), [STRANGER, 'mine']]);
    const found = new Map(filesIn(folder));
    expect(JSON.parse(found.get('model.json') ?? '')).toMatchObject({
      number,
      files: [...numberedTree(number).keys()].sort(),
    });
    expect(found.delete('model.json') && expected.delete('model.json')).toBe(true);
    expect(found, `kill ${number}`).toEqual(expected);
    expect(snapshot(parent)).not.toHaveProperty('.dist-staging/');
  }
  expect(states, 'no kill came between two renames').toContain('new and old');
}, 180_000);

test('of builds that start together every one writes or says who is writing, and every file is whole', async () => {
  const parent = freshFolder();
  const folder = join(parent, 'dist');
  const project = { name: 'numbered', folder: parent };
  const script = compiled(SCRIPT);
  writeFiles({ folder, files: numberedTree(0), project });
  for (let round = 0; round < 5; round += 1) {
    const numbers = [1, 2, 3, 4].map((each) => 4 * round + each);
    const writers = numbers.map((number) => ({ number, writer: startWriter(script, folder) }));
    await Promise.all(writers.map(({ writer }) => writer.says('ready')));
    for (const { number, writer } of writers) writer.process.stdin?.write(`${number}\n`);
    const ends = await Promise.all(writers.map(({ writer }) => writer.ended));
    expect(ends).toContain(0);
    const failed = writers.filter((_, index) => ends[index] !== 0);
    for (const { writer } of failed) expect(writer.error()).toMatch(/another build \(process \d+\) is writing here/);
    const written = JSON.parse(String(snapshot(folder)?.['model.json'])).number;
    expect(numbers).toContain(written);
    expect(writeFiles({ folder, files: numberedTree(written), project })).toMatchObject({ written: [], strangers: [] });
    expect(snapshot(parent)).not.toHaveProperty('.dist-staging/');
  }
}, 60_000);
