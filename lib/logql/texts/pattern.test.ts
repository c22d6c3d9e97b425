import { describe, expect, it } from 'vitest';
import { capture, fits, readPattern } from './pattern.ts';

function captured(text: string, line: string): Record<string, string> {
  const read = readPattern(text, { names: 'needed' });
  const found: Record<string, string> = {};
  if (read.ok) capture(read.pattern, line, (name, value) => Object.assign(found, { [name]: value }));
  return found;
}

describe('readPattern()', () => {
  it.each([
    ['no captures', 'needed', 'no capture has a name'],
    ['<_> <_>', 'needed', 'no capture has a name'],
    ['<a><b>', 'needed', 'nothing stands between the captures <a><b>'],
    ['<a> <a>', 'needed', 'two captures are named <a>'],
    ['<a> x', 'refused', 'the capture <a> has a name'],
    ['<_><_>', 'refused', 'nothing stands between the captures <_><_>'],
  ] as const)('refuses %s', (text, names, fault) => {
    expect(readPattern(text, { names })).toEqual({ ok: false, fault });
  });
});

describe('capture()', () => {
  it.each([
    ['<ip> - [<_>] "<method> <_>" <status>', '::1 - [x] "GET / y" 200', { ip: '::1', method: 'GET', status: '200' }],
    ['at <a>', 'at b', { a: 'b' }],
    ['at <a>', 'x at b', {}],
    ['<a> - <b>', 'x', { a: 'x' }],
    ['<a>, <b>, <c>', 'x, y', { a: 'x', b: 'y' }],
    ['<a> <2b>', 'x <2b>', { a: 'x' }],
    ['<a>;', '', {}],
  ])('%s', (text, line, expected) => {
    expect(captured(text, line)).toEqual(expected);
  });
});

describe('fits()', () => {
  it.each([
    ['<_>ERROR<_>', 'an ERROR here', true],
    ['<_>ERROR<_>', 'an ERROR', false],
    ['<_>ERROR', 'an ERROR', true],
    ['ERROR<_>', 'an ERROR here', false],
    ['ERROR <_>', 'ERROR here', true],
    ['ERROR', 'ERROR', true],
    ['ERROR', 'ERRORS', false],
    ['', '', true],
  ])('%s and %s: %s', (text, line, expected) => {
    const read = readPattern(text, { names: 'refused' });
    expect(read.ok && fits(read.pattern, line)).toBe(expected);
  });
});
