/** The stages of a query, each made ready once and then asked of every line. */

import { compileRegexp, type Regexp } from '../../promql/regexp/compile.ts';
import type { LabelFormat, LineFilterStage, LineMatch, Stage } from '../node.ts';
import { holdsAddress, readAddressRange } from '../texts/ip.ts';
import { capture, fits, readPattern } from '../texts/pattern.ts';
import { readTemplate, render, type Template } from '../texts/template.ts';
import { Unanswerable } from './answer.ts';
import { condition, matches } from './conditions.ts';
import { json, unpack } from './json.ts';
import { ERROR, ERROR_DETAILS, type Line, type LineLabels, type Step } from './line.ts';
import { logfmt } from './logfmt.ts';

/** Makes a stage ready. */
export function step(stage: Stage): Step {
  switch (stage.kind) {
    case 'line filter':
      return lineFilter(stage);
    case 'json':
      return json(stage.fields);
    case 'logfmt':
      return logfmt(stage);
    case 'pattern':
      return pattern(stage.pattern);
    case 'regexp':
      return regexp(stage.regexp);
    case 'unpack':
      return unpack;
    case 'line format':
      return lineFormat(templateOf(stage.template));
    case 'label format':
      return labelFormat(stage.labels);
    case 'label filter': {
      const holds = condition(stage.condition);
      return ({ labels }) => holds(labels);
    }
    case 'drop':
      return drop(stage.labels.map(choice));
    case 'keep':
      return keep(stage.labels.map(choice));
    case 'decolorize':
      return decolorize;
  }
}

/** Whether a line's text is one that a filter lets pass. */
export function lineFilter({ operator, matches: all }: LineFilterStage): (line: { readonly text: string }) => boolean {
  const isWanted = !operator.startsWith('!');
  const found = all.map((match) => finder(match, operator.slice(1)));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return ({ text }) => only(text) === isWanted;
  return ({ text }) => found.some((isFound) => isFound(text)) === isWanted;
}

/** By the operator's second character: the same for what is wanted and what is not. */
function finder(match: LineMatch, kind: string): (text: string) => boolean {
  if (typeof match === 'object' && 'ip' in match) {
    const range = readAddressRange(match.ip);
    return (text) => range !== undefined && holdsAddress(text, range);
  }
  const wanted = typeof match === 'string' ? match : match.variable;
  if (kind === '~') return compiled(wanted).test;
  if (kind !== '>') return (text) => text.includes(wanted);
  const read = readPattern(wanted, { names: 'refused' });
  return (text) => read.ok && fits(read.pattern, text);
}

/** Refused before anything is evaluated where it does not compile. */
function compiled(text: string): Regexp {
  const read = compileRegexp(text);
  if (!read.ok) throw new TypeError(`${text}: ${read.fault}`);
  return read.regexp;
}

function pattern(text: string): Step {
  const read = readPattern(text, { names: 'needed' });
  return ({ text: line, labels }) => {
    if (read.ok) capture(read.pattern, line, (name, value) => labels.extract(name, value));
    return true;
  };
}

function regexp(text: string): Step {
  const { exec, names } = compiled(text);
  return ({ text: line, labels }) => {
    const groups = exec(line);
    if (groups !== undefined) for (const [name, at] of names) labels.extract(name, groups[at] ?? '');
    return true;
  };
}

function templateOf(text: string): Template {
  const read = readTemplate(text);
  if (read.ok) return read.template;
  throw new Unanswerable({
    found: `${read.fault} in the template ${text}`,
    allowed: 'labels, __line__, and functions of text such as ToUpper, replace, trim, default and printf',
    remedy: 'ask Loki itself, or say it without',
  });
}

function rendered(template: Template, { text, labels }: Line): string | undefined {
  const made = render(template, { line: text, label: (name) => labels.get(name) ?? '' });
  if (made === undefined) labels.fail('TemplateFormatErr', 'a function of the template failed');
  return made;
}

function lineFormat(template: Template): Step {
  return (line) => {
    line.text = rendered(template, line) ?? line.text;
    return true;
  };
}

function labelFormat(formats: readonly LabelFormat[]): Step {
  const steps = formats.map(({ label, from }) => {
    if ('label' in from) return (line: Line) => rename(line.labels, from.label, label);
    const template = templateOf(from.template);
    return (line: Line) => {
      const made = rendered(template, line);
      if (made !== undefined) line.labels.set(label, made);
    };
  });
  return (line) => {
    for (const each of steps) each(line);
    return true;
  };
}

function rename(labels: LineLabels, from: string, to: string): void {
  const value = labels.get(from);
  if (value === undefined) return;
  labels.set(to, value);
  labels.delete(from);
}

interface Choice {
  readonly label: string;
  readonly fits: (value: string) => boolean;
}

function choice(given: Extract<Stage, { readonly kind: 'drop' | 'keep' }>['labels'][number]): Choice {
  if ('label' in given) return { label: given.label, fits: () => true };
  return { label: given.matcher.label, fits: matches(given.matcher) };
}

function drop(choices: readonly Choice[]): Step {
  return ({ labels }) => {
    for (const { label, fits: isChosen } of choices) if (isChosen(labels.get(label) ?? '')) labels.delete(label);
    return true;
  };
}

/** What went wrong is kept in any case. */
function keep(choices: readonly Choice[]): Step {
  return ({ labels }) => {
    for (const [name, value] of [...labels.all]) {
      const isKept = choices.some(({ label, fits: isChosen }) => label === name && isChosen(value));
      if (!isKept && name !== ERROR && name !== ERROR_DETAILS) labels.delete(name);
    }
    return true;
  };
}

/** Colours and movements of the cursor, as terminals are told them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: such a sequence begins with one.
const TERMINAL = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])/g;

function decolorize(line: Line): true {
  line.text = line.text.replace(TERMINAL, '');
  return true;
}
