/** Writes what was tried into the definitions, and takes it back. */
import { randomUUID } from 'node:crypto';
import type { Written } from '../../protocol.ts';
import type { Definition } from './definition.ts';
import { type ProjectFile, projectFile, replaceFile, textOf } from './files.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { editsOf } from './settings.ts';
import { type Edit, edited, parsed } from './source.ts';

export interface WriterOptions {
  readonly root: string;
  /** Why a file may not be what was loaded; nothing where it is. */
  readonly changedSince: (file: string) => string | undefined;
}

export interface Writer {
  /** Writes the settings of all definitions, or of none. */
  write(definitions: readonly Definition[]): Written | Refusal;
  /** Puts back what stood there before, unless somebody changed it since. */
  undo(id: string): Refusal | undefined;
}

/** A file with its bytes before and after. */
interface Replaced {
  readonly file: ProjectFile;
  readonly after: Buffer;
}

/** What is written can be undone as long as the server runs. */
export function startWriter({ root, changedSince }: WriterOptions): Writer {
  const done = new Map<string, readonly Replaced[]>();
  return {
    write(definitions) {
      const planned = plan(root, definitions, changedSince);
      if (isRefusal(planned)) return planned;
      const refused = replaceAll(planned);
      if (refused !== undefined) return refused;
      const id = randomUUID();
      done.set(id, planned);
      return { id, places: definitions.map(({ where }) => `${where.file}:${where.line}`) };
    },
    undo(id) {
      const written = done.get(id);
      if (written === undefined) return { refused: 'Nothing of that kind was written.' };
      const now = written.map(({ file }) => projectFile(root, file.name));
      const back: Replaced[] = [];
      for (const [index, { file, after }] of written.entries()) {
        const found = now[index];
        if (found === undefined || isRefusal(found)) return found ?? { refused: 'There is no such file.' };
        if (found.path !== file.path || !found.bytes.equals(after)) {
          return { refused: `${file.name} was changed since.` };
        }
        back.push({ file: found, after: file.bytes });
      }
      const refused = replaceAll(back);
      if (refused === undefined) done.delete(id);
      return refused;
    },
  };
}

function plan(
  root: string,
  definitions: readonly Definition[],
  changedSince: WriterOptions['changedSince'],
): readonly Replaced[] | Refusal {
  if (definitions.length === 0) return { refused: 'There is nothing to write.' };
  const planned: Replaced[] = [];
  for (const name of new Set(definitions.map(({ where }) => where.file))) {
    if (name === undefined) return { refused: 'Nobody knows where it is defined.' };
    const changed = changedSince(name);
    if (changed !== undefined) return { refused: changed };
    const file = projectFile(root, name);
    if (isRefusal(file)) return file;
    const after = rewritten(
      file,
      definitions.filter(({ where }) => where.file === name),
    );
    if (isRefusal(after)) return after;
    planned.push({ file, after });
  }
  return planned;
}

function rewritten(file: ProjectFile, definitions: readonly Definition[]): Buffer | Refusal {
  const text = textOf(file);
  if (typeof text !== 'string') return text;
  const source = parsed(file.name, text);
  if (isRefusal(source)) return source;
  const edits: Edit[] = [];
  for (const definition of definitions) {
    const found = editsOf(source, definition);
    if (isRefusal(found))
      return { refused: `${definition.what} at ${file.name}:${definition.where.line}: ${found.refused}` };
    edits.push(...found);
  }
  const after = edited(text, edits);
  const outcome = parsed(file.name, after);
  return isRefusal(outcome) ? { refused: `It would break the file: ${outcome.refused}` } : Buffer.from(after, 'utf8');
}

/** All files, or none: those that were written before one that cannot be are put back. */
function replaceAll(all: readonly Replaced[]): Refusal | undefined {
  for (const [index, { file, after }] of all.entries()) {
    const refused = replaceFile(file, after);
    if (refused === undefined) continue;
    for (const before of all.slice(0, index)) replaceFile(before.file, before.file.bytes);
    return refused;
  }
  return undefined;
}
