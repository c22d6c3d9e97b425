/** RE2 is the oracle: JavaScript's engine may only stand in where it finds the very same. */
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { compileRegexp } from './compile.ts';
import { translate } from './translate.ts';

const TRANSLATED = [
  'Waiting for db',
  '(?i)waiting|reconnect',
  '\\[INFO\\] Received vote for',
  '"(?P<method>\\w+) (?P<path>\\S+) HTTP/[\\d.]+" (?P<status>\\d{3})',
  "vote for '(?<option>[^']*)'",
  '5..',
  '^\\s*$',
  '[]a]+',
  '[^]a]+',
  '[[:alpha:]_-]+',
  'a{2,3}b{1}',
  '{x}',
  'a]b}',
  '\\x41\\x{e9}',
  '\\"\\<\\-\\_\\@',
  '(a|b)?c',
  '\\Aa\\z',
  'é.n',
  '(?s)a.b',
  '.*',
  '',
  'a\\sb',
  '[\\s\\d.]+x',
  '[a\\]b]+',
  '\\bsize\\b',
];
const OTHERS = [
  '(?i)\\bwarn',
  '(?:(a)|b)*c',
  '(?m)^b$',
  'a(?i)B',
  '\\Qa.b\\E',
  '\\pLx',
  '(?U)a+',
  '[[:^alpha:]]',
  '(a)*',
];
const LINES = [
  '',
  'a',
  'aab{x}',
  'Waiting for db',
  'RECONNECTING Redis',
  '[2026-11-27] [INFO] Received vote for a',
  '172.18.0.1 - "POST /?page=2 HTTP/1.1" 302 1500',
  "Processing vote for 'x<script>' by '5f'",
  '500',
  'a]b}',
  'Aé"<-_@',
  'abac',
  'a\nb',
  'a\u2028b',
  'a\u000bb',
  ' \t\u00a0',
  'été.n',
  '😀x',
  'size=5 WARN Warn',
  '_ab-]',
  '12. 4x',
];

describe('compileRegexp()', () => {
  it.each(TRANSLATED)('has %j done by JavaScript', (text) => {
    expect(translate(text)).toBeDefined();
  });

  it.each(OTHERS)('leaves %j to RE2', (text) => {
    expect(translate(text)).toBeUndefined();
  });

  it.each([...TRANSLATED, ...OTHERS])('finds with %j what RE2 finds', (text) => {
    const compiled = compileRegexp(text);
    const whole = compileRegexp(text, { whole: true });
    const oracle = RE2JS.compile(text);
    for (const line of LINES) {
      const matcher = oracle.matcher(line);
      const expected = matcher.find()
        ? Array.from({ length: oracle.groupCount() + 1 }, (_, i) => matcher.group(i))
        : null;
      const found = compiled.ok ? compiled.regexp.exec(line) : undefined;
      expect([line, found === undefined ? null : [...found].map((group) => group ?? null)]).toEqual([line, expected]);
      expect([line, compiled.ok && compiled.regexp.test(line)]).toEqual([line, expected !== null]);
      const all = RE2JS.compile(`^(?s:${text})$`).test(line);
      expect([line, whole.ok && whole.regexp.test(line)]).toEqual([line, all]);
    }
    expect(compiled.ok && Object.fromEntries(compiled.regexp.names)).toEqual({ ...oracle.namedGroups() });
  });

  it.each([
    ['(', 'missing closing ): `(`'],
    ['(?!x)y', 'invalid or unsupported Perl syntax: `(?!`'],
    ['a)(b', 'unexpected ): `a)(b`'],
    ['x**', 'invalid nested repetition operator: `**`'],
    ['a{1001}', 'invalid repeat count: `{1001}`'],
    ['(?P<a>x)(?P<a>y)', 'duplicate capture group name: `a`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['[a', 'missing closing ]: `[a`'],
    ['\\C', 'invalid escape sequence: `\\C`'],
  ])('refuses %s', (text, fault) => {
    expect(compileRegexp(text)).toEqual({ ok: false, fault });
    expect(compileRegexp(text, { whole: true })).toEqual({ ok: false, fault });
  });
});
