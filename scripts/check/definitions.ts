/** The step that holds dist/ against the definitions: every rule passes, and the committed files are what they say. */
import { planChanges } from '../../lib/emit/files/plan.ts';
import { problemText } from '../../lib/model/problem.ts';
import { build, dist, loadModel, project } from '../project.ts';
import type { Step } from './step.ts';

export const definitions: Step = {
  name: 'rules and dist',
  run: async () => {
    const { problems, files } = await build(await loadModel());
    if (problems.length > 0) return problems.map(problemText).join('\n\n');
    const { written, removed, strangers } = planChanges({ folder: dist, files, project });
    const stale = [...written, ...removed].sort();
    return [
      ...stale.map((path) => `stale    dist/${path}`),
      ...strangers.map((path) => `strange  dist/${path}`),
      ...(stale.length > 0 ? ['dist/ is not what the definitions say: run `npm run build`.'] : []),
      ...(strangers.length > 0 ? ['No build has made what is strange in dist/: move or delete it.'] : []),
    ].join('\n');
  },
};
