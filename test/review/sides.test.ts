/** The sides of a comparison: a commit of a real repository, a folder, and what is no side at all. */
import { symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commitOf, repositoryOf, revisionSide, whereBranchLeft } from '../../lib/read/git.ts';
import type { Read } from '../../lib/read/problem.ts';
import { folderSide } from '../../lib/read/side.ts';
import { review } from '../../lib/review/review.ts';
import { diffFolder } from './diffing.ts';

const { path: folder, git, write } = diffFolder('sides');
const strange = 'dist/a "b" ü\t$(x).txt';

function had<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.problem.found);
  return read.value;
}

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  write('dist/one.yml', 'groups: []\n');
  write('dist/deep/two.json', '{"title":"ü"}\n');
  write(strange, 'crlf\r\n');
  write('other/three.txt', 'not compared');
  git('add', '-A');
  git('commit', '-qm', 'first');
  git('checkout', '-qb', 'branch');
  write('dist/one.yml', 'groups: [] # changed\n');
  git('commit', '-qam', 'second');
});

describe('a commit', () => {
  it('has the files of the folder, with the hashes that the folder itself gives them', () => {
    const repository = had(repositoryOf(folder));
    const committed = revisionSide(repository, had(commitOf(repository, 'branch')), 'dist');
    const lying = had(folderSide(join(folder, 'dist')));
    expect([...committed.hashes]).toEqual([...lying.hashes]);
    expect(committed.hashes.size).toBe(3);
    const paths = [...lying.hashes.keys()];
    expect(committed.read(paths)).toEqual(lying.read(paths));
  });

  it('that the branch left is what is compared with', () => {
    const repository = had(repositoryOf(join(folder, 'dist')));
    expect(had(whereBranchLeft(repository))).toBe(git('rev-parse', 'main'));
    const before = revisionSide(repository, had(whereBranchLeft(repository)), 'dist');
    const report = review(before, had(folderSide(join(folder, 'dist'))));
    expect(report.changedFiles).toBe(1);
  });

  it('without the folder makes everything new, in one line', () => {
    const repository = had(repositoryOf(folder));
    const before = revisionSide(repository, had(commitOf(repository, 'main')), 'nowhere');
    const { findings } = review(before, had(folderSide(join(folder, 'dist'))));
    expect(findings.map(({ kind }) => kind)).toEqual(['all-new']);
  });
});

describe('what is no side', () => {
  it.each([
    ['no-such-branch', "no revision 'no-such-branch'"],
    ['--all', "no revision '--all'"],
    ['', "no revision ''"],
  ])('%j: %s', (revision, found) => {
    const read = commitOf(had(repositoryOf(folder)), revision);
    expect(read.ok ? '' : read.problem.found).toBe(found);
  });

  it('is said: a folder outside of a repository, a folder that is a file, a folder that is not there', () => {
    const outside = repositoryOf(tmpdir());
    expect(outside.ok ? '' : outside.problem.remedy).toBe(
      'Compare two folders instead: --from <folder> --to <folder>.',
    );
    for (const path of ['dist/one.yml', 'nothing']) {
      const read = folderSide(join(folder, path));
      expect(read.ok ? '' : read.problem.found).toBe('no folder');
    }
  });

  it('is left out: links, which would lead elsewhere', () => {
    write('linked/one.yml', 'groups: []\n');
    symlinkSync('/etc/hostname', join(folder, 'linked/two.yml'));
    symlinkSync('/', join(folder, 'linked/all'));
    expect([...had(folderSide(join(folder, 'linked'))).hashes.keys()]).toEqual(['one.yml']);
  });
});
