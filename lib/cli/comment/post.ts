/**
 * The comment under a pull request: one, edited in place, so that nobody is told twice of the same. When other dangers
 * stand in it than before, it is posted anew, so that people are told.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { WrittenReport } from '../../review/forms/json.ts';
import { markdownReport } from '../../review/forms/markdown.ts';
import type { Report } from '../../review/review.ts';
import type { ReviewRun } from './event.ts';
import type { Comment, GitHub, PullRequest } from './github.ts';

/** What stands, for nobody to see, in the first line of a comment. */
const MARK = v.strictObject({ head: v.string(), run: v.number(), attempt: v.number(), dangers: v.string() });
type Mark = v.InferOutput<typeof MARK>;

const MARKED = /^<!-- plainsight-review (\{.*\}) -->\n/;

/** What is done about the comment, and why. */
export type Step =
  | { readonly does: 'nothing'; readonly reason: string }
  | { readonly does: 'create'; readonly body: string }
  | { readonly does: 'update'; readonly comment: Comment['id']; readonly body: string };

interface Situation {
  readonly written: WrittenReport;
  readonly run: ReviewRun;
  readonly comments: readonly Comment[];
  /** The login that comments are posted by: whoever else writes such a mark is not believed. */
  readonly author: string;
}

/** What is to be done, given the comments that are there. */
export function nextStep({ written, run, comments, author }: Situation): Step {
  const { report } = written;
  const mine = comments.flatMap((each) => {
    const mark = each.author === author ? markOf(each.body) : undefined;
    return mark === undefined ? [] : [{ ...each, mark }];
  });
  const last = mine.at(-1);
  const mark = { head: run.head.sha, run: run.id, attempt: run.attempt, dangers: dangersOf(report) };
  const body = `<!-- plainsight-review ${JSON.stringify(mark)} -->\n${textOf(written, run)}`;
  const isOnlyNoise = report.findings.every(({ rank }) => rank === 'noise');
  if (last === undefined) {
    return isOnlyNoise ? { does: 'nothing', reason: 'there is only noise' } : { does: 'create', body };
  }
  if (isNewer(last.mark, mark)) return { does: 'nothing', reason: 'a later run has written its report' };
  if (last.mark.dangers !== mark.dangers && !isOnlyNoise) return { does: 'create', body };
  if (last.body.trim() === body.trim()) return { does: 'nothing', reason: 'it says this already' };
  return { does: 'update', comment: last.id, body };
}

/**
 * The pictures are linked in the repository that the pull request is in: GitHub keeps the commits of a fork's pull
 * request there as well, for as long as there is the pull request, and no fork can make its links lead elsewhere.
 */
function textOf({ report, ...pictures }: WrittenReport, { repository }: ReviewRun): string {
  return markdownReport(report, { ...pictures, repository });
}

/** Of one commit, the later run knows better; another commit is another matter. */
function isNewer(last: Mark, now: Mark): boolean {
  return last.head === now.head && (last.run > now.run || (last.run === now.run && last.attempt > now.attempt));
}

function markOf(body: string): Mark | undefined {
  const [, json] = MARKED.exec(body.replaceAll('\r\n', '\n')) ?? [];
  if (json === undefined) return undefined;
  try {
    const parsed = v.safeParse(MARK, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

function dangersOf({ findings }: Report): string {
  const ids = new Set(findings.filter(({ rank }) => rank === 'danger').map(({ id }) => id));
  if (ids.size === 0) return '';
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** Posts under each open pull request whose head is what the run looked at; says in one line each what was done. */
export async function post(
  github: GitHub,
  { written, run, author }: Omit<Situation, 'comments'>,
): Promise<readonly string[]> {
  const open = await github.pullRequests(run.head);
  const about = open.filter((each) => isHeadOf(run, each));
  if (about.length === 0) {
    return [`No open pull request has ${run.head.sha} of ${run.head.repository} at its head any longer.`];
  }
  const lines: string[] = [];
  for (const { number } of about) lines.push(await postTo(github, number, { written, run, author }));
  return lines;
}

function isHeadOf({ head }: ReviewRun, { head: now }: PullRequest): boolean {
  return now.sha === head.sha && now.ref === head.branch && now.repo?.full_name === head.repository;
}

async function postTo(github: GitHub, number: number, situation: Omit<Situation, 'comments'>): Promise<string> {
  const step = nextStep({ ...situation, comments: await github.comments(number) });
  if (step.does === 'nothing') return `#${number}: nothing to say, ${step.reason}.`;
  // Asked again at the last moment: reading many comments takes a while, and people push.
  if (!isHeadOf(situation.run, await github.pullRequest(number))) return `#${number}: its head has moved on.`;
  if (step.does === 'create') await github.create(number, step.body);
  else await github.update(step.comment, step.body);
  return `#${number}: ${step.does === 'create' ? 'posted' : 'brought up to date'}.`;
}
