import { expect, it } from 'vitest';
import { summary } from './summary.ts';

const nothing = { written: [], removed: [], unchanged: ['README.md'], strangers: [] };

it.each([
  [[], 'dist/: 0 written, 0 removed, 1 unchanged, in 7 ms\n'],
  [
    ['http://localhost:3000'],
    'local     http://localhost:3000: links in notifications lead to this address, which other machines cannot open\n' +
      'dist/: 0 written, 0 removed, 1 unchanged, in 7 ms\n',
  ],
  [
    ['http://localhost:3000', 'http://127.0.0.1:8080'],
    'local     http://localhost:3000, http://127.0.0.1:8080: links in notifications lead to these addresses, which other machines cannot open\n' +
      'dist/: 0 written, 0 removed, 1 unchanged, in 7 ms\n',
  ],
])('says which public addresses are still local: %j', (local, expected) => {
  expect(summary('dist', nothing, { untested: [], local }, 7.2)).toBe(expected);
});
