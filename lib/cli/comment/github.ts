/** The few questions that a comment needs of GitHub's API; how it asks to wait, and in which pages it answers, ends here. */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Refused } from '../run.ts';
import { Client } from './octokit.mjs';

const PULL_REQUEST = v.object({
  number: v.number(),
  head: v.object({
    sha: v.string(),
    ref: v.string(),
    // Null when the fork is gone.
    repo: v.nullable(v.object({ full_name: v.string() })),
  }),
});

/** A pull request's head, as it is now. */
export type PullRequest = v.InferOutput<typeof PULL_REQUEST>;

const COMMENT = v.object({
  // Beyond 2^53 a bigint.
  id: v.union([v.number(), v.bigint()]),
  body: v.optional(v.string(), ''),
  // Null when the account is gone.
  user: v.nullish(v.object({ login: v.string() })),
});

export interface Comment {
  /** Beyond 2^53 a bigint. */
  readonly id: number | bigint;
  readonly body: string;
  readonly author: string;
}

export interface GitHub {
  /** Open pull requests from a branch of a repository. */
  pullRequests(from: { readonly repository: string; readonly branch: string }): Promise<readonly PullRequest[]>;
  pullRequest(number: number): Promise<PullRequest>;
  comments(number: number): Promise<readonly Comment[]>;
  create(number: number, body: string): Promise<void>;
  update(comment: Comment['id'], body: string): Promise<void>;
}

/** Whom to ask. */
export interface Access {
  /** GITHUB_API_URL, as a runner sets it. */
  readonly api: string;
  readonly token: string;
  /** `owner/name` of the repository that the pull requests are in. */
  readonly repository: string;
  /** How long the API's second is: shorter in tests. */
  readonly second?: number;
}

/** Longer than this nobody waits for a comment: the next run writes it. */
const MOST_SECONDS = 300;
const RETRIES = 3;

/**
 * GitHub's API for one repository. Server errors are tried again, and limits are waited for.
 *
 * @throws Refused from each call, when the answer stays an error.
 */
export function gitHub({ api, token, repository, second = 1_000 }: Access): GitHub {
  const waits = (after: number, _: unknown, __: unknown, tried: number): boolean =>
    after <= MOST_SECONDS && tried < RETRIES;
  const client = new Client({
    auth: token,
    baseUrl: api,
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    retry: { retries: RETRIES, retryAfterBaseValue: second },
    throttle: { id: randomUUID(), retryAfterBaseValue: second, onRateLimit: waits, onSecondaryRateLimit: waits },
  });
  const [owner = '', repo = ''] = repository.split('/');
  const all = { owner, repo, per_page: 100 };
  return {
    pullRequests: async ({ repository: from, branch }) => {
      const head = `${from.split('/')[0] ?? ''}:${branch}`;
      const path = 'GET /repos/{owner}/{repo}/pulls';
      return read(v.array(PULL_REQUEST), await answered(client.paginate(path, { ...all, state: 'open', head })));
    },
    pullRequest: async (number) => {
      const path = 'GET /repos/{owner}/{repo}/pulls/{number}';
      return read(PULL_REQUEST, (await answered(client.request(path, { owner, repo, number }))).data);
    },
    comments: async (number) => {
      const path = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const found = read(v.array(COMMENT), await answered(client.paginate(path, { ...all, issue_number: number })));
      return found.map(({ id, body, user }) => ({ id, body, author: user?.login ?? '' }));
    },
    create: async (number, body) => {
      const path = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      await answered(client.request(path, { owner, repo, issue_number: number, body }));
    },
    update: async (comment, body) => {
      const path = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await answered(client.request(path, { owner, repo, comment_id: comment, body }));
    },
  };
}

/** An answer, as far as it is read here. */
function read<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): T {
  const parsed = v.safeParse(schema, answer);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Refused(
    `GitHub's answer is not what it was: found ${issue.message} (${v.getDotPath(issue) ?? 'the answer'}). GITHUB_API_URL names the API.`,
  );
}

const nothing = (): void => undefined;

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Refused(refusalText(error));
  }
}

/** What went wrong, and whose it is to mend. */
function refusalText(error: unknown): string {
  if (!(error instanceof Error)) return 'GitHub did not answer.';
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  if (status === undefined || status >= 500) return `GitHub did not answer: ${error.message}. Run the workflow again.`;
  const remedy = status === 401 || status === 403 || status === 404 ? ' The job needs `pull-requests: write`.' : '';
  return `GitHub answered ${status}: ${error.message}.${remedy}`;
}
