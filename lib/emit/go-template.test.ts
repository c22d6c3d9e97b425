import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testRules } from '../../test/support/promtool-files.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import { queue_length } from '../../test/support/shop.ts';
import { alert, given, group, smallModel } from '../../test/support/small-model.ts';
import type { ResolvedAlert } from '../model/resolved.ts';
import { plainText, type Text, text, valueHole } from '../model/text.ts';
import { duration } from '../units/duration.ts';
import { bytes, cores, count, percent, perSecond, ratio, seconds, state, timestamp, type Unit } from '../units/unit.ts';
import { goTemplate, goTemplateQuoted, goTemplateText } from './go-template.ts';
import { prometheusFiles } from './prometheus/files.ts';
import { toYaml } from './yaml.ts';

const label = (name: string) => ({ hole: 'label', label: name }) as const;

it.each<readonly [Text, string]>([
  [plainText('Votes wait.'), 'Votes wait.'],
  [text`${label('service')} is down`, '{{ $labels.service }} is down'],
  [text`${label('k8s.pod')}`, '{{ index $labels "k8s.pod" }}'],
  [text`${valueHole(ratio)}`, '{{ $value | humanizePercentage }}'],
  [text`${valueHole(bytes)} left`, '{{ $value | humanize1024 }}B left'],
  [
    text`${valueHole(state({ 0: 'Down', 1: 'Up' }))}`,
    '{{ if eq $value 0.0 }}Down{{ else if eq $value 1.0 }}Up{{ else }}{{ $value | humanize }}{{ end }}',
  ],
  [text`${valueHole(state({}))}`, '{{ $value | humanize }}'],
])('writes %j', (given, expected) => {
  expect(goTemplate(given)).toBe(expected);
});

/** One alert per text, all in one group: promtool starts once for hundreds of them. */
interface Case {
  readonly text: Text;
  readonly values: string;
  readonly says: string;
}

const odd = { instance: 'a:1', job: 'store', queue: 'orders', service: 'till "{{ x }}" \\ $1 `b`\nü 漢 🦔' };

function saying({ text: description, values, says }: Case, index: number): ResolvedAlert {
  const series = [given(queue_length, { ...odd, queue: `q${index}` }, values)];
  const at = duration('1m');
  return {
    ...alert,
    name: `Case${index}`,
    node: queue_length.where({ queue: `q${index}` as 'orders' }).node,
    for: { ms: 0 },
    description,
    test: {
      fires: [{ given: series, every: at, at, labels: { ...odd, queue: `q${index}` }, says }],
      silent: [],
    },
  };
}

function rendered(cases: readonly Case[]): Promise<string> {
  const model = smallModel({ groups: [group('texts', cases.map(saying))], evaluationInterval: duration('1m') });
  return testRules(prometheusFiles(model));
}

const value = (unit: Unit, values: string, says: string): Case => ({
  text: text`${valueHole(unit)}`,
  values: `${values}x2`,
  says,
});

describeWithServer(['promtool'], 'a text as promtool renders it', () => {
  it('writes a value by its unit', async () => {
    const cases = [
      value(ratio, '0.1234', '12.34%'),
      value(percent, '0.5', '0.5%'),
      value(seconds, '3725', '1h 2m 5s'),
      value(seconds, '0.25', '250ms'),
      value(bytes, '1610612736', '1.5GiB'),
      value(perSecond('bytes'), '2048', '2kiB/s'),
      value(timestamp, '86400', '1970-01-02 00:00:00 +0000 UTC'),
      value(count('votes'), '1234', '1.234k'),
      value(perSecond('votes'), '12', '12'),
      value(perSecond('votes'), '12345', '12.35k'),
      value(perSecond('votes'), '0.8381', '0.84'),
      value(perSecond('votes'), '-0.5', '-0.5'),
      value(perSecond('votes'), '0', '0'),
      value(cores, '0.25', '250m'),
      value(state({ '-1': 'Unknown', 0: 'Down {{ 1 }}', 1: 'Up' }), '-1', 'Unknown'),
      value(state({ 0: 'Down {{ 1 }}', 1: 'Up' }), '0', 'Down {{ 1 }}'),
      value(state({ 0: 'Down', 1: 'Up' }), '2', '2'),
    ];
    expect(await rendered(cases)).toBe('accepted');
  });

  it('fails for another text', async () => {
    expect(await rendered([value(ratio, '0.5', '0.5%')])).toContain('description="50%"');
  });

  it('keeps the value of a label, whatever its characters', async () => {
    const says = `at ${odd.service}{}`;
    expect(await rendered([{ text: text`at ${label('service')}{}`, values: '1x2', says }])).toBe('accepted');
  });

  it('keeps every literal', async () => {
    const texts = fc.sample(literals, { numRuns: 1000, seed: 42 });
    const annotations = texts.map((one, index) => [`a${index}`, [one, label('job'), one]] as const);
    const rule = {
      alert: 'Literals',
      expr: 'up',
      annotations: Object.fromEntries(annotations.map(([name, pieces]) => [name, goTemplate({ pieces })])),
    };
    const expected = {
      exp_labels: { job: 'j' },
      exp_annotations: Object.fromEntries(annotations.map(([name, [one]]) => [name, `${one}j${one}`])),
    };
    const test = {
      input_series: [{ series: 'up{job="j"}', values: '1' }],
      alert_rule_test: [{ eval_time: '0s', alertname: 'Literals', exp_alerts: [expected] }],
    };
    const files = new Map([
      ['rules/literals.yml', toYaml({ groups: [{ name: 'literals', rules: [rule] }] })],
      ['tests/literals.yml', toYaml({ rule_files: ['../rules/literals.yml'], tests: [test] })],
    ]);
    expect(await testRules(files)).toBe('accepted');
  });
});

const literals = fc
  .array(
    fc.oneof(
      fc.constantFrom('{', '{{', '}}', '{{-', '-}}', '{{/*', '"', '`', '\\', '$', '%s', '\n', ': ', ' #'),
      fc.string(),
    ),
  )
  .map((pieces) => pieces.join(''));

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

it.each(TEXTS)('goTemplateText(%j)', (text, expected) => {
  expect(goTemplateText(text)).toBe(expected);
});

it.each([
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

  it('is the text itself, alone and between actions', async () => {
    const cases = samples.flatMap((text) => [
      { template: goTemplateText(text), says: text },
      { template: `${goTemplateText(text)}{{ 1 }}${goTemplateText(text)}`, says: `${text}1${text}` },
      { template: goTemplateText(text) + goTemplateText(text), says: text + text },
    ]);
    expect(await render(cases)).toBe('accepted');
  });

  it('is the text itself as a literal in an action', async () => {
    const cases = samples.map((text) => ({ template: `{{ ${goTemplateQuoted(text)} }}`, says: text }));
    expect(await render(cases)).toBe('accepted');
  });

  it('is another text without the escaping', async () => {
    expect(await render([{ template: '{{ $value }}', says: '{{ $value }}' }])).toContain('a0="1"');
  });
});
