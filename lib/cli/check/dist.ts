/** The step that holds dist/ against the definitions: every rule passes, and the committed files are what they say. */
import { join } from 'node:path';
import { planChanges } from '../../emit/files/plan.ts';
import { problemText } from '../../model/problem.ts';
import { buildOutputs } from '../outputs.ts';
import type { Project } from '../project.ts';
import type { Step } from './perform.ts';

/** The step of one project. */
export function distStep({ folder, config, ...rest }: Project): Step {
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
