/** Log lines as text: their streams, and each stage that filters, reads or rewrites them. */
import type { Matcher, MatchValue } from '../promql/node.ts';
import { numberText, quote } from '../promql/quote.ts';
import type {
  FieldExtraction,
  LabelChoice,
  LabelCondition,
  LabelFormat,
  LineFilterStage,
  LineMatch,
  LinesNode,
  LogfmtStage,
  Stage,
  Unwrap,
} from './node.ts';

/**
 * The selector and its stages. Matchers stay in the order in which they were given, as in Loki's own formatter.
 *
 * @example
 * linesText({ kind: 'lines', streams: [{ label: 'service', operator: '=', value: 'worker' }], stages: [] })
 * // '{service="worker"}'
 */
export function linesText({ streams, stages }: LinesNode): string {
  const selector = `{${streams.map(matcherText).join(', ')}}`;
  return [selector, ...stages.map(stageText)].join(' ');
}

/** One stage, with what stands in front of it: `| json`, `|= "error"`. */
export function stageText(stage: Stage): string {
  if (stage.kind === 'line filter') return lineFilter(stage);
  return `| ${namedStage(stage)}`;
}

function namedStage(stage: Exclude<Stage, LineFilterStage>): string {
  switch (stage.kind) {
    case 'json':
      return withList('json', stage.fields.map(fieldText));
    case 'logfmt':
      return logfmt(stage);
    case 'pattern':
      return `pattern ${quoteText(stage.pattern)}`;
    case 'regexp':
      return `regexp ${quoteText(stage.regexp)}`;
    case 'line format':
      return `line_format ${quoteText(stage.template)}`;
    case 'label format':
      return withList('label_format', stage.labels.map(labelFormat));
    case 'label filter':
      return conditionText(stage.condition);
    case 'drop':
    case 'keep':
      return withList(stage.kind, stage.labels.map(labelChoice));
    case 'unpack':
    case 'decolorize':
      return stage.kind;
  }
}

function withList(word: string, items: readonly string[]): string {
  return items.length === 0 ? word : `${word} ${items.join(', ')}`;
}

function lineFilter({ operator, matches }: LineFilterStage): string {
  return `${operator} ${matches.map(lineMatch).join(' or ')}`;
}

function lineMatch(match: LineMatch): string {
  if (typeof match === 'string') return quoteText(match);
  return 'ip' in match ? `ip(${quoteText(match.ip)})` : quoteText(match.variable);
}

function fieldText({ label, path }: FieldExtraction): string {
  return path === undefined ? label : `${label}=${quoteText(path)}`;
}

function logfmt({ fields, strict, keepEmpty }: LogfmtStage): string {
  const flags = `${strict ? ' --strict' : ''}${keepEmpty ? ' --keep-empty' : ''}`;
  return withList(`logfmt${flags}`, fields.map(fieldText));
}

function labelFormat({ label, from }: LabelFormat): string {
  return `${label}=${'template' in from ? quoteText(from.template) : from.label}`;
}

function labelChoice(choice: LabelChoice): string {
  return 'matcher' in choice ? matcherText(choice.matcher) : choice.label;
}

function matcherText({ label, operator, value }: Matcher): string {
  return `${label}${operator}${quoteText(valueText(value))}`;
}

function valueText(value: MatchValue): string {
  return typeof value === 'string' ? value : value.variable;
}

/** `| unwrap duration(took) | __error__=""`. */
export function unwrapText({ label, conversion, filters }: Unwrap): string {
  const read = conversion === undefined ? label : `${conversion}(${label})`;
  return [`unwrap ${read}`, ...filters.map((filter) => conditionText(filter))].map((part) => `| ${part}`).join(' ');
}

/** `and` binds tighter than `or`; both are grouped from the left. */
const BINDING = { or: 1, and: 2 } as const;

/** A condition on labels. */
function conditionText(condition: LabelCondition): string {
  switch (condition.kind) {
    case 'text':
      return matcherText(condition.matcher);
    case 'number':
      return `${condition.label} ${condition.operator} ${numberText(condition.value)}`;
    case 'duration':
    case 'bytes':
      return `${condition.label} ${condition.operator} ${condition.value}`;
    case 'ip':
      return `${condition.label}${condition.operator}ip(${quoteText(condition.value)})`;
    case 'and':
    case 'or': {
      const own = BINDING[condition.kind];
      return `${side(condition.left, own)} ${condition.kind} ${side(condition.right, own + 1)}`;
    }
  }
}

function side(condition: LabelCondition, least: number): string {
  const text = conditionText(condition);
  const loose = (condition.kind === 'and' || condition.kind === 'or') && BINDING[condition.kind] < least;
  return loose ? `(${text})` : text;
}

/*
 * Most texts of LogQL are regular expressions, patterns and templates, which backslashes make hard to read.
 */
const NEEDS_ESCAPES = /["\\]/;
/** Nothing that is invisible, and no backquote, which cannot stand between backquotes. */
const READABLE = /^[ \p{L}\p{M}\p{N}\p{P}\p{S}]*$/u;
const NOT_RAW = /[`\ufffd]/;

/**
 * A text in quotes: in backquotes, as it is, where double quotes would need escapes.
 *
 * @example quoteText('\\d+') // '`\\d+`'
 * @example quoteText('Waiting for db') // '"Waiting for db"'
 */
export function quoteText(text: string): string {
  const raw = NEEDS_ESCAPES.test(text) && READABLE.test(text) && !NOT_RAW.test(text);
  return raw ? `\`${text}\`` : quote(text);
}
