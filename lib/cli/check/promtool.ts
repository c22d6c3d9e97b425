/** The step that has Prometheus' own tool read the files of each output and run the tests of the alerts. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../project.ts';
import type { Step } from './perform.ts';
import { onThePath, outputOf } from './tool.ts';

/** Skipped where there is no promtool. */
export function promtoolStep({ folder, config }: Pick<Project, 'folder' | 'config'>): Step {
  const name = 'promtool';
  const program = onThePath('promtool');
  if (program === undefined) return { name, skipped: 'no promtool on the PATH; it comes with Prometheus' };
  const places = Object.keys(config.outputs).map((output) => join(folder, config.dist, output, 'prometheus'));
  return {
    name,
    run: async () => {
      const there = places.filter((place) => existsSync(join(place, 'prometheus.yml')));
      const runs = there.flatMap((place) => [
        outputOf({ program, args: ['check', 'config', 'prometheus.yml'], folder: place }),
        testsIn(program, place),
      ]);
      const absent = places.filter((place) => !there.includes(place)).map((place) => `${place} is missing: build it.`);
      return [...absent, ...(await Promise.all(runs))].filter((output) => output !== '').join('\n\n');
    },
  };
}

async function testsIn(program: string, place: string): Promise<string> {
  const tests = existsSync(join(place, 'tests')) ? readdirSync(join(place, 'tests')) : [];
  const files = tests.filter((file) => file.endsWith('.yml')).map((file) => join('tests', file));
  return files.length === 0 ? '' : await outputOf({ program, args: ['test', 'rules', ...files], folder: place });
}
