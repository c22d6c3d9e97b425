/** `plainsight diff [base]`: what a change of the files that a build makes means, for a reviewer. */
import { basename, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Read } from '../read/problem.ts';
import type { Side } from '../read/side.ts';
import type { Report } from '../review/review.ts';
import { commandNamed, doing, type Invocation, Refused } from './run.ts';

interface Options {
  readonly folder: string;
  readonly from?: string;
  readonly to?: string;
  readonly catalogue?: readonly string[];
  readonly job?: readonly string[];
  readonly prometheus?: string;
  readonly format?: readonly string[];
  readonly repository?: string;
  readonly failOn?: string;
  readonly acknowledged?: string;
}

/** What `--fail-on` takes. */
const FAILS_ON = ['danger'];

export function diffCommand(invocation: Invocation): Command {
  // Its type is said, so that the compiler knows that error() never returns.
  const command: Command = commandNamed(invocation)
    .description('Says what changed in dashboards, alerts and configuration against a Git revision, by what it means.')
    .argument('[base]', 'a branch, a tag or a commit; where this branch left the main one, unless told')
    .option('--folder <folder>', 'the folder that is compared', 'dist')
    .option('--from <folder>', 'compare two folders: this one as it was before; any dashboards and rules')
    .option('--to <folder>', 'and this one as it is now')
    .option('--catalogue <scrapes...>', 'what two answers of an exporter, an old and a new one, mean for the folder')
    .option(
      '--job <name>',
      'with --catalogue: the job that the exporter is scraped as; several times, where it is several',
      (name, others: readonly string[] = []) => [...others, name],
    )
    .option(
      '--prometheus <url>',
      'measure there what changed queries cost; estimated from what the build says, unless told',
    )
    .option(
      '--format <form[=file]>',
      'how it is said: terminal (unless told), markdown, html, json, sarif, annotations; several times, with files',
      (form, others: readonly string[] = []) => [...others, form],
    )
    .option('--repository <owner/name>', 'with markdown: link the pictures of both commits, as GitHub has them')
    .option(
      '--acknowledged <file>',
      'findings that are known, each with a reason and an end; acknowledged.yml where it is there, unless told',
    )
    .option('--fail-on <rank>', 'exit with 1 when there is a finding of this rank: danger');
  return doing(command, async (options: Options, [base]) => {
    const refusal = refused(options, base);
    if (refusal !== undefined) command.error(refusal);
    const [{ given, sayAs, wantedForms }, { isOpen }, { withKnown }] = await Promise.all([
      import('./report-forms.ts'),
      import('../review/acknowledged.ts'),
      import('./known.ts'),
    ]);
    const wanted = wantedForms(options.format ?? ['terminal']);
    if ('refusal' in wanted) command.error(wanted.refusal);
    const { before, after } = await sides(invocation.folder, options, base);
    const said = await reviewOf(before, after, options);
    const since = (options.from ?? options.catalogue) === undefined ? { base } : 'two folders';
    const report = withKnown(said, { home: invocation.folder, file: options.acknowledged, since });
    sayAs(wanted, report, invocation.folder, await given(invocation, wanted, { ...options, base, before, after }));
    return report.findings.some((each) => isOpen(each, options.failOn)) ? 1 : 0;
  });
}

/** As GitHub takes them. */
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;

/** Why the arguments cannot be used; nothing when they can. */
function refused(
  { from, to, failOn, catalogue, job, repository }: Options,
  base: string | undefined,
): string | undefined {
  if (catalogue !== undefined && (base ?? from ?? to) !== undefined) {
    return `Either --catalogue or ${base === undefined ? '--from and --to' : `a revision ('${base}')`}.`;
  }
  if (catalogue !== undefined && catalogue.length !== 2)
    return '--catalogue takes two files: the old one and the new one.';
  if (job !== undefined && catalogue === undefined) return '--job <name> belongs to --catalogue.';
  if ((from === undefined) !== (to === undefined)) return '--from <folder> and --to <folder> belong together.';
  if (from !== undefined && base !== undefined) return `Either a revision ('${base}') or --from and --to.`;
  if (repository !== undefined && !REPOSITORY.test(repository)) {
    return `--repository takes owner/name, not '${repository}'.`;
  }
  if (failOn === undefined || FAILS_ON.includes(failOn)) return undefined;
  return `--fail-on takes ${FAILS_ON.join(', ')}, not '${failOn}'.`;
}

/** The report, with what a Prometheus says of the queries that changed, where one is named. */
async function reviewOf(before: Side, after: Side, { prometheus, job: jobs }: Options): Promise<Report> {
  const { compared, reviewed } = await import('../review/review.ts');
  const comparison = compared(before, after);
  if (prometheus === undefined) return reviewed(comparison, { jobs });
  const [{ costlyQueries }, { measuredCosts }] = await Promise.all([
    import('../review/cost.ts'),
    import('./measured-cost.ts'),
  ]);
  const { measured, notes } = await measuredCosts(prometheus, costlyQueries(comparison.sides));
  return { ...reviewed(comparison, { measured, jobs }), ...(notes.length > 0 && { notes }) };
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** @throws Refused when one of the sides cannot be had. */
async function sides(home: string, options: Options, base: string | undefined): Promise<Sides> {
  const { folder, from, to, catalogue } = options;
  const { folderSide } = await import('../read/side.ts');
  if (catalogue !== undefined) return await scrapes(home, folder, catalogue);
  if (from !== undefined && to !== undefined) {
    return {
      before: had(folderSide(resolve(home, from), { name: from })),
      after: had(folderSide(resolve(home, to), { name: to })),
    };
  }
  const { commitOf, repositoryOf, revisionSide, whereBranchLeft } = await import('../read/git.ts');
  const repository = had(repositoryOf(home));
  const commit = had(base === undefined ? whereBranchLeft(repository) : commitOf(repository, base));
  const now = resolve(home, folder);
  const before = revisionSide(repository, commit, relative(repository.root, now).replaceAll('\\', '/'));
  return { before, after: had(folderSide(now, { name: folder, algorithm: repository.algorithm })) };
}

/** The folder twice, with another answer of the same exporter beside it. */
async function scrapes(home: string, folder: string, files: readonly string[]): Promise<Sides> {
  const [{ folderSide, withFile }, { readScrape }] = await Promise.all([
    import('../read/side.ts'),
    import('../read/scrape.ts'),
  ]);
  const side = had(folderSide(resolve(home, folder), { name: folder }));
  const [old = '', now = ''] = files;
  const path = basename(now);
  return {
    before: withFile(side, { name: old, path, text: had(readScrape(resolve(old), old)) }),
    after: withFile(side, { name: now, path, text: had(readScrape(resolve(now), now)) }),
  };
}

/** @throws Refused with the problem. */
function had<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  const { where, found, allowed, remedy } = read.problem;
  throw new Refused(`${where}: found ${found}, expected ${allowed}. ${remedy}`);
}
