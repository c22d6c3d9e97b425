/** The step that asks a running Prometheus every query: each must be answered without an error. */
import { type Outcome, type Problem, problemText } from '../../catalogue/problem.ts';
import { shownAddress } from '../../catalogue/reading/address.ts';
import { askPrometheus, isFields } from '../../catalogue/reading/prometheus-api.ts';
import { queriesOf } from '../../model/queries.ts';
import { resolveOutputs } from '../outputs.ts';
import type { Project } from '../project.ts';
import type { CheckStep } from './perform.ts';

/** How many queries are asked at once. */
const AT_ONCE = 4;

/** Something that every Prometheus answers, whatever it knows. */
const FIRST = 'vector(1)';

/** The step for the Prometheus at `url`. An empty answer is no error: nothing may have happened yet. */
export function queriesStep(url: string, project: Project): CheckStep {
  return {
    name: `queries at ${shownAddress(url)}`,
    run: async () => {
      const first = await answerTo(url, FIRST);
      if (!first.ok) return first.problems.map(problemText).join('\n');
      const outputs = await resolveOutputs(project);
      const all = new Map(outputs.flatMap(({ model }) => queriesOf(model)).map((query) => [query.text, query]));
      const left = [...all.values()];
      const failed: string[] = [];
      const worker = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const answer = await answerTo(url, next.text);
          if (!answer.ok) failed.push(`${next.what}\n  ${next.text}\n  ${answer.problems.map(reason).join('\n  ')}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return failed.join('\n\n');
    },
  };
}

function answerTo(url: string, query: string): Promise<Outcome<string>> {
  return askPrometheus({ url, path: 'query', form: { query } }, resultType);
}

const RESULT_TYPES: ReadonlySet<unknown> = new Set(['scalar', 'string', 'vector', 'matrix']);

/** What kind of result it is; undefined where it is none. */
function resultType(data: unknown): string | undefined {
  if (!isFields(data) || !Array.isArray(data.result)) return undefined;
  return RESULT_TYPES.has(data.resultType) ? String(data.resultType) : undefined;
}

/** Which server was asked stands above. */
function reason({ found }: Problem): string {
  return found;
}
