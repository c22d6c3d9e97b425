import { describe, expect, it } from 'vitest';
import { addressOf, shownAddress } from './address.ts';

const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('an address', () => {
  it.each([
    ['without a password', 'http://shop:80/metrics?a=1', 'http://shop:80/metrics?a=1', {}],
    ['with one', 'http://me:secret@shop:8080/metrics?a=1', 'http://shop:8080/metrics?a=1', basic('me:secret')],
    ['with a name alone', 'http://token@shop/', 'http://shop', basic('token:')],
    ['with a password alone', 'http://:secret@shop', 'http://shop', basic(':secret')],
    ['with escapes', 'http://me:a%40b%3A%C3%A9@shop', 'http://shop', basic('me:a@b:é')],
    ['with a percent sign that starts no escape', 'http://me:100%@shop', 'http://shop', basic('me:100%')],
    ['with an at sign in the password', 'http://me:a@b@shop/', 'http://shop', basic('me:a@b')],
  ])('%s', (_, text, url, headers) => {
    expect(addressOf(text)).toEqual({ url, headers });
    expect(shownAddress(text)).toBe(url);
  });

  it.each(['shop', '', 'file:///etc/passwd', 'ftp://shop', 'javascript:alert(1)', 'http://'])('is not %j', (text) => {
    expect(addressOf(text)).toBeUndefined();
  });
});

describe('a text that is no address', () => {
  it.each([
    ['http://me:sec ret@:x', 'http://:x'],
    ['http://me:a@b@sh op', 'http://sh op'],
    ['me:secret@shop', 'shop'],
    ['http://me:secret@', 'http://'],
    ['http://me:sec\nret@:', 'http://:'],
    ['ftp://me:secret@shop/', 'ftp://shop/'],
  ])('shows no password: %j', (text, shown) => {
    expect(shownAddress(text)).toBe(shown);
  });
});
