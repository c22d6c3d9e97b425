/** The step that asks a running Prometheus every query: each must be answered without an error. */

import { shownAddress } from '../../catalogue/reading/address.ts';
import { isFields } from '../../catalogue/reading/shape.ts';
import { queriesOf } from '../../model/queries.ts';
import { type Problem, problemLine } from '../../units/problem.ts';
import { resolveOutputs } from '../outputs.ts';
import type { Project } from '../project.ts';
import { answerTo, eachAFewAtOnce, FIRST_QUERY } from '../prometheus-queries.ts';
import type { CheckStep } from './perform.ts';

/** The step for the Prometheus at `url`. An empty answer is no error: nothing may have happened yet. */
export function queriesStep(url: string, project: Project): CheckStep {
  return {
    name: `queries at ${shownAddress(url)}`,
    run: async () => {
      const first = await answerTo(FIRST_QUERY, { url }, resultType);
      if (!first.ok) return first.problems.map(problemLine).join('\n');
      const outputs = await resolveOutputs(project);
      const all = new Map(outputs.flatMap(({ model }) => queriesOf(model)).map((query) => [query.text, query]));
      const failed: string[] = [];
      await eachAFewAtOnce(all.values(), async ({ what, text }) => {
        const answer = await answerTo(text, { url }, resultType);
        if (!answer.ok) failed.push(`${what}\n  ${text}\n  ${answer.problems.map(reason).join('\n  ')}`);
      });
      return failed.join('\n\n');
    },
  };
}

const RESULT_TYPES: ReadonlySet<unknown> = new Set(['scalar', 'string', 'vector', 'matrix']);

/** What kind of result it is; undefined where it is none. */
function resultType(data: unknown): string | undefined {
  if (!isFields(data) || !Array.isArray(data.result)) return undefined;
  return RESULT_TYPES.has(data.resultType) ? String(data.resultType) : undefined;
}

/** Which server was asked stands above. */
function reason({ found }: Problem<string>): string {
  return found;
}
