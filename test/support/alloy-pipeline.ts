/**
 * What the stages of a `loki.process` do to a line, as Alloy's documentation says: masking, counting, levels. Only the
 * stages that are written here; any other is an error.
 * Source: https://grafana.com/docs/alloy/latest/reference/components/loki/loki.process/
 */
import { RE2JS } from 're2js';
import type { AlloyBlock } from './alloy.ts';

export interface Line {
  readonly text: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A line, and what was counted on its way: metrics with their labels. */
export interface Processed extends Line {
  readonly counted: readonly { readonly metric: string; readonly value: number; readonly labels: Line['labels'] }[];
}

/** A pipeline has few expressions, and every line goes through them. */
const known = new Map<string, RE2JS>();

function compiled(expression: string): RE2JS {
  const before = known.get(expression);
  if (before !== undefined) return before;
  const made = RE2JS.compile(expression);
  known.set(expression, made);
  return made;
}

interface State {
  text: string;
  labels: Record<string, string>;
  extracted: Record<string, string>;
  counted: Processed['counted'][number][];
}

/** The line behind all stages of the component. */
export function processed({ blocks }: AlloyBlock, line: Line): Processed {
  const state: State = { text: line.text, labels: { ...line.labels }, extracted: {}, counted: [] };
  for (const stage of blocks) run(stage, state);
  const { text, labels, counted } = state;
  return { text, labels, counted };
}

function run(stage: AlloyBlock, state: State): void {
  const step = STAGES[stage.name];
  if (step === undefined) throw new Error(`no such stage here: ${stage.name}`);
  step(stage, state);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): Readonly<Record<string, string>> => Object(value);

const STAGES: Readonly<Record<string, (stage: AlloyBlock, state: State) => void>> = {
  'stage.replace': ({ arguments: { expression, replace } }, state) => {
    state.text = masked(state.text, text(expression), text(replace));
  },
  'stage.regex': ({ arguments: { expression } }, state) => {
    const pattern = compiled(text(expression));
    const match = pattern.matcher(state.text);
    if (!match.find()) return;
    for (const name of Object.keys(pattern.namedGroups())) state.extracted[name] = match.group(name) ?? '';
  },
  'stage.labels': ({ arguments: { values } }, state) => {
    for (const [label, from] of Object.entries(texts(values))) {
      const value = state.extracted[from === '' ? label : from];
      if (value !== undefined) state.labels[label] = value;
    }
  },
  'stage.static_labels': ({ arguments: { values } }, state) => {
    Object.assign(state.labels, texts(values));
  },
  'stage.label_drop': ({ arguments: { values } }, state) => {
    for (const label of Object.values(texts(values))) delete state.labels[label];
  },
  'stage.match': ({ arguments: { selector }, blocks }, state) => {
    if (matches(text(selector), state)) for (const stage of blocks) run(stage, state);
  },
  'stage.metrics': ({ blocks }, state) => {
    for (const { name, arguments: given } of blocks) {
      const source = state.extracted[text(given.source)];
      const value = name === 'metric.counter' ? 1 : seconds(source);
      if (source === undefined || Number.isNaN(value)) continue;
      const { ...labels } = state.labels;
      state.counted.push({ metric: `${text(given.prefix)}${text(given.name)}`, value, labels });
    }
  },
};

/** The text of every group is replaced, and what is around it stays. */
function masked(line: string, expression: string, replacement: string): string {
  const match = compiled(expression).matcher(line);
  let result = '';
  let end = 0;
  while (match.find()) {
    for (let group = 1; group <= match.groupCount(); group += 1) {
      result += line.slice(end, match.start(group)) + replacement;
      end = match.end(group);
    }
  }
  return result + line.slice(end);
}

/** `{label="value"}` or `{label=~"regexp"}`, and a filter `|~ "regexp"` behind it. */
function matches(selector: string, { labels, text: line }: State): boolean {
  const [, label = '', operator, value = '""', filter] =
    /^\{(\w+)(=~?)("(?:[^"\\]|\\.)*")\}(?: \|~ ("(?:[^"\\]|\\.)*"))?$/.exec(selector) ?? [];
  const wanted: string = JSON.parse(value);
  const found = labels[label] ?? '';
  if (operator === '=' ? found !== wanted : !compiled(`^(?:${wanted})$`).matcher(found).find()) return false;
  return filter === undefined || compiled(JSON.parse(filter)).matcher(line).find();
}

function seconds(value: string | undefined): number {
  const [, amount, unit] = /^([0-9.]+)(us|ms|s|)$/.exec(value ?? '') ?? [];
  return amount === undefined ? Number.NaN : Number(amount) * ({ us: 1e-6, ms: 1e-3 }[unit ?? ''] ?? 1);
}
