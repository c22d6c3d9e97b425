/** What a source file imports and exports, read by a parser: text that only looks like an import is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';

export interface Import {
  /** Where it stands, counted from 1. */
  readonly line: number;
  /** As it is written. */
  readonly specifier: string;
  /** The file of the project, relative to its root; nothing for a package. */
  readonly file?: string;
}

export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** The lines with `export * from`. */
  readonly exportsAll: readonly number[];
}

/** The sources below `folder`, without tests. */
export function sourceFiles(root: string, folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file))
    .filter((path) => /\.[jt]s$/.test(path) && !path.endsWith('.test.ts') && !path.includes('node_modules'))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

/** One source, from its text. */
export function sourceFile(path: string, text: string): SourceFile {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineOf = (position: number): number => text.slice(0, position).split('\n').length;
  const imports = requested(module, text).map(({ specifier, start }): Import => {
    const file = specifier.startsWith('.') ? { file: posix.join(dirname(path), specifier) } : {};
    return { line: lineOf(start), specifier, ...file };
  });
  const exportsAll = module.staticExports
    .filter(({ entries }) => entries.some(({ importName }) => importName.kind === 'AllButDefault'))
    .map(({ start }) => lineOf(start));
  return { path, lines: text.trimEnd().split('\n').length, imports, exportsAll };
}

interface Requested {
  readonly specifier: string;
  readonly start: number;
}

function requested(module: ParseResult['module'], text: string): readonly Requested[] {
  const named = ({ value, start }: { readonly value: string; readonly start: number }): Requested => ({
    specifier: value,
    start,
  });
  return [
    ...module.staticImports.map(({ moduleRequest }) => named(moduleRequest)),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.slice(0, 1).flatMap(({ moduleRequest }) => (moduleRequest ? [named(moduleRequest)] : [])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      // What is worked out when it runs cannot be held to anything here.
      const [, specifier] = /^['"](.*)['"]$/.exec(text.slice(start, end)) ?? [];
      return specifier === undefined ? [] : [{ specifier, start }];
    }),
  ];
}
