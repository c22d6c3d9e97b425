/** The forms that a report is asked for in, and what they are given besides the findings: pictures, and places. */
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { commitOf, lastChangeOf, repositoryOf, revisionSide, whereBranchLeft } from '../read/git.ts';
import type { Side } from '../read/side.ts';
import { FORM_NAMES, type Form, formNamed } from '../review/forms/form.ts';
import type { Commits, FormOptions } from '../review/forms/options.ts';
import type { Report } from '../review/review.ts';
import type { Invocation } from './run.ts';

/** A form that was asked for, and where it goes. */
export interface Wanted {
  readonly name: string;
  readonly form: Form;
  /** Below the project's folder; to the terminal where there is none. */
  readonly file?: string;
}

/** The forms that `--format` asks for, each as `form` or `form=file`; or why that cannot be. */
export function wantedForms(given: readonly string[]): readonly Wanted[] | { readonly refusal: string } {
  const wanted: Wanted[] = [];
  for (const each of given) {
    const [, name = each, file] = /^([^=]*)=(.*)$/s.exec(each) ?? [];
    const form = formNamed(name);
    if (form === undefined) return { refusal: `There is no form '${name}'; there are ${FORM_NAMES.join(', ')}.` };
    if (file === '') return { refusal: `--format ${each} names no file: write --format ${name}=report.${name}.` };
    wanted.push({ name, form, ...(file !== undefined && { file }) });
  }
  const [first, second] = wanted.filter(({ file }) => file === undefined);
  if (first !== undefined && second !== undefined) {
    const all = `--format ${first.name} and --format ${second.name} would be printed into each other`;
    return { refusal: `${all}: write all but one into a file, such as --format ${second.name}=report.${second.name}.` };
  }
  const files = wanted.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  return twice === undefined ? wanted : { refusal: `Two forms go into ${twice}: give each a file of its own.` };
}

/** Writes those that have a file, then prints the one that has none. */
export function sayAs(wanted: readonly Wanted[], report: Report, folder: string, given: Given): void {
  const colours = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  for (const { form, file } of wanted) {
    if (file !== undefined) writeFileSync(resolve(folder, file), form(report, { ...given, colours: false }));
  }
  for (const { form, file } of wanted) {
    if (file === undefined) process.stdout.write(form(report, { ...given, colours }));
  }
}

export interface Compared {
  readonly before: Side;
  readonly after: Side;
  /** The folder, below the project's. */
  readonly folder: string;
  /** What it was compared with; where the branch left, unless told. */
  readonly base: string | undefined;
  /** Another folder was compared with. */
  readonly from?: string | undefined;
  /** `owner/name` on GitHub, where links may lead. */
  readonly repository?: string | undefined;
}

/** What forms are given besides the findings. */
type Given = Omit<FormOptions, 'colours'>;

/** What the forms make use of, and nothing else. */
export async function given(invocation: Invocation, wanted: readonly Wanted[], compared: Compared): Promise<Given> {
  const { before, after, folder, from, repository } = compared;
  const asks = (...names: readonly string[]): boolean => wanted.some(({ name }) => names.includes(name));
  const hasLinks = asks('markdown') && repository !== undefined;
  const pictures = asks('html', 'json') || hasLinks ? { pictures: await picturesOf(before, after) } : {};
  // Two folders of anybody's are not what these definitions say, and lie in no commit.
  if (from !== undefined) return pictures;
  const commits = asks('json') || hasLinks ? commitsOf(invocation.folder, compared) : undefined;
  if (hasLinks && commits === undefined) {
    process.stderr.write(`No pictures are linked: ${folder} is not as the current commit has it.\n`);
  }
  return {
    ...pictures,
    ...(commits !== undefined && { commits }),
    ...(repository !== undefined && { repository }),
    ...(asks('sarif', 'annotations') && { placeOf: await placesOf(invocation, folder) }),
  };
}

async function picturesOf(before: Side, after: Side) {
  const { changedPictures } = await import('../review/pictures.ts');
  return changedPictures(before, after);
}

/** The definitions are only evaluated for the forms that name their places. */
async function placesOf(invocation: Invocation, folder: string) {
  const { definitionPlaces } = await import('./definition-places.ts');
  const found = repositoryOf(invocation.folder);
  return await definitionPlaces(invocation, { folder, root: found.ok ? found.value.root : invocation.folder });
}

/** As GitHub has them: it knows no other hash. */
const WHOLE = /^[0-9a-f]{40}$/;

/** Where both sides lie; nothing when the folder is not as the current commit has it, since no link shows it then. */
function commitsOf(home: string, { folder, base, after }: Compared): Commits | undefined {
  const found = repositoryOf(home);
  if (!found.ok) return undefined;
  const before = base === undefined ? whereBranchLeft(found.value) : commitOf(found.value, base);
  const head = commitOf(found.value, 'HEAD');
  if (!before.ok || !head.ok || !WHOLE.test(head.value)) return undefined;
  const below = relative(found.value.root, resolve(home, folder)).replaceAll('\\', '/');
  const committed = revisionSide(found.value, head.value, below).hashes;
  const isCommitted =
    committed.size === after.hashes.size && [...after.hashes].every(([path, hash]) => committed.get(path) === hash);
  if (!isCommitted) return undefined;
  return { folder: below, before: before.value, after: lastChangeOf(found.value, head.value, below) };
}
