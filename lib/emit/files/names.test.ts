import { describe, expect, test } from 'vitest';
import { checkNames, foldersOf, readList, withList } from './names.ts';

const TEXT = '{\n  "profile": "stock",\n  "other": []\n}\n';
const LISTED = `{
  "project": "shop \\"2\\"",
  "files": [
    "a/b.yml",
    "model.json"
  ],
  "profile": "stock",
  "other": []
}
`;

describe('the list in model.json', () => {
  test('stands before all else, sorted, a name a line', () => {
    const listed = withList(TEXT, { project: 'shop "2"', names: ['model.json', 'a/b.yml'] });
    expect(listed).toBe(LISTED);
    expect(JSON.parse(listed)).toMatchObject({ files: ['a/b.yml', 'model.json'], profile: 'stock' });
  });

  test.each(['', '{}', '[]\n', '{"a":1}'])('is put into no %j', (text) => {
    expect(() => withList(text, { project: 'shop', names: [] })).toThrow(TypeError);
  });

  test.each([
    ['as it was written', LISTED],
    ['with the line ends of Windows', LISTED.replaceAll('\n', '\r\n')],
  ])('is read back %s', (_, text) => {
    expect(readList(text)).toEqual({ project: 'shop "2"', names: new Set(['a/b.yml', 'model.json']) });
  });

  test('is read with the names of both branches when a merge has left its markers', () => {
    const ours = '<<<<<<< HEAD\n    "a/b.yml",\n    "b.yml",\n';
    const theirs = '=======\n    "a/c.yml",\n>>>>>>> other\n';
    const text = LISTED.replace('    "a/b.yml",\n', `${ours}${theirs}`);
    expect(readList(text)?.names).toEqual(new Set(['a/b.yml', 'b.yml', 'a/c.yml', 'model.json']));
  });

  test.each([
    ['nothing', ''],
    ['no project', LISTED.replace(/.*project.*\n/, '')],
    ['no list', TEXT],
    ['a list without an end', LISTED.slice(0, LISTED.indexOf('  ],'))],
    ['a name that is no text', LISTED.replace('"a/b.yml"', '"a" + b')],
  ])('is none where there is %s', (_, text) => {
    expect(readList(text)).toBeUndefined();
  });
});

describe('checkNames', () => {
  test.each([
    '',
    '/etc/passwd',
    'C:/windows',
    '../outside',
    'a/../../outside',
    'a\\b',
    'a//b',
    'a/',
    './a',
    'a/.',
    '..',
    'a\nb',
  ])('refuses %j', (path) => {
    expect(() => checkNames(['fine', path])).toThrow(
      `  ${JSON.stringify(path)} is no path inside the output folder\nNames`,
    );
  });

  test.each<[string[], string]>([
    [['A.json', 'a.json'], "'A.json' and 'a.json'"],
    [['caf\u00e9', 'cafe\u0301'], "'caf\u00e9' and 'cafe\u0301'"],
    [['Rules/a', 'rules/b'], "'Rules/' and 'rules/'"],
    [['a', 'a/b'], "'a/' and 'a'"],
    [['A', 'a/b/c'], "'a/' and 'A'"],
  ])('refuses %j together', (paths, clash) => {
    expect(() => checkNames(paths)).toThrow(`  ${clash} are one name on a disk that ignores case or accents\nNames`);
  });

  test('lists all faults together', () => {
    expect(() => checkNames(['/a', 'fine', '../b'])).toThrow(
      / {2}"\/a" is no path.*\n {2}"..\/b" is no path.*\nNames have/,
    );
  });

  test.each([
    [['a', 'b/a', 'b/c/a', 'b..c', '..d/e..', '.hidden', '...', 'ab:c', 'with space', 'ünïcode.yml', '__proto__/x']],
    [[]],
  ])('accepts %j', (paths) => expect(() => checkNames(paths)).not.toThrow());
});

test.each([
  ['a', []],
  ['a/b/c', ['a/b', 'a']],
])('foldersOf(%j)', (path, folders) => {
  expect(foldersOf(path)).toEqual(folders);
});
