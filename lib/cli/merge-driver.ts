/**
 * `plainsight merge-driver`: makes Git resolve what collides in `dist/` by building it anew.
 *
 * While Git merges, the definitions are not merged yet, so that nothing can be built from them: the driver keeps this
 * side's file, and a hook builds when they are. With conflicts elsewhere somebody resolves them and commits: that is
 * `pre-commit`. Without, Git has written the merge's tree before it runs any hook, so that `post-merge` amends it.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { commandNamed, doing, type Invocation, Refused } from './run.ts';

interface Options {
  readonly folder: string;
}

const DRIVER = 'plainsight-build';

export function mergeDriverCommand(invocation: Invocation): Command {
  const command = commandNamed(invocation)
    .description('Sets this clone up so that a merge builds what the build makes anew, instead of stopping there.')
    .option('--folder <folder>', 'what the build makes', 'dist');
  return doing(command, async ({ folder }: Options) => {
    const home = invocation.folder;
    const said = await gitIn(home);
    const root = said('rev-parse', '--show-toplevel');
    const made = slashed(relative(root, resolve(home, folder)));
    const build = buildLines({ project: slashed(relative(root, home)) || '.', made });
    said('config', `merge.${DRIVER}.name`, `${made} is built anew`);
    said('config', `merge.${DRIVER}.driver`, 'true');
    const lines = [
      attribute(root, `${made}/** merge=${DRIVER} linguist-generated`),
      hook(home, said('rev-parse', '--git-path', 'hooks/post-merge'), [IS_MERGE, ...build, ...AMENDED]),
      hook(home, said('rev-parse', '--git-path', 'hooks/pre-commit'), [IS_MERGING, ...build]),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  });
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

function buildLines({ project, made }: { readonly project: string; readonly made: string }): readonly string[] {
  return [
    `(cd "$(git rev-parse --show-toplevel)"/${quoted(project)} && npx --no-install plainsight build >&2) || exit 1`,
    `git -C "$(git rev-parse --show-toplevel)" add --all -- ${quoted(made)}`,
  ];
}

/** One word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The attributes are the repository's: whoever lacks the driver gets Git's own merge, as before. */
function attribute(root: string, line: string): string {
  const file = join(root, '.gitattributes');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (text.split('\n').includes(line)) return `left     .gitattributes (it says so already)`;
  writeFileSync(file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`);
  return `written  .gitattributes: ${line}`;
}

const IS_MERGING = '[ -e "$(git rev-parse --git-dir)/MERGE_HEAD" ] || exit 0';
/** Not a pull that only moved on to what others committed: that is not ours to amend. */
const IS_MERGE = 'case "$(git reflog -1 --format=%gs)" in *"Merge made by"*) ;; *) exit 0 ;; esac';
/** `git commit --amend` refuses while Git ends a merge: the commit is made again with the same parents and message. */
const AMENDED = [
  'git diff --cached --quiet && exit 0',
  "parents=$(git rev-parse 'HEAD^@' | sed 's/^/-p /')",
  'made=$(git log -1 --format=%B | git commit-tree "$(git write-tree)" $parents) || exit 1',
  'git update-ref -m "merge: generated files built anew" HEAD "$made"',
];

const HEAD = '#!/bin/sh';
const MARK = '# What a merge makes of generated files is what the merged definitions say (plainsight merge-driver).';

/** A hook of somebody else stays: what it lacks is printed. */
function hook(home: string, path: string, lines: readonly string[]): string {
  const file = resolve(home, path);
  const text = `${[HEAD, MARK, ...lines].join('\n')}\n`;
  if (existsSync(file) && !readFileSync(file, 'utf8').includes(MARK)) {
    return [`left     ${file} (it is yours). Add to it:`, ...lines.map((line) => `           ${line}`)].join('\n');
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return `written  ${relative(home, file)}`;
}

/**
 * What Git says to a command in a folder. What starts programs is loaded here: most commands, which all load this file,
 * start none.
 */
async function gitIn(folder: string): Promise<(...args: readonly string[]) => string> {
  const { git } = await import('../read/git.ts');
  return (...args) => {
    const bytes = git(folder, args);
    if (bytes !== undefined) return bytes.toString('utf8').trim();
    throw new Refused(
      `${folder}: found no Git repository that can be set up, expected one. Run this inside of a clone.`,
    );
  };
}
