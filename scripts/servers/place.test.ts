import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { binaryPath, isThere, putInPlace } from './place.ts';
import { program } from './program.ts';

const amtool = program('amtool');
let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'place-'));
  writeFileSync(join(home, 'fresh'), 'a program');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('isThere', () => {
  it('is false before, and true after the program was put in place', () => {
    expect(isThere(home, amtool)).toBe(false);
    putInPlace(home, amtool, join(home, 'fresh'));
    expect(isThere(home, amtool)).toBe(true);
    expect(readFileSync(binaryPath(home, 'amtool'), 'utf8')).toBe('a program');
    expect(existsSync(join(home, 'fresh'))).toBe(false);
  });

  it.each([
    ['another version', { ...amtool, target: amtool.target.replace('0.34.2', '0.34.3') }],
    ['other build tags', { ...amtool, tags: ['netgo'] }],
    ['another program', program('promtool')],
  ])('is false for %s', (_, other) => {
    putInPlace(home, amtool, join(home, 'fresh'));
    expect(isThere(home, other)).toBe(false);
  });

  it('is false for another file of that name, also of the same size', () => {
    putInPlace(home, amtool, join(home, 'fresh'));
    writeFileSync(binaryPath(home, 'amtool'), 'b program');
    expect(isThere(home, amtool)).toBe(false);
    rmSync(binaryPath(home, 'amtool'));
    writeFileSync(binaryPath(home, 'amtool'), '#!/bin/sh\n');
    expect(isThere(home, amtool)).toBe(false);
  });

  it('is true for a copy of the folder', () => {
    putInPlace(home, amtool, join(home, 'fresh'));
    const copy = join(home, 'copy');
    for (const part of ['bin', 'built', 'hashes']) cpSync(join(home, part), join(copy, part), { recursive: true });
    expect(isThere(copy, amtool)).toBe(true);
  });

  it('is false without a hash', () => {
    putInPlace(home, amtool, join(home, 'fresh'));
    rmSync(join(home, 'hashes'), { recursive: true });
    expect(isThere(home, amtool)).toBe(false);
  });

  it('is false when the program was removed, or never stamped', () => {
    putInPlace(home, amtool, join(home, 'fresh'));
    rmSync(binaryPath(home, 'amtool'));
    expect(isThere(home, amtool)).toBe(false);
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(binaryPath(home, 'promtool'), 'somebody else’s');
    expect(isThere(home, program('promtool'))).toBe(false);
  });
});
