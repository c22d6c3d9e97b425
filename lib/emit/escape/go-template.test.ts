import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testRules } from '../../../test/support/promtool-files.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { goTemplateQuoted, goTemplateText } from './go-template.ts';

const TEXTS = [
  ['', ''],
  ['plain', 'plain'],
  ['a { b } c', 'a { b } c'],
  ['{{ $value }}', '{{ "{{" }} $value }}'],
  ['{{{', '{{ "{{{" }}'],
  ['}}', '}}'],
  ['ends in {', 'ends in {{ "{" }}'],
  ['{{/* no comment */}}', '{{ "{{" }}/* no comment */}}'],
  ['{{- trims -}}', '{{ "{{" }}- trims -}}'],
] as const;

test.each(TEXTS)('goTemplateText(%j)', (text, expected) => {
  expect(goTemplateText(text)).toBe(expected);
});

test.each([
  ['', '""'],
  ['a "b" \\d', '"a \\"b\\" \\\\d"'],
  ['two\nlines', '"two\\nlines"'],
  ['}} `x`', '"}} `x`"'],
])('goTemplateQuoted(%j)', (text, expected) => {
  expect(goTemplateQuoted(text)).toBe(expected);
});

const PIECES = ['{', '{{', '{{{', '}}', '}', '-', ' ', '/*', '*/', '"', '`', '\\', '$value', '\n', 'é', '🐙', '%s'];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
);

/** The files as JSON, which promtool reads as YAML: what is tested here owes nothing to our own YAML. */
const asJson = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Has promtool render templates as annotations, and compare them with what they should say. */
function render(cases: readonly { readonly template: string; readonly says: string }[]): Promise<string> {
  const annotations = (key: 'template' | 'says') => Object.fromEntries(cases.map((one, at) => [`a${at}`, one[key]]));
  const rule = { alert: 'Rendered', expr: 'vector(1)', annotations: annotations('template') };
  const expected = { exp_labels: {}, exp_annotations: annotations('says') };
  const check = { eval_time: '1m', alertname: 'Rendered', exp_alerts: [expected] };
  return testRules(
    new Map([
      ['rules.yml', asJson({ groups: [{ name: 'group', rules: [rule] }] })],
      [
        'tests/test.yml',
        asJson({ rule_files: ['../rules.yml'], tests: [{ interval: '1m', alert_rule_test: [check] }] }),
      ],
    ]),
  );
}

describeWithServer(['promtool'], 'what promtool renders', () => {
  const samples = [...TEXTS.map(([text]) => text), ...fc.sample(texts, { numRuns: 300, seed: 42 })];

  test('is the text itself, alone and between actions', async () => {
    const cases = samples.flatMap((text) => [
      { template: goTemplateText(text), says: text },
      { template: `${goTemplateText(text)}{{ 1 }}${goTemplateText(text)}`, says: `${text}1${text}` },
      { template: goTemplateText(text) + goTemplateText(text), says: text + text },
    ]);
    expect(await render(cases)).toBe('accepted');
  });

  test('is the text itself as a literal in an action', async () => {
    const cases = samples.map((text) => ({ template: `{{ ${goTemplateQuoted(text)} }}`, says: text }));
    expect(await render(cases)).toBe('accepted');
  });

  test('is another text without the escaping', async () => {
    expect(await render([{ template: '{{ $value }}', says: '{{ $value }}' }])).toContain('a0="1"');
  });
});
