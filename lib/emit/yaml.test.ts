import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { testRules } from '../../test/support/promtool-files.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import { goTemplateText } from './go-template.ts';
import { toYaml } from './yaml.ts';

const LONG = 'sum by (service, status) (rate(http_requests_total{job="voting-app", status!~"2.."}[5m]))';

describe('toYaml prints', () => {
  test.each<[string, unknown, string]>([
    ['keys in their order', { b: 1, a: { d: [], c: {} } }, 'b: 1\na:\n  d: []\n  c: {}\n'],
    ['lists without more indentation', { a: [{ b: 1, c: 2 }, 'd'] }, 'a:\n- b: 1\n  c: 2\n- d\n'],
    ['a short expression on its line', { expr: 'up == 0' }, 'expr: up == 0\n'],
    ['a long expression as a block', { expr: LONG }, `expr: |-\n  ${LONG}\n`],
    ['other long text on its line', { text: `${LONG} ${LONG}` }, `text: ${LONG} ${LONG}\n`],
    ['text of several lines as a block', [{ a: 'one\n  two\n\nthree' }], '- a: |-\n    one\n      two\n\n    three\n'],
    ['text that ends in a newline as a block', { a: 'one\ntwo\n' }, 'a: |\n  one\n  two\n'],
    ['lines with blanks at an end in quotes', { a: 'one \ntwo', b: ' one\ntwo' }, 'a: "one \\ntwo"\nb: " one\\ntwo"\n'],
    ['empty lines at an end in quotes', { a: 'one\n\n', b: '\none' }, 'a: "one\\n\\n"\nb: "\\none"\n'],
    ['a document that is one text in quotes', 'one\ntwo', '"one\\ntwo"\n'],
    ['a shared value twice', twice({ a: 1 }), '- a: 1\n- a: 1\n'],
    ['numbers', [0, -1.5, 1e21, 1.5e-7, 12345678901], '- 0\n- -1.5\n- 1.0e+21\n- 1.5e-7\n- 12345678901\n'],
    ['what is no text', [null, true, false], '- null\n- true\n- false\n'],
    ['characters that no eye sees', 'a\tb\r\0\u0085\u2028\ufeff', '"a\\tb\\r\\u0000\\u0085\\u2028\\ufeff"\n'],
    ['any script', { ü: '日本 🐙' }, 'ü: 日本 🐙\n'],
  ])('%s', (_, value, expected) => {
    expect(toYaml(value)).toBe(expected);
  });

  const AMBIGUOUS = [
    'no',
    'On',
    'y',
    'null',
    '~',
    '',
    '1.10',
    '007',
    '0o7',
    '0x1f',
    '1_000',
    '1e3',
    '.5',
    '.inf',
    '12:30',
  ];
  const ODD = [
    '2024-01-01',
    '=',
    '<<',
    '- a',
    'a: b',
    'a #b',
    ' a',
    'a ',
    '{{ $value }}',
    '@a',
    '%a',
    '*a',
    '&a',
    '!a',
  ];
  test.each([...AMBIGUOUS, ...ODD])('%j in quotes, as a value and as a key', (text) => {
    expect(toYaml({ a: text })).toBe(`a: "${text}"\n`);
    expect(toYaml({ [text]: 1 })).toBe(`"${text}": 1\n`);
  });

  test.each([
    ['Made here.', '# Made here.\n\na: 1\n'],
    ['One.\n\nTwo.\r\nThree\u2028Four\n', '# One.\n#\n# Two.\n# Three\n# Four\n\na: 1\n'],
    ['', 'a: 1\n'],
    ['red \u001b[31m and \uffff', '# red \\u001b[31m and \\uffff\n\na: 1\n'],
  ])('the header %j', (header, expected) => {
    expect(toYaml({ a: 1 }, { header })).toBe(expected);
  });
});

function twice(value: unknown): readonly unknown[] {
  return [value, value];
}

const PIECES = [
  'no',
  '1',
  '.',
  ':',
  '-',
  '#',
  ' ',
  '\n',
  '\t',
  '\r',
  '"',
  "'",
  '\\',
  '{',
  '|',
  '=',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\0',
  'ü',
];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...PIECES) }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test.each(['1.1', '1.2'] as const)('any value comes back from a reader of version %s', (version) => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const printed = toYaml(value, { header: 'Any value.' });
      expect(parse(printed, { version })).toEqual(value);
      expect(printed).toMatch(/[^\n]\n$/);
    }),
    { seed: 42, numRuns: 2000 },
  );
});

/** JSON in nothing but printable ASCII, which promtool reads as YAML: what is expected owes nothing to toYaml. */
function asciiJson(value: unknown): string {
  const hex = (character: string) => (character.codePointAt(0) ?? 0).toString(16).padStart(8, '0');
  return `${JSON.stringify(value).replace(/[^ -~]/gu, (character) => `\\U${hex(character)}`)}\n`;
}

describeWithServer(['promtool'], 'rules in YAML', () => {
  const texts = fc.sample(text, { numRuns: 400, seed: 42 });
  const named = (write: (one: string) => string) => Object.fromEntries(texts.map((one, at) => [`n${at}`, write(one)]));

  /** Labels are templates too; an empty one would be dropped. */
  const verdict = (says: (one: string) => string): Promise<string> => {
    const rule = {
      alert: 'Texts',
      expr: `vector(1) > bool 0 or ${LONG}`,
      labels: named((one) => goTemplateText(`x${one}`)),
      annotations: named(goTemplateText),
    };
    const expected = { exp_labels: named((one) => `x${one}`), exp_annotations: named(says) };
    const check = { eval_time: '1m', alertname: 'Texts', exp_alerts: [expected] };
    return testRules(
      new Map([
        ['rules.yml', toYaml({ groups: [{ name: 'no', rules: [rule] }] }, { header: 'Texts.' })],
        [
          'tests/test.yml',
          asciiJson({ rule_files: ['../rules.yml'], tests: [{ interval: '1m', alert_rule_test: [check] }] }),
        ],
      ]),
    );
  };

  test('reach promtool as they are, whatever the characters in labels and annotations', async () => {
    expect(await verdict((one) => one)).toBe('accepted');
  });

  test('are not accepted when one character differs', async () => {
    expect(await verdict((one) => (one === texts[7] ? `${one}.` : one))).toContain('FAILED');
  });
});
