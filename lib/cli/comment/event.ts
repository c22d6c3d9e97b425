/**
 * What a run of the comment workflow is told: the event `workflow_run`, as GitHub writes it into a file. Who made the
 * report is known from here alone; what the report says of itself is not asked.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Refused } from '../run.ts';

const REPOSITORY = v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/));

const EVENT = v.object({
  repository: v.object({ full_name: REPOSITORY }),
  workflow_run: v.object({
    id: v.pipe(v.number(), v.integer()),
    run_attempt: v.pipe(v.number(), v.integer()),
    event: v.string(),
    head_sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
    head_branch: v.string(),
    // Null when the fork is gone.
    head_repository: v.nullable(v.object({ full_name: REPOSITORY })),
  }),
});

/** The run that made a report. */
export interface ReviewRun {
  /** Where the pull request is, as `owner/name`. */
  readonly repository: string;
  readonly id: number;
  readonly attempt: number;
  /** What it ran on. */
  readonly head: { readonly repository: string; readonly branch: string; readonly sha: string };
}

/**
 * The run that an event is about; undefined when it was none of a pull request, or its fork is gone.
 *
 * @throws Refused when the file is none of GitHub's events of this sort.
 */
export function reviewRun(file: string): ReviewRun | undefined {
  const parsed = v.safeParse(EVENT, eventIn(file));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue) ?? 'the event';
    throw new Refused(`${file}: found ${issue.message} (${where}), expected GitHub's event workflow_run.`);
  }
  const { repository, workflow_run: run } = parsed.output;
  if (run.event !== 'pull_request' || run.head_repository === null) return undefined;
  const head = { repository: run.head_repository.full_name, branch: run.head_branch, sha: run.head_sha };
  return { repository: repository.full_name, id: run.id, attempt: run.run_attempt, head };
}

function eventIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Refused(
      `${file}: found no JSON, expected GitHub's event workflow_run. GITHUB_EVENT_PATH names the file.`,
    );
  }
}
