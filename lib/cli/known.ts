/** What is known of findings: from the file that is reviewed, and from the commits of the change itself. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Acknowledgement, inCommits, readAcknowledgements, TRAILER } from '../read/acknowledgements.ts';
import { commitOf, repositoryOf, trailersSince, whereBranchLeft } from '../read/git.ts';
import { withAcknowledged } from '../review/acknowledged.ts';
import type { Report } from '../review/review.ts';
import { Refused } from './run.ts';

interface Known {
  /** The project's folder. */
  readonly home: string;
  /** The file, below it; the usual one may be missing, one that is named may not. */
  readonly file: string | undefined;
  /** What is compared with; no commits speak of two folders. */
  readonly since: 'two folders' | { readonly base: string | undefined };
}

/**
 * The report with what is known of its findings. What a commit says comes second: it is gone when commits are squashed,
 * and holds for the change that it is part of.
 *
 * @throws Refused when the file is none of acknowledgements, or is named and not there.
 */
export function withKnown(report: Report, { home, file, since }: Known): Report {
  const all = [...inFile(home, file), ...(since === 'two folders' ? [] : committed(home, since.base))];
  return all.length === 0 ? report : withAcknowledged(report, all, new Date().toISOString().slice(0, 10));
}

const USUAL_FILE = 'acknowledged.yml';

function inFile(home: string, file: string | undefined): readonly Acknowledgement[] {
  const path = resolve(home, file ?? USUAL_FILE);
  if (!existsSync(path)) {
    if (file === undefined) return [];
    throw new Refused(
      `${file}: found no such file, expected findings that are known. Correct the name of --acknowledged.`,
    );
  }
  const read = readAcknowledgements(basename(path), readFileSync(path, 'utf8'));
  if (read.ok) return read.value;
  const { where, found, allowed, remedy } = read.problem;
  throw new Refused(`${where}: found ${found}, expected ${allowed}. ${remedy}`);
}

function committed(home: string, base: string | undefined): readonly Acknowledgement[] {
  const repository = repositoryOf(home);
  if (!repository.ok) return [];
  const commit = base === undefined ? whereBranchLeft(repository.value) : commitOf(repository.value, base);
  return commit.ok ? inCommits(trailersSince(repository.value, commit.value, TRAILER)) : [];
}
