/** The steps over dist/: every rule passes, the files are what the definitions say, and promtool takes them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { planChanges } from '../../emit/files/plan.ts';
import { problemText } from '../../model/problem.ts';
import { buildOutputs } from '../outputs.ts';
import type { Project } from '../project.ts';
import type { CheckStep } from './perform.ts';
import { onThePath, outputOf } from './tool.ts';

/** The rules, and the committed files against those that a build would write. */
export function distStep({ folder, config, ...rest }: Project): CheckStep {
  return {
    name: 'rules and dist',
    run: async () => {
      const { problems, files } = await buildOutputs({ folder, config, ...rest });
      if (problems.length > 0) return problems.map(problemText).join('\n\n');
      const { name, dist } = config;
      const plan = planChanges({ folder: join(folder, dist), files, project: { name, folder } });
      const stale = [...plan.written, ...plan.removed].sort();
      return [
        ...stale.map((path) => `stale    ${dist}/${path}`),
        ...plan.strangers.map((path) => `strange  ${dist}/${path}`),
        ...(stale.length > 0 ? [`${dist}/ is not what the definitions say: build it anew.`] : []),
        ...(plan.strangers.length > 0 ? [`No build has made what is strange in ${dist}/: move or delete it.`] : []),
      ].join('\n');
    },
  };
}

/** Prometheus' own tool reads the files of each output, and runs the tests of the alerts. Skipped where it is not there. */
export function promtoolStep({ folder, config, model }: Pick<Project, 'folder' | 'config' | 'model'>): CheckStep {
  const name = 'promtool';
  const program = onThePath('promtool');
  if (program === undefined) return { name, skipped: 'no promtool on the PATH; it comes with Prometheus' };
  const promtool = { program, features: (model.features ?? []).map((feature) => `--enable-feature=${feature}`) };
  const places = Object.keys(config.outputs).map((output) => join(folder, config.dist, output, 'prometheus'));
  return {
    name,
    run: async () => {
      const there = places.filter((place) => existsSync(join(place, 'prometheus.yml')));
      const runs = there.flatMap((place) => [
        // Certificates and secrets lie where Prometheus runs, not here.
        outputOf({ program, args: ['check', 'config', '--syntax-only', 'prometheus.yml'], folder: place }),
        rulesIn(promtool, place),
        testsIn(promtool, place),
      ]);
      const absent = places.filter((place) => !there.includes(place)).map((place) => `${place} is missing: build it.`);
      return [...absent, ...(await Promise.all(runs))].filter((output) => output !== '').join('\n\n');
    },
  };
}

/** The program, and the flags that the server has. */
interface Promtool {
  readonly program: string;
  readonly features: readonly string[];
}

async function rulesIn({ program, features }: Promtool, place: string): Promise<string> {
  const rules = yamlIn(place, 'rules');
  return rules.length === 0
    ? ''
    : await outputOf({ program, args: [...features, 'check', 'rules', ...rules], folder: place });
}

async function testsIn({ program, features }: Promtool, place: string): Promise<string> {
  const files = yamlIn(place, 'tests');
  return files.length === 0
    ? ''
    : await outputOf({ program, args: [...features, 'test', 'rules', ...files], folder: place });
}

function yamlIn(place: string, folder: string): readonly string[] {
  const files = existsSync(join(place, folder)) ? readdirSync(join(place, folder)) : [];
  return files.filter((file) => file.endsWith('.yml')).map((file) => join(folder, file));
}
