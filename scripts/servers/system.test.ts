import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInSystem, howToGet, type SystemName, systemNames, systemPath } from './system.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'system-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of that name in the folder, which says this when it is asked for its version. */
function installed(file: string, says: string): void {
  writeFileSync(join(folder, file), `#!/bin/sh\necho '${says}' >&2\n`);
  chmodSync(join(folder, file), 0o755);
}

describe('findInSystem', () => {
  it.each<[SystemName, string, string, string]>([
    ['redis-server', 'redis-server', 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64', '7.0.15'],
    ['redis-cli', 'redis-cli', 'redis-cli 7.0.15', '7.0.15'],
    ['redis_exporter', 'prometheus-redis-exporter', 'msg="Redis Metrics Exporter 1.45.0-2+b4    build date', '1.45.0'],
    ['redis_exporter', 'redis_exporter', 'msg="Redis Metrics Exporter v1.88.0    build date', '1.88.0'],
    ['psql', 'psql', 'psql (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)', '15.18'],
    ['psql', 'psql', 'no version', 'of an unknown version'],
  ])('%s as %s', (name, file, says, version) => {
    installed(file, says);
    expect(findInSystem(name, { PATH: folder })).toEqual({ path: join(folder, file), version });
  });

  it('finds nothing that is not there, or that nobody may run', () => {
    writeFileSync(join(folder, 'redis-server'), '');
    expect(findInSystem('redis-server', { PATH: folder })).toBeUndefined();
    expect(systemPath('redis_exporter', {})).toBeUndefined();
  });
});

describe('howToGet', () => {
  it.each(systemNames)('says how: %s', (name) => {
    expect(howToGet(name)).toMatch(new RegExp(`^${name}: not found, .* apt-get install [a-z-]+$`));
  });
});
