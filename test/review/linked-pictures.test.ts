/** Pictures in the comment under a pull request: from a repository, through the report that a fork left, to the links. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nextStep } from '../../lib/cli/comment/post.ts';
import { jsonText, reportOf, type WrittenReport } from '../../lib/review/forms/json.ts';
import { diffFolder, diffIn } from './diffing.ts';

const { path: folder, git, write } = diffFolder('linked');
const diff = diffIn(folder);

const picture = (length: number): string =>
  [
    '<svg xmlns="http://www.w3.org/2000/svg" width="652" height="330" viewBox="0 0 652 330">',
    '<view id="view-7" viewBox="16 16 620 296"/>',
    '<g id="panel-7" transform="translate(16 16)">',
    '<text x="12" y="25">Orders waiting</text>',
    `<path d="M20 200h${length}" stroke="#73bf69"/>`,
    '</g>',
    '</svg>',
  ].join('\n');

const commits = { base: '', changed: '', tried: '' };

/** The branch of a pull request, tried by a host: merged into what main has become, on no branch. */
beforeAll(() => {
  git('init', '-q', '-b', 'main');
  write('dist/pictures/orders.svg', picture(300));
  git('add', '-A');
  git('commit', '-qm', 'first');
  git('checkout', '-qb', 'waits');
  write('dist/pictures/orders.svg', picture(500));
  git('commit', '-qam', 'longer');
  commits.changed = git('rev-parse', 'HEAD');
  git('checkout', '-q', 'main');
  write('README.md', 'More.\n');
  git('add', '-A');
  git('commit', '-qm', 'second');
  commits.base = git('rev-parse', 'main');
  git('checkout', '-q', '--detach');
  git('merge', '-q', '--no-ff', '-m', 'tried', 'waits');
  commits.tried = git('rev-parse', 'HEAD');
});

const link = (commit: string): string =>
  `https://github.com/shop/monitoring/blob/${commit}/dist/pictures/orders.svg?raw=true#view-7`;

/** What is posted of a report that a run left. */
function posted(written: WrittenReport): string {
  const head = { repository: 'stranger/monitoring', branch: 'waits', sha: 'a'.repeat(40) };
  const run = { repository: 'shop/monitoring', id: 1, attempt: 1, head };
  // It is there already, so that noise is written too.
  const mark = JSON.stringify({ head: head.sha, run: 0, attempt: 1, dangers: '' });
  const comments = [{ id: 1, author: 'bot', body: `<!-- plainsight-review ${mark} -->\n` }];
  const step = nextStep({ written, run, comments, author: 'bot' });
  return step.does === 'update' ? step.body : '';
}

describe('a report of commits', () => {
  it('is written in several forms at once, and says where its pictures lie', async () => {
    const ran = await diff('main', '--format=markdown=report.md', '--format=json=report.json', '--format=terminal');
    expect(ran).toMatchObject({ out: expect.stringMatching(/^1 noise/), err: '' });
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toMatch(/^\*\*1 noise\*\*/);
    const cut = { file: 'pictures/orders.svg', width: 620, height: 296, view: 'view-7' };
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({
      commits: { folder: 'dist', before: commits.base, after: commits.changed },
      pictures: [{ dashboard: 'orders', panel: '7', title: 'Orders waiting', before: cut, after: cut, differing: 2 }],
    });
  });

  it('links the commit of the branch, which stays, and not the one in which the host tried it', async () => {
    const { out } = await diff('main', '--format=markdown', '--repository=shop/monitoring');
    expect(out).toContain(link(commits.base));
    expect(out).toContain(link(commits.changed));
    expect(out).not.toContain(commits.tried);
  });

  it('is linked in its comment in the repository that the pull request is in, whoever left it', async () => {
    const { out } = await diff('main', '--format=json');
    const read = reportOf(out);
    if ('fault' in read) throw new Error(read.fault);
    expect(posted(read)).toContain(link(commits.base));
    expect(posted(read)).toContain(link(commits.changed));
    expect(posted(read)).not.toContain('stranger');
  });

  it('has no links when its folder is not as the commit has it, and says so', async () => {
    write('dist/new.yml', 'groups: []\n');
    const { out, err } = await diff('main', '--format=markdown', '--repository=shop/monitoring');
    const { out: json } = await diff('main', '--format=json');
    rmSync(join(folder, 'dist/new.yml'));
    expect(out).not.toContain('github.com');
    expect(err).toBe('No pictures are linked: dist is not as the current commit has it.\n');
    expect(JSON.parse(json)).toMatchObject({ pictures: [{ panel: '7' }] });
    expect(JSON.parse(json)).not.toHaveProperty('commits');
  });
});

describe('pictures in a report that a stranger left', () => {
  const cut = { file: 'pictures/orders.svg', width: 620, height: 296, view: 'view-7' };
  const own = { folder: 'dist', before: 'a'.repeat(40), after: 'b'.repeat(40) };
  const of = (change: object = {}, at: object = {}): string => {
    const panel = { dashboard: 'orders', panel: '7', title: 'Orders', after: { ...cut, ...change }, differing: 1 };
    const written = JSON.parse(jsonText({ from: 'main', to: 'dist', findings: [], changedFiles: 1 }));
    return JSON.stringify({ ...written, pictures: [panel], commits: { ...own, ...at } });
  };

  it('are read back', () => {
    expect(reportOf(of())).toMatchObject({ pictures: [{ after: cut }], commits: own });
  });

  it.each<[string, object, object?]>([
    ['a branch in place of a commit', {}, { after: 'main' }],
    ['part of a hash', {}, { after: 'b'.repeat(39) }],
    ['a path behind a hash', {}, { after: `${'b'.repeat(40)}/..` }],
    ['a folder above', {}, { folder: '..' }],
    ['a folder above, further on', {}, { folder: 'dist/../../../other' }],
    ['a folder from the root', {}, { folder: '/dist' }],
    ['a file above', { file: '../../../../other/x.svg' }],
    ['a file above, further on', { file: 'pictures/../../x.svg' }],
    ['a file that is here', { file: './x.svg' }],
    ['a file behind no folder', { file: '//evil.test/x.svg' }],
    ['a file with the other slash', { file: '..\\x.svg' }],
    ['what is no picture', { file: 'pictures/x.html' }],
    ['no width', { width: 0 }],
    ['no number', { height: '1' }],
    ['a size beyond all screens', { height: 1e9 }],
    ['another property', { onload: 'x' }],
  ])('are refused with %s', (_, change, at) => {
    expect(reportOf(of(change, at))).toHaveProperty('fault');
  });

  it.each([
    ['quotes', { file: 'pictures/"onload="x.svg' }],
    ['half a character', { file: 'pictures/\ud800.svg', view: '\udfff' }],
    ['a question', { file: 'pictures/a?b#c.svg' }],
    ['a view that closes', { view: '"><script>' }],
  ])('lead nowhere else with %s', (_, change) => {
    const read = reportOf(of(change));
    if ('fault' in read) throw new Error(read.fault);
    const [src = ''] = /(?<=<img src=")[^"]*/.exec(posted(read)) ?? [];
    const address = new URL(src);
    expect(address.origin + address.search).toBe('https://github.com?raw=true');
    expect(address.pathname).toMatch(/^\/shop\/monitoring\/blob\/b{40}\/dist\/pictures\/[^/]+\.svg$/);
    expect(posted(read)).not.toContain('<script');
  });

  it('are cut to what a comment takes', () => {
    const written = JSON.parse(of());
    const read = reportOf(JSON.stringify({ ...written, pictures: Array(5_000).fill(written.pictures[0]) }));
    if ('fault' in read) throw new Error(read.fault);
    expect(posted(read).length).toBeLessThan(65_536);
    expect(posted(read)).toMatch(/more pictures are not shown here: there is no room\._\n\n<\/details>\n$/);
  });

  it('are no taller than a screen or two', () => {
    const read = reportOf(of({ width: 1, height: 100_000 }));
    if ('fault' in read) throw new Error(read.fault);
    expect(posted(read)).toContain('width="400" height="1200"');
  });
});
