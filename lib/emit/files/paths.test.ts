import { describe, expect, test } from 'vitest';
import { checkPaths, foldersOf } from './paths.ts';

describe('checkPaths', () => {
  test.each<[string[], string]>([
    [[''], '"" is empty'],
    [['/etc/passwd'], '"/etc/passwd" is absolute'],
    [['C:/windows'], '"C:/windows" is absolute'],
    [['../outside'], `"../outside" has a part '..', which leaves the folder`],
    [['a/../../outside'], `"a/../../outside" has a part '..', which leaves the folder`],
    [['a\\b'], String.raw`"a\\b" has a backslash; folders are separated by /`],
    [['a//b'], `"a//b" has an empty part or a part '.'`],
    [['a/'], `"a/" has an empty part or a part '.'`],
    [['./a'], `"./a" has an empty part or a part '.'`],
    [['a\0b'], String.raw`"a\u0000b" has a control character`],
    [['a\nb'], String.raw`"a\nb" has a control character`],
    [['A.json', 'a.json'], "'A.json' and 'a.json' differ only in case or accents"],
    [['caf\u00e9', 'cafe\u0301'], "'caf\u00e9' and 'cafe\u0301' differ only in case or accents"],
    [['Rules/a', 'rules/b'], "folders 'Rules' and 'rules' differ only in case or accents"],
    [['a', 'a/b'], "'a' is a file, and 'a' a folder"],
    [['A', 'a/b/c'], "'A' is a file, and 'a' a folder"],
  ])('refuses %j', (paths, fault) => {
    expect(() => checkPaths(paths)).toThrow(new TypeError(`These files cannot be written:\n  ${fault}`));
  });

  test('lists all faults together', () => {
    expect(() => checkPaths(['/a', 'fine', '../b'])).toThrow(/"\/a" is absolute\n.*"\.\.\/b" has a part/);
  });

  test.each([
    [['a', 'b/a', 'b/c/a', 'b..c', '.hidden', '...', 'with space', 'ünïcode.yml', 'constructor', '__proto__/x']],
    [[]],
  ])('accepts %j', (paths) => {
    expect(() => checkPaths(paths)).not.toThrow();
  });
});

test.each([
  ['a', ['']],
  ['a/b/c', ['a/b', 'a', '']],
])('foldersOf(%j)', (path, folders) => {
  expect(foldersOf(path)).toEqual(folders);
});
