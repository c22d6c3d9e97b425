/**
 * Run as a process of its own, to be killed: writes a numbered tree when told to, and says where it stands.
 *
 *     node <this script, compiled> <folder>
 *
 * Says `ready`, waits for a number on its input, says `writing`, `renaming` before the first rename into the folder,
 * and `written`. Each rename is drawn out, so that a kill in this short phase is not left to luck.
 */
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Disk, realDisk } from '../../lib/emit/files/disk.ts';
import { writeFiles } from '../../lib/emit/files/write.ts';
import { numberedTree } from './numbered-tree.ts';

const DRAWN_OUT_MS = 0.1;
const [folder = ''] = process.argv.slice(2);
const said = new Set<string>();

/** Written at once, unlike console.log to a pipe: a killed process says nothing afterwards. */
function say(word: string): void {
  if (!said.has(word)) writeSync(1, `${word}\n`);
  said.add(word);
}

const slowDisk: Disk = {
  ...realDisk,
  rename: (from, to) => {
    say('renaming');
    const end = performance.now() + DRAWN_OUT_MS;
    while (performance.now() < end);
    realDisk.rename(from, to);
  },
};

process.stdin.once('data', (number) => {
  say('writing');
  const project = { name: 'numbered', folder: dirname(folder) };
  writeFiles({ folder, files: numberedTree(Number(number)), project }, { disk: slowDisk });
  say('written');
  process.exit();
});
say('ready');
