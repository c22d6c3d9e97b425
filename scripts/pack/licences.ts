/** The licences of packages whose code is handed on, with their texts and notices. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Those that ask for no more than their text, and that their notices stay. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);
/** What a package that does not name its licence has in its files. */
const SAID_IN_TEXT: readonly (readonly [said: RegExp, licence: string])[] = [
  [/free and unencumbered software released into the public domain/, 'Unlicense'],
  [/Permission is hereby granted, free of charge/, 'MIT'],
  [/^#+ License\s+MIT\b/m, 'MIT'],
  [/^#+ License\s+(?:\[?Unlicense\b|This work is dedicated to the public domain)/m, 'Unlicense'],
];
const TEXTS = /^(?:licen[cs]e|copying|notice)/i;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly licenses?: readonly { readonly type: string }[];
}

/**
 * One chapter for each package.
 *
 * @param root the folder that the packages' paths begin in
 * @throws Error for a package whose licence is not one of the allowed ones, or that says none
 */
export function licences(root: string, packages: readonly string[]): string {
  const chapters = packages.map((path) => chapter(join(root, path)));
  const [missing] = chapters.flatMap(({ refused }) => refused ?? []);
  if (missing !== undefined) throw new Error(missing);
  return ['# What this package contains of others', ...chapters.map(({ text }) => text)].join('\n\n');
}

function chapter(folder: string): { readonly text: string; readonly refused?: string } {
  const {
    name,
    version,
    license,
    licenses = [],
  }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const read = (pattern: RegExp): readonly string[] =>
    readdirSync(folder)
      .filter((file) => pattern.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const texts = read(TEXTS);
  const inText = SAID_IN_TEXT.find(([pattern]) => [...texts, ...read(/^readme/i)].some((each) => pattern.test(each)));
  const said = license ?? (licenses.map(({ type }) => type).join(' OR ') || (inText?.[1] ?? ''));
  const text = [`## ${name} ${version} (${said})`, ...texts].join('\n\n');
  return isAllowed(said)
    ? { text }
    : { text, refused: `${name} ${version} is under '${said}', which is not looked into yet.` };
}

/** One of several to choose from is enough. */
export function isAllowed(expression: string): boolean {
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}
