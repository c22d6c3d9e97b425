import { describe, expect, it } from 'vitest';
import { holdsAddress, readAddressRange } from './ip.ts';

describe('readAddressRange()', () => {
  it.each([
    '300.1.1.1',
    '1.2.3',
    'x',
    '',
    '10.0.0.0/33',
    '10.0.0.9-10.0.0.1',
    '10.0.0.1-::1',
    '::1::',
    '1:2:3',
    '01.2.3.4',
  ])('refuses %s', (text) => {
    expect(readAddressRange(text)).toBeUndefined();
  });
});

describe('holdsAddress()', () => {
  it.each([
    ['172.18.0.2/32', '172.18.0.2 - -', true],
    ['172.18.0.2/32', '172.18.0.3 - -', false],
    ['172.18.0.0/16', 'from 172.18.255.255:80', true],
    ['10.0.0.1-10.0.0.9', '10.0.0.10, 10.0.0.5', true],
    ['10.0.0.1-10.0.0.9', '10.0.0.10', false],
    ['10.0.0.1', 'at 12:00:00 10.0.0.1', true],
    ['::1', 'from [::1]:80', true],
    ['2001:db8::/32', 'from 2001:db8:0:1::9', true],
    ['2001:db8::/32', 'from 2001:db9::9', false],
    ['::ffff:10.0.0.0/104', '::ffff:10.1.2.3', true],
    ['10.0.0.0/8', 'no address', false],
  ])('%s in %s: %s', (range, text, expected) => {
    const read = readAddressRange(range);
    expect(read !== undefined && holdsAddress(text, read)).toBe(expected);
  });
});
