/**
 * The examples of doc comments as modules that can be compiled and run: each gets the imports that it needs, and what
 * it says behind `//` is held against what it prints.
 */
import { dirname } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Entry } from './exports.ts';
import { readSource } from './source.ts';

/** An example, and where it stands. */
export interface Example {
  readonly file: string;
  readonly of: string;
  readonly code: string;
}

/** A module made of an example. */
export interface ExampleModule {
  readonly example: Example;
  readonly code: string;
  /** What its comments promise, one text a statement that promises something, over as many lines as its comment has. */
  readonly promised: readonly string[];
}

/** All examples of some files, in order. */
export function examplesIn(files: readonly string[]): readonly Example[] {
  return files.flatMap((file) => {
    const { heads, declarations } = readSource(file);
    const commented = [...heads.map((comment) => ({ name: 'head', comment })), ...[...declarations.values()].flat()];
    return commented.flatMap(({ name, comment }) => comment.examples.map((code) => ({ file, of: name, code })));
  });
}

/** Where the names come from that an example does not declare itself. */
export interface Scope {
  readonly entries: readonly Entry[];
  /** Entries that are used as namespaces: `unit` for `plainsight/units`. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** The file with the system that examples are about. Paths are absolute: a module may lie anywhere. */
  readonly system: string;
  /** The module whose `show()` takes each result. */
  readonly show: string;
}

/** The module of an example. Its results go to `show(value)`, in the order of `promised`. */
export function exampleModule(example: Example, scope: Scope): ExampleModule {
  const { code } = example;
  const { program, comments } = parseSync('example.ts', code);
  const promised: string[] = [];
  const statements = program.body.map((statement, index) => {
    const next = program.body[index + 1]?.start ?? code.length;
    const promise = comments
      .filter(({ type, start }) => type === 'Line' && start >= statement.end && start < next)
      .map(({ value }) => value.replace(/^ /, '').trimEnd())
      .join('\n');
    const text = code.slice(statement.start, statement.end);
    if (promise === '') return statement.type === 'ExpressionStatement' ? `void (${withoutSemicolon(text)});` : text;
    promised.push(promise);
    if (statement.type === 'ExpressionStatement') return `await show(${withoutSemicolon(text)});`;
    return `${text}\nawait show(${declaredName(text)});`;
  });
  return { example, code: [...importsFor(example, scope), ...statements, ''].join('\n'), promised };
}

/** What is promised, as it can be compared: only a result of several lines keeps the lines of its comment. */
export function promisedText(promised: readonly string[], shown: readonly string[]): readonly string[] {
  return promised.map((text, index) => (shown[index]?.includes('\n') ? text : text.replaceAll('\n', ' ')));
}

const withoutSemicolon = (text: string): string => text.replace(/;$/, '');

const declaredName = (text: string): string => /\bconst (\w+)/.exec(text)?.[1] ?? 'undefined';

/** The entry of the file's own room comes first: languages have functions of the same name. */
function nearestFirst(entries: readonly Entry[], file: string): readonly Entry[] {
  const shared = (entry: Entry): number =>
    file.startsWith(`${dirname(entry.file)}/`) ? dirname(entry.file).length : 0;
  return entries.toSorted((a, b) => shared(b) - shared(a));
}

function importsFor({ file, code }: Example, { entries, namespaces, system, show }: Scope): readonly string[] {
  const words = new Set(code.replaceAll(/'[^'\n]*'|\/\/.*/g, '').match(/\b[A-Za-z_]\w*/g) ?? []);
  const own = new Set(
    [...code.matchAll(/\b(?:const|function) (\w+|\{[^}]*\})/g)].flatMap(([, names = '']) => names.match(/\w+/g)),
  );
  // The first that has a name gives it: a module's own functions before the system's names, these before the package's.
  const from = new Map<string, string>();
  const offer = (module: string, names: Iterable<string>): void => {
    for (const name of names) if (words.has(name) && !own.has(name) && !from.has(name)) from.set(name, module);
  };
  offer(file, readSource(file).exports.keys());
  offer(system, readSource(system).exports.keys());
  for (const { module, file: entry, exports } of nearestFirst(entries, file)) {
    if (!Object.values(namespaces).includes(module))
      offer(
        entry,
        exports.map(({ name }) => name),
      );
  }
  const named = [...from].map(([name, module]) => `import { ${name} } from '${module}';`);
  const places = new Map(entries.map((entry) => [entry.module, entry.file]));
  const whole = Object.entries(namespaces).filter(([name]) => words.has(name) && !from.has(name) && !own.has(name));
  return [
    `import { show } from '${show}';`,
    ...named,
    ...whole.map(([name, module]) => `import * as ${name} from '${places.get(module)}';`),
  ];
}
