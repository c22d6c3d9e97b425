/** What a review reads of Alloy's configuration is what Alloy's own parser reads. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type AlloyBlock, alloyBlocks } from '../../lib/read/alloy.ts';
import { root } from '../../scripts/project.ts';
import { type AlloyBlock as Parsed, readAlloy } from '../support/alloy.ts';
import { freshFolder } from '../support/folder.ts';
import { describeWithServer } from '../support/servers.ts';
import { readPair } from './pair.ts';

const pairs = join(import.meta.dirname, 'pairs');

/** The configurations of this repository, and those of the pairs, by their paths. */
function configurations(): readonly (readonly [string, string])[] {
  const own = ['dist/alloy/config.alloy', 'dist/stock/alloy/config.alloy'].map(
    (path) => [path, join(root, path)] as const,
  );
  const ofPairs = readdirSync(pairs).flatMap((name) => {
    const { before, after } = readPair(join(pairs, name));
    const path = 'config.alloy';
    return [before, after].flatMap((side) => side.read([path]).get(path) ?? []).map((text) => [name, text] as const);
  });
  return [...own.map(([path, file]) => [path, readFileSync(file, 'utf8')] as const), ...ofPairs];
}

interface Shape {
  readonly name: string;
  readonly label: string;
  readonly settings: readonly string[];
  readonly blocks: readonly Shape[];
}

const ofOurs = ({ name, label, settings, blocks }: AlloyBlock): Shape => ({
  name,
  label,
  settings: [...settings.keys()].sort(),
  blocks: blocks.map(ofOurs),
});
const ofTheirs = ({ name, label = '', arguments: settings, blocks }: Parsed): Shape => ({
  name,
  label,
  settings: Object.keys(settings).sort(),
  blocks: blocks.map(ofTheirs),
});

describeWithServer(['alloy-check'], 'a configuration of Alloy', () => {
  it.each(configurations())('%s is read as Alloy reads it', (_, text) => {
    const file = join(freshFolder(), 'config.alloy');
    writeFileSync(file, text);
    const ours = alloyBlocks(text);
    if ('line' in ours) expect(() => readAlloy(file)).toThrow();
    else expect(ours.map(ofOurs)).toEqual(readAlloy(file).blocks.map(ofTheirs));
  });
});
