import { describe, expect, it } from 'vitest';
import { allLockFaults, lockFaults, unhashed } from './locks.ts';

const HASH = `sha512-${'A'.repeat(86)}==`;
const OFF = 'save-exact=true\nignore-scripts=true\n';

describe('the entries of a lock file', () => {
  it('have a hash, or a reason why not', () => {
    const packages = {
      '': {},
      lib: { version: '0.1.0' },
      'node_modules/plainsight': { resolved: 'lib', link: true },
      'node_modules/a': { integrity: HASH },
      'node_modules/a/node_modules/b': { inBundle: true },
    } as const;
    expect(unhashed({ packages })).toEqual([
      { path: '.', reason: 'it lies in this repository' },
      { path: 'lib', reason: 'it lies in this repository' },
      { path: 'node_modules/plainsight', reason: 'it lies in this repository' },
      {
        path: 'node_modules/a/node_modules/b',
        reason: 'it comes inside the archive of the package around it, whose hash covers it',
      },
    ]);
    expect(lockFaults({ packages }, OFF)).toEqual([]);
  });

  it.each([
    [{}, OFF, 'node_modules/a has no hash: delete the entry, and let npm install --package-lock-only write it'],
    [
      { integrity: 'sha1-AAAA' },
      OFF,
      'node_modules/a has no hash: delete the entry, and let npm install --package-lock-only write it',
    ],
    [
      { integrity: HASH, resolved: 'https://npm.example/a.tgz' },
      OFF,
      'node_modules/a says where it was fetched (https://npm.example/a.tgz): any registry will do',
    ],
    [
      { integrity: HASH, hasInstallScript: true },
      '# ignore-scripts=true\n',
      'node_modules/a has an install script: write ignore-scripts=true in .npmrc',
    ],
  ] as const)('%j is a fault', (entry, npmrc, fault) => {
    expect(lockFaults({ packages: { 'node_modules/a': entry } }, npmrc)).toEqual([fault]);
  });

  it('of this project are as they should be', () => {
    expect(allLockFaults()).toEqual([]);
  });
});
