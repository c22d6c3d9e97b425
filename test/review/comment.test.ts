/** The comment under a pull request, held against a stand-in for GitHub's API with a stranger at the other end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportIn } from '../../lib/cli/comment/artifact.ts';
import { type ReviewRun, reviewRun } from '../../lib/cli/comment/event.ts';
import { gitHub } from '../../lib/cli/comment/github.ts';
import { post } from '../../lib/cli/comment/post.ts';
import { finding } from '../../lib/review/finding.ts';
import { jsonText } from '../../lib/review/forms/json.ts';
import type { Kind } from '../../lib/review/kinds.ts';
import type { Report } from '../../lib/review/review.ts';
import { root } from '../../scripts/project.ts';
import { type StandIn, standIn } from './github.ts';

const SHA = 'a'.repeat(40);
const NEWER = 'b'.repeat(40);
const AUTHOR = 'github-actions[bot]';

function report(...kinds: readonly Kind[]): Report {
  const place = { file: 'prometheus/rules/orders.yml' };
  const findings = kinds.map((kind) =>
    finding({ kind, subject: { what: 'alert', name: 'OrdersWaiting', place }, sentence: `OrdersWaiting: ${kind}.` }),
  );
  return { from: 'main', to: 'dist', changedFiles: 1, findings };
}

const DANGER = report('alert-removed', 'alert-for');
const OTHER_DANGER = report('alert-severity-lowered');
const HARMLESS = report('alert-for');
const NOISE = report('expression-rewritten');

function run({ id = 1, attempt = 1, sha = SHA } = {}): ReviewRun {
  return {
    repository: 'shop/monitoring',
    id,
    attempt,
    head: { repository: 'stranger/monitoring', branch: 'waits', sha },
  };
}

let api: StandIn;
let folder: string;
beforeEach(async () => {
  api = await standIn();
  api.pulls = [{ number: 7, sha: SHA }];
  folder = mkdtempSync(join(tmpdir(), 'comment-'));
});
afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const says = (what: Report, by = run()): Promise<readonly string[]> => {
  const github = gitHub({ api: api.url, token: 'secret', repository: 'shop/monitoring', second: 1 });
  return post(github, { written: { report: what }, run: by, author: AUTHOR });
};
const bodies = (number = 7): readonly string[] => (api.comments.get(number) ?? []).map(({ body }) => body);
const writes = (): readonly string[] => api.asked.filter((each) => !each.startsWith('GET'));

describe('one comment, as its pull request goes on', () => {
  it('is posted with the dangers', async () => {
    expect(await says(DANGER)).toEqual(['#7: posted.']);
    expect(bodies()).toEqual([expect.stringContaining('**1 danger · 1 alert**')]);
  });

  it('is edited in place while the dangers are the same', async () => {
    await says(DANGER);
    expect(await says(report('alert-removed'), run({ id: 2 }))).toEqual(['#7: brought up to date.']);
    expect(bodies()).toEqual([expect.stringContaining('**1 danger** ·')]);
  });

  it.each([
    ['others', DANGER, OTHER_DANGER],
    ['none any longer', DANGER, HARMLESS],
    ['the first', HARMLESS, DANGER],
  ])('is posted anew when the set of dangers is another: %s', async (_, first, second) => {
    await says(first);
    expect(await says(second, run({ id: 2 }))).toEqual(['#7: posted.']);
    expect(bodies()).toHaveLength(2);
  });

  it('is not made for noise', async () => {
    expect(await says(NOISE)).toEqual(['#7: nothing to say, there is only noise.']);
    expect(writes()).toEqual([]);
  });

  it('is not left saying what no longer holds, when only noise is left', async () => {
    await says(DANGER);
    expect(await says(NOISE, run({ id: 2 }))).toEqual(['#7: brought up to date.']);
    expect(bodies()).toEqual([expect.stringContaining('**1 noise**')]);
  });

  it('is not the one that somebody else gave the same mark', async () => {
    await says(DANGER);
    const [body = ''] = bodies();
    api.comments.set(7, [{ id: 1, body, author: 'stranger' }]);
    expect(await says(DANGER, run({ id: 2 }))).toEqual(['#7: posted.']);
  });

  it('is found among many pages of others', async () => {
    await says(DANGER);
    const [mine] = api.comments.get(7) ?? [];
    const others = Array.from({ length: 250 }, (_, id) => ({ id, body: 'I like it.', author: 'reader' }));
    api.comments.set(7, [...others, ...(mine === undefined ? [] : [mine])]);
    expect(await says(report('alert-removed'), run({ id: 2 }))).toEqual(['#7: brought up to date.']);
    expect(api.asked.filter((each) => each === 'GET /repos/shop/monitoring/issues/7/comments')).toHaveLength(4);
  });
});

describe('which pull request', () => {
  it.each([
    ['another head by now', { number: 7, sha: NEWER }],
    ['another repository', { number: 7, sha: SHA, repository: 'shop/monitoring' }],
    ['another branch', { number: 7, sha: SHA, branch: 'other' }],
  ])('is not one with %s', async (_, pull) => {
    api.pulls = [pull];
    expect(await says(DANGER)).toEqual([
      `No open pull request has ${SHA} of stranger/monitoring at its head any longer.`,
    ]);
    expect(writes()).toEqual([]);
  });

  it('is found among many pages', async () => {
    api.pulls = [
      ...Array.from({ length: 120 }, (_, index) => ({ number: 100 + index, sha: NEWER })),
      { number: 7, sha: SHA },
    ];
    expect(await says(DANGER)).toEqual(['#7: posted.']);
  });

  it('is asked once more at the last moment', async () => {
    api.before = (request) => {
      if (request.endsWith('/comments')) api.pulls = [{ number: 7, sha: NEWER }];
    };
    expect(await says(DANGER)).toEqual(['#7: its head has moved on.']);
    expect(writes()).toEqual([]);
  });

  it('keeps the report of the later of two runs, whichever ends first', async () => {
    await says(DANGER, run({ id: 5 }));
    expect(await says(OTHER_DANGER, run({ id: 4 }))).toEqual([
      '#7: nothing to say, a later run has written its report.',
    ]);
    expect(await says(OTHER_DANGER, run({ id: 5, attempt: 2 }))).toEqual(['#7: posted.']);
  });
});

describe('when GitHub', () => {
  const of = 'GET /repos/shop/monitoring/pulls';
  it.each([
    ['has a bad moment', [{ status: 502 }, { status: 500 }]],
    ['asks to wait', [{ status: 429, headers: { 'retry-after': '2' } }]],
    ['has no requests left', [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } }]],
    [
      'has had enough',
      [{ status: 403, headers: { 'retry-after': '1' }, message: 'You have exceeded a secondary rate limit' }],
    ],
  ])('%s, the comment comes after all', async (_, answers) => {
    api.troubles = [{ of, answers: [...answers] }];
    expect(await says(DANGER)).toEqual(['#7: posted.']);
  });

  it.each([
    [
      'forbids it',
      { status: 403, message: 'Resource not accessible by integration' },
      /^GitHub answered 403: .*pull-requests: write/,
    ],
    ['knows no such token', { status: 401, message: 'Bad credentials' }, /^GitHub answered 401: Bad credentials/],
    ['stays down', { status: 503, message: 'Unavailable' }, /^GitHub did not answer: .*Run the workflow again/],
    [
      'is another server',
      { status: 200, message: 'Welcome' },
      /^GitHub's answer is not what it was: found Invalid key.* \(0\.number\)\. GITHUB_API_URL names the API\.$/,
    ],
  ])('%s, one line says so', async (_, answer, line) => {
    api.troubles = [{ of, answers: Array.from({ length: 9 }, () => answer) }];
    await expect(says(DANGER)).rejects.toThrow(line);
    await expect(says(DANGER)).rejects.not.toThrow('secret');
  });
});

describe('the event', () => {
  const event = (changes: Readonly<Record<string, unknown>> = {}) => ({
    action: 'completed',
    repository: { full_name: 'shop/monitoring', private: false },
    workflow_run: {
      id: 9,
      run_attempt: 2,
      event: 'pull_request',
      head_sha: SHA,
      head_branch: 'waits',
      head_repository: { full_name: 'stranger/monitoring' },
      // GitHub leaves it empty for forks.
      pull_requests: [],
      ...changes,
    },
  });
  const read = (what: unknown): ReviewRun | undefined => {
    const file = join(folder, 'event.json');
    writeFileSync(file, typeof what === 'string' ? what : JSON.stringify(what));
    return reviewRun(file);
  };

  it('says whose run it was, without a list of pull requests', () => {
    expect(read(event())).toEqual(run({ id: 9, attempt: 2 }));
  });

  it.each([
    ['of a push', event({ event: 'push' })],
    ['of a fork that is gone', event({ head_repository: null })],
  ])('is no matter when it is %s', (_, what) => {
    expect(read(what)).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', /found no JSON/],
    ['another event', { action: 'opened' }, /expected GitHub's event workflow_run/],
    ['a commit that is none', event({ head_sha: '../..' }), /workflow_run\.head_sha/],
    ['a repository that is a path', event({ head_repository: { full_name: '../../x/y' } }), /full_name/],
  ])('is refused when it is %s', (_, what, message) => {
    expect(() => read(what)).toThrow(message);
  });
});

describe('what a stranger left as the report', () => {
  const file = (): string => join(folder, 'report.json');

  it('is read when it is one', () => {
    writeFileSync(file(), jsonText(DANGER));
    writeFileSync(join(folder, 'pull-request.txt'), '8');
    expect(reportIn(folder)).toEqual({ report: DANGER });
  });

  it.each<[string, () => void, RegExp]>([
    ['missing', () => undefined, /found no file/],
    ['a link out of the folder', () => symlinkSync('/etc/hostname', file()), /or a link/],
    ['a folder', () => mkdirSync(file()), /found no file/],
    ['50 MB', () => writeFileSync(file(), Buffer.alloc(50 * 2 ** 20)), /found 52428800 bytes, expected at most/],
    ['no UTF-8', () => writeFileSync(file(), Buffer.from([0x7b, 0xff, 0x7d])), /no UTF-8/],
    ['no report', () => writeFileSync(file(), '{"number": 8}'), /expected what `plainsight diff --format json` writes/],
  ])('is refused in one line when it is %s', (_, make, message) => {
    make();
    expect(() => reportIn(folder)).toThrow(message);
  });

  it('cannot choose another pull request', async () => {
    api.pulls = [
      { number: 8, sha: NEWER },
      { number: 7, sha: SHA },
    ];
    writeFileSync(file(), jsonText({ ...DANGER, to: '#8' }));
    expect(await says(reportIn(folder).report)).toEqual(['#7: posted.']);
    expect(bodies(8)).toEqual([]);
  });

  it('is escaped where it is shown', async () => {
    const place = { file: 'x' };
    const hostile = finding({
      kind: 'alert-removed',
      subject: { what: 'alert', name: 'x', place },
      sentence: '</details> @everyone <!-- plainsight-review {} -->\u001b[2J',
    });
    await says({ ...DANGER, findings: [hostile] });
    const [body = ''] = bodies();
    expect(body).not.toMatch(/^<\/details>|[^`]@everyone/m);
    expect(body).not.toContain('\u001b');
    expect(body.match(/^<!--/gm)).toHaveLength(1);
  });
});

/** The job that may write installs nothing: it has this one file. */
describe('the file that the workflow runs', () => {
  const bundled = async (): Promise<string> => {
    const file = join(folder, 'review-comment.mjs');
    const made = spawn('npm', ['run', '--silent', 'bundle-comment', '--', `--outfile=${file}`], { cwd: root });
    expect(await once(made, 'close')).toEqual([0, null]);
    return file;
  };

  const ran = async (file: string, env: NodeJS.ProcessEnv): Promise<readonly [code: unknown, text: string]> => {
    const child = spawn(process.execPath, [file, '--report', folder], { cwd: folder, env });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    const [code] = await once(child, 'close');
    return [code, text];
  };

  it('posts by itself, and says in one line what it lacks', { timeout: 60_000 }, async () => {
    const file = await bundled();
    writeFileSync(join(folder, 'report.json'), jsonText(DANGER));
    const { head, ...who } = run();
    const event = {
      repository: { full_name: who.repository },
      workflow_run: {
        id: 1,
        run_attempt: 1,
        event: 'pull_request',
        head_sha: head.sha,
        head_branch: head.branch,
        head_repository: { full_name: head.repository },
      },
    };
    writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
    const env = { GITHUB_TOKEN: 'secret', GITHUB_EVENT_PATH: join(folder, 'event.json'), GITHUB_API_URL: api.url };
    expect(await ran(file, env)).toEqual([0, '#7: posted.\n']);
    expect(await ran(file, { ...env, GITHUB_TOKEN: '' })).toEqual([
      1,
      'Found no GITHUB_TOKEN in the environment. A job on GitHub sets it; on another machine, set it yourself.\n',
    ]);
  });
});
