/**
 * Texts as Go templates, which is how Prometheus fills in the annotations of an alert.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
import type { Hole, Text } from '../model/text.ts';
import { isState, type StateUnit, type Unit, unitText } from '../units/unit.ts';

/** Prometheus' functions for a value, by unit. Whatever is not listed prints as a number, a large one with a prefix: 1.2k. */
const VALUE_BY_UNIT: Readonly<Record<string, string>> = {
  ratio: '{{ $value | humanizePercentage }}',
  percent: '{{ $value | printf "%.4g" }}%',
  seconds: '{{ $value | humanizeDuration }}',
  bytes: '{{ $value | humanize1024 }}B',
  'bytes/s': '{{ $value | humanize1024 }}B/s',
  timestamp: '{{ $value | humanizeTimestamp }}',
};
const ANY_VALUE = '{{ $value | humanize }}';
/** Prefixes are for large numbers: of less than one a second, `838.1m` would be read as millions. */
const ANY_RATE = `{{ if and (gt $value -1.0) (lt $value 1.0) }}{{ $value | printf "%.2g" }}{{ else }}${ANY_VALUE}{{ end }}`;

/**
 * A text with its holes as a Go template. Prometheus renders what is not a hole literally, braces included.
 *
 * @example goTemplate(OrdersPilingUp.description) // '{{ $value | humanize }} orders wait.'
 */
export function goTemplate({ pieces }: Text): string {
  return pieces.map((piece) => (typeof piece === 'string' ? goTemplateText(piece) : hole(piece))).join('');
}

function hole(of: Hole): string {
  return of.hole === 'label' ? labelText(of.label) : valueText(of.unit);
}

const NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function labelText(label: string): string {
  return NAME.test(label) ? `{{ $labels.${label} }}` : `{{ index $labels ${goTemplateQuoted(label)} }}`;
}

function valueText(unit: Unit): string {
  if (isState(unit)) return stateText(unit);
  return VALUE_BY_UNIT[unitText(unit)] ?? (unit.per === 'second' ? ANY_RATE : ANY_VALUE);
}

/** A state prints by its name; a number that has none prints as it is. */
function stateText({ states }: StateUnit): string {
  const cases = Object.entries(states).map(([value, name]) => `if eq $value ${float(value)} }}${goTemplateText(name)}`);
  return cases.length === 0 ? ANY_VALUE : `{{ ${cases.join('{{ else ')}{{ else }}${ANY_VALUE}{{ end }}`;
}

/** Go compares floats with floats only: 1 is an integer to it, 1.0 is not. */
function float(value: string): string {
  return /^-?\d+$/.test(value) ? `${value}.0` : value;
}

/**
 * Text that stands literally in a template, also when an action or another piece of text follows it at once.
 *
 * @example goTemplateText('up{{x}}') // 'up{{ "{{" }}x}}'
 * @example `${goTemplateText('{')}{{ $value }}` // '{{ "{" }}{{ $value }}'
 */
export function goTemplateText(text: string): string {
  return text.replace(/\{{2,}|\{$/g, (braces) => `{{ "${braces}" }}`);
}

/**
 * Text as a string literal inside an action.
 *
 * @example `{{ reReplaceAll ${goTemplateQuoted('\\d')} "n" .Text }}` // '{{ reReplaceAll "\\\\d" "n" .Text }}'
 */
export function goTemplateQuoted(text: string): string {
  return JSON.stringify(text);
}
