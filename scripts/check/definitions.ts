/** The step that holds dist/ against the definitions: every rule passes, and the committed files are what they say. */
import { diffTree } from '../../lib/emit/files/tree.ts';
import { problemText } from '../../lib/model/problem.ts';
import { build, loadModel, root } from '../project.ts';
import type { Step } from './step.ts';

export const definitions: Step = {
  name: 'rules and dist',
  run: async () => {
    const { problems, files } = await build(await loadModel());
    if (problems.length > 0) return problems.map(problemText).join('\n\n');
    const { missing, stale, extra } = diffTree(`${root}dist`, files);
    const lines = [
      ...missing.map((path) => `missing  dist/${path}`),
      ...stale.map((path) => `stale    dist/${path}`),
      ...extra.map((path) => `extra    dist/${path}`),
    ];
    return lines.length === 0
      ? ''
      : [...lines, 'dist/ is not what the definitions say: run `npm run build`.'].join('\n');
  },
};
