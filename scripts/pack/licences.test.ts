import { expect, it } from 'vitest';
import { fill, freshFolder } from '../../test/support/folder.ts';
import { isAllowed, licences } from './licences.ts';

it.each([
  ['MIT', true],
  ['(MPL-2.0 OR Apache-2.0)', true],
  ['MIT AND Zlib', true],
  ['MIT AND GPL-3.0', false],
  ['AGPL-3.0-only', false],
  ['', false],
])('%s may be handed on: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});

const LONG = 'This is free and unencumbered software released into the public domain.';

it('has a chapter for each package, with its texts and notices; what names no licence is known by its text', () => {
  const folder = freshFolder();
  fill(folder, {
    'a/package.json': '{ "name": "a", "version": "1.0.0", "license": "Apache-2.0" }',
    'a/LICENSE_APACHE2': 'Apache License\n',
    'a/NOTICE': 'By A.\n',
    'b/package.json': '{ "name": "b", "version": "2.0.0" }',
    'b/LICENSE': LONG,
  });
  expect(licences(folder, ['a', 'b'])).toBe(
    `# What this package contains of others\n\n## a 1.0.0 (Apache-2.0)\n\nApache License\n\nBy A.\n\n## b 2.0.0 (Unlicense)\n\n${LONG}`,
  );
});

it('refuses a package whose licence nobody has looked into', () => {
  const folder = freshFolder();
  fill(folder, { 'c/package.json': '{ "name": "c", "version": "3.0.0", "license": "AGPL-3.0-only" }' });
  expect(() => licences(folder, ['c'])).toThrow("c 3.0.0 is under 'AGPL-3.0-only', which is not looked into yet.");
});
