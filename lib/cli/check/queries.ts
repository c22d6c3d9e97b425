/** The step that asks a running Prometheus every query: each must be answered without an error. */
import { queriesOf } from '../../model/queries.ts';
import { resolveOutputs } from '../outputs.ts';
import type { Project } from '../project.ts';
import type { CheckStep } from './perform.ts';

/** How many queries are asked at once, and how long one may take. */
const AT_ONCE = 4;
const PATIENCE_MS = 10_000;

/** The step for the Prometheus at `url`. An empty answer is no error: nothing may have happened yet. */
export function queriesStep(url: string, project: Project): CheckStep {
  return {
    name: `queries at ${url}`,
    run: async () => {
      const outputs = await resolveOutputs(project);
      const all = new Map(outputs.flatMap(({ model }) => queriesOf(model)).map((query) => [query.text, query]));
      const left = [...all.values()];
      const failed: string[] = [];
      const worker = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const error = await ask(url, next.text);
          if (error !== undefined) failed.push(`${next.what}\n  ${next.text}\n  ${error}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return failed.join('\n\n');
    },
  };
}

async function ask(url: string, query: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL('api/v1/query', url.endsWith('/') ? url : `${url}/`), {
      method: 'POST',
      body: new URLSearchParams({ query }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json();
    return isError(answer) ? answer.error : undefined;
  } catch (error) {
    return `no answer from ${url}: ${error instanceof Error ? (error.cause ?? error) : error}`;
  }
}

function isError(answer: unknown): answer is { readonly error: string } {
  return typeof answer === 'object' && answer !== null && 'error' in answer && typeof answer.error === 'string';
}
