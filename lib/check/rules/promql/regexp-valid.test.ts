import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { describeWithServer, serverPath } from '../../../../test/support/servers.ts';
import { panelOf, shop } from '../../../../test/support/shop.ts';
import { quote } from '../../../promql/quote.ts';
import { faultOf, regexpValid } from './regexp-valid.ts';

const panel = (expression: string) => shop({ panels: [panelOf(`max(queue_length{queue=~${quote(expression)}})`)] });

describeRule(regexpValid, {
  example: panel('(?!old).*'),
  allows: [
    ['a pattern', panel('a|b.*|[c-e]{2,3}')],
    ['flags', panel('(?i)orders')],
    ['a class of POSIX in brackets', panel('[[:alpha:][:digit:]-]')],
    ['a quoted bracket', panel('\\Qa(b\\E')],
    ['1000 repetitions', panel('a{1000}')],
    ['a text with a bracket', shop({ panels: [panelOf('max(queue_length{queue="a(b"})')] })],
    ['a variable', shop({ panels: [panelOf(`max(queue_length{queue=~"\${queue:regex}"})`)] })],
  ],
  finds: [
    ['what must not stand before', panel('(?<=a)b'), { found: 'queue=~"(?<=a)b": look-around' }],
    ['a back-reference by name', panel('(?<n>a)\\k<n>'), { found: 'queue=~"(?<n>a)\\\\k<n>": a back-reference' }],
    ['an atomic group', panel('(?>a)'), { found: 'queue=~"(?>a)": a possessive repetition' }],
    ['many repetitions', panel('a{2000}'), { found: 'queue=~"a{2000}": more than 1000 repetitions' }],
    [
      'what must not match',
      shop({ panels: [panelOf('max(queue_length{queue!~"a(b"})')] }),
      { found: 'queue!~"a(b": unterminated group' },
    ],
    ['a bracket that does not close', panel('a(b'), { found: 'queue=~"a(b": unterminated group' }],
    ['a repetition of nothing', panel('*a'), { found: 'queue=~"*a": nothing to repeat' }],
    ['a back-reference', panel('(a)\\1'), { found: 'queue=~"(a)\\\\1": a back-reference' }],
  ],
});

const VALID = [
  'a.b',
  'a\\.b',
  '(?i)a',
  '(?s:a.)b',
  '(?P<n>a)',
  '[[:alpha:]]+',
  '\\Qa(b\\E',
  'a{2,1000}',
  '\\pN',
  'a\\\\1',
  '[]a]',
  '\\d+\\z',
];
const INVALID = [
  '(?=a)',
  '(?<!a)b',
  '(a)\\1',
  'a**',
  'a++',
  'a{1001}',
  'a{2,1}',
  '[a',
  '(a',
  'a)',
  '*a',
  '\\y',
  '[z-a]',
  '\\Z',
];

describeWithServer(['promtool'], 'regexp-valid, against promtool', () => {
  test.each([...VALID.map((text) => [text, 'valid'] as const), ...INVALID.map((text) => [text, 'invalid'] as const)])(
    '%s is %s',
    (expression, verdict) => {
      const folder = mkdtempSync(join(tmpdir(), 'regexp-'));
      const file = join(folder, 'rules.yml');
      const expr = JSON.stringify(`x{a=~${quote(expression)}}`);
      writeFileSync(file, `groups: [{name: g, rules: [{record: 'a:b:c', expr: ${expr}}]}]`);
      try {
        expect(promtoolTakes(file)).toBe(verdict === 'valid');
      } finally {
        rmSync(folder, { recursive: true });
      }
      expect(faultOf(expression) === undefined).toBe(verdict === 'valid');
    },
  );
});

function promtoolTakes(file: string): boolean {
  try {
    execFileSync(serverPath('promtool') ?? 'promtool', ['check', 'rules', file], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
