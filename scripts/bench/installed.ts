/** How long a build of this project takes with the library as others install it: packed, and no longer as sources. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../pack/tarball.ts';
import { type Budget, compare, node, ratioFigure, root, run, tsxStart } from './measure.ts';

const RUNS = 7;

/** What the voting app is described by. */
const DEFINITIONS = ['alerts', 'dashboards', 'stack', 'package.json', 'plainsight.config.ts', 'tsconfig.json'];

/** Of a project's packages it has those of this checkout, by links, but for the library itself. */
const OWN = new Set(['.bin', '.cache', 'plainsight']);

export const installed: Budget = {
  name: 'the same with the packed library, against `node --import tsx -e 0`',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-installed-'));
    try {
      await install(folder);
      const once = () => run(node, ['node_modules/plainsight/bin/plainsight.js', 'build'], folder).ms;
      return ratioFigure(compare(once, tsxStart, RUNS), 4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** Puts the definitions of this project into a folder, with the packed library among its packages. */
export async function install(folder: string): Promise<void> {
  for (const name of DEFINITIONS) cpSync(join(root, name), join(folder, name), { recursive: true });
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(root, 'node_modules')).filter((each) => !OWN.has(each))) {
    symlinkSync(join(root, 'node_modules', name), join(packages, name));
  }
  const { file } = await pack(folder);
  execFileSync('tar', ['-xzf', file, '-C', packages]);
  // As npm packs it.
  cpSync(join(packages, 'package'), join(packages, 'plainsight'), { recursive: true });
  rmSync(join(packages, 'package'), { recursive: true });
}
