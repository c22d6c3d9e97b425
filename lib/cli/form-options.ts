/** What a form of a report is given besides the findings: pictures, and where things are written. */
import { relative, resolve } from 'node:path';
import { commitOf, repositoryOf, revisionSide, whereBranchLeft } from '../read/git.ts';
import type { Side } from '../read/side.ts';
import type { Published } from '../review/forms/markdown-pictures.ts';
import type { FormOptions } from '../review/forms/options.ts';
import type { Invocation } from './run.ts';

export interface Compared {
  readonly before: Side;
  readonly after: Side;
  readonly format: string;
  /** The folder, below the project's. */
  readonly folder: string;
  /** What it was compared with; where the branch left, unless told. */
  readonly base: string | undefined;
  /** Another folder was compared with. */
  readonly from?: string | undefined;
  /** `owner/name` on GitHub, where links may lead. */
  readonly repository?: string | undefined;
}

/** The forms that name places of definitions: the definitions are only evaluated for them. */
const WITH_PLACES = new Set(['sarif', 'annotations']);

/** What the form makes use of, and nothing else. */
export async function formOptions(invocation: Invocation, compared: Compared): Promise<Omit<FormOptions, 'colours'>> {
  const { before, after, format, folder, from, repository } = compared;
  if (format === 'html') return { pictures: await picturesOf(before, after) };
  // Two folders of anybody's are not what these definitions say, and lie in no commit.
  if (from !== undefined) return {};
  if (format === 'markdown' && repository !== undefined) {
    const published = publishedAt(invocation.folder, { ...compared, repository });
    if (published !== undefined) return { pictures: await picturesOf(before, after), published };
    process.stderr.write(`No pictures are linked: ${folder} is not as the current commit has it.\n`);
  }
  if (!WITH_PLACES.has(format)) return {};
  const { definitionPlaces } = await import('./definition-places.ts');
  const found = repositoryOf(invocation.folder);
  const root = found.ok ? found.value.root : invocation.folder;
  return { placeOf: await definitionPlaces(invocation, { folder, root }) };
}

async function picturesOf(before: Side, after: Side) {
  const { changedPictures } = await import('../review/pictures.ts');
  return changedPictures(before, after);
}

/** Where both sides lie; nothing when the folder is not as the current commit has it, since no link shows it then. */
function publishedAt(
  home: string,
  { folder, base, after, repository }: Compared & { readonly repository: string },
): Published | undefined {
  const found = repositoryOf(home);
  if (!found.ok) return undefined;
  const before = base === undefined ? whereBranchLeft(found.value) : commitOf(found.value, base);
  const head = commitOf(found.value, 'HEAD');
  if (!before.ok || !head.ok) return undefined;
  const below = relative(found.value.root, resolve(home, folder)).replaceAll('\\', '/');
  const committed = revisionSide(found.value, head.value, below).hashes;
  const isCommitted =
    committed.size === after.hashes.size && [...after.hashes].every(([path, hash]) => committed.get(path) === hash);
  return isCommitted ? { repository, folder: below, before: before.value, after: head.value } : undefined;
}
