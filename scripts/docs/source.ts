/** A source file of the library as the generator of documents needs it: what it declares and exports, with its comments. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** Something that a file declares. */
export interface Declaration {
  readonly name: string;
  readonly file: string;
  /** How a user meets it: a function without its body, a constant with its type, an interface as it is written. */
  readonly signature: string;
  readonly kind: 'function' | 'constant' | 'type';
  readonly comment: Comment;
}

/** A doc comment, taken apart. */
export interface Comment {
  /** What stands before the first tag. */
  readonly text: string;
  readonly examples: readonly string[];
  readonly throws: readonly string[];
}

/** A name that a file exports, and where it comes from: this file, or another under a name of its own. */
interface Exported {
  readonly from?: string;
  readonly name: string;
}

/** A file, read once. */
export interface Source {
  readonly file: string;
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  /** Comments that belong to no declaration: the file's head. */
  readonly heads: readonly Comment[];
  readonly exports: ReadonlyMap<string, Exported>;
  /** Names that are imported from other files of the library, with their place. */
  readonly imports: ReadonlyMap<string, Exported>;
}

const known = new Map<string, Source>();

/**
 * Reads a file of the library.
 *
 * @throws Error where the file cannot be parsed.
 */
export function readSource(file: string): Source {
  const source = known.get(file) ?? parsed(file, readFileSync(file, 'utf8'));
  known.set(file, source);
  return source;
}

/** Follows a name through re-exports and imports to the place that declares it. */
export function declared(file: string, name: string): readonly Declaration[] {
  const { declarations, exports, imports } = readSource(file);
  const own = declarations.get(name);
  if (own !== undefined) return own;
  const elsewhere = exports.get(name) ?? imports.get(name);
  if (elsewhere === undefined) return [];
  // `import { a as b }` and then `export { b as c }`: the next name is looked up in the same file.
  return elsewhere.from === undefined ? declared(file, elsewhere.name) : declared(elsewhere.from, elsewhere.name);
}

type Program = ReturnType<typeof parseSync>['program'];
type Statement = Program['body'][number];

function parsed(file: string, text: string): Source {
  const { program, comments, errors, module } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'it does not parse'}`);
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'));
  const commentBefore = (start: number): Comment => {
    const last = docs.filter(({ end }) => end <= start).at(-1);
    const touches = last !== undefined && text.slice(last.end, start).trim() === '';
    return touches ? commentOf(last.value) : EMPTY;
  };
  const documented = program.body.filter((statement) => declarationsOf(statement, text).length > 0);
  const isHead = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    program.body.every((statement) => start < statement.start || end > statement.end) &&
    documented.every((statement) => end > statement.start || text.slice(end, statement.start).trim() !== '');
  const heads = docs.filter(isHead).map(({ value }) => commentOf(value));
  const declarations = new Map<string, Declaration[]>();
  for (const statement of program.body) {
    for (const { name, kind, signature } of declarationsOf(statement, text)) {
      const declaration = { name, kind, signature, file, comment: commentBefore(statement.start) };
      declarations.set(name, [...(declarations.get(name) ?? []), declaration]);
    }
  }
  const place = (request: string): string | undefined =>
    request.startsWith('.') ? join(dirname(file), request) : undefined;
  const imports = new Map(
    module.staticImports.flatMap(({ moduleRequest, entries }) => {
      const from = place(moduleRequest.value);
      if (from === undefined) return [];
      return entries.map((each) => [each.localName.value, { from, name: each.importName.name ?? '' }] as const);
    }),
  );
  const exports = new Map(
    module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ exportName, importName, localName, moduleRequest }): [string, Exported][] => {
        if (exportName.name === null) return [];
        const from = moduleRequest === null ? undefined : place(moduleRequest.value);
        const name = importName.name ?? localName.name ?? exportName.name;
        return [[exportName.name, from === undefined ? { name } : { from, name }]];
      }),
    ),
  );
  return { file, declarations, heads, exports, imports };
}

type Found = Pick<Declaration, 'name' | 'kind' | 'signature'>;

function declarationsOf(statement: Statement, text: string): readonly Found[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  switch (declaration?.type) {
    case 'TSDeclareFunction':
    case 'FunctionDeclaration': {
      const end = declaration.body?.start ?? declaration.end;
      return [{ name: declaration.id?.name ?? '', kind: 'function', signature: cut(text, declaration.start, end) }];
    }
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id, init }): readonly Found[] => {
        if (id.type !== 'Identifier') return [];
        const end = id.typeAnnotation === null || id.typeAnnotation === undefined ? (init?.end ?? id.end) : id.end;
        return [{ name: id.name, kind: 'constant', signature: `const ${cut(text, id.start, end)}` }];
      });
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [
        { name: declaration.id?.name ?? '', kind: 'type', signature: cut(text, declaration.start, declaration.end) },
      ];
    default:
      return [];
  }
}

const cut = (text: string, start: number, end: number): string => text.slice(start, end).trim();

const EMPTY: Comment = Object.freeze({ text: '', examples: [], throws: [] });

function commentOf(value: string): Comment {
  const lines = value
    .slice(1)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  const text = lines.join('\n').trim();
  // A tag begins a line, or follows a sentence in a comment of one line.
  const [before = '', ...tagged] = text.split(/(?:^|\n|(?<=[.:)`'] ))@(?=(?:example|throws)\b)/);
  const bodies = (tag: string): readonly string[] =>
    tagged.flatMap((each) => (each.startsWith(tag) ? [each.slice(tag.length).trim()] : []));
  return { text: before.trim(), examples: bodies('example'), throws: bodies('throws') };
}
