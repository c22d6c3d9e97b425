/**
 * Go's templates, as far as lines and labels are made of them: text, labels, the line, functions and pipelines. What
 * Loki can beyond that (conditions, loops, dates) is told by its name, and never done otherwise.
 * Source: https://pkg.go.dev/text/template
 */
import { unquote } from '../../promql/parse/literal.ts';
import { FUNCTIONS, OTHER_FUNCTIONS, TemplateFailure, textOf, unknownVerb, type Value } from './template-functions.ts';

type Operand =
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline };

/** A function with what it is given, or one operand alone. */
interface Command {
  readonly function?: string;
  readonly operands: readonly Operand[];
}

/** Each command's value is the last argument of the next. */
type Pipeline = readonly Command[];

/** Texts and what is filled in between them. */
export type Template = readonly (string | Pipeline)[];

export type ReadTemplate =
  | { readonly ok: true; readonly template: Template }
  /** `refused`: Loki refuses it too; else it is Loki alone that can do it. */
  | { readonly ok: false; readonly fault: string; readonly refused: boolean };

class Unread extends Error {
  readonly refused: boolean;

  constructor(fault: string, { refused }: { readonly refused: boolean }) {
    super(fault);
    this.refused = refused;
  }
}

/**
 * Reads a template.
 *
 * @example readTemplate('{{.route}} {{ .took | default "0s" }}').ok // true
 */
export function readTemplate(text: string): ReadTemplate {
  try {
    return { ok: true, template: parts(text) };
  } catch (error) {
    if (error instanceof Unread) return { ok: false, fault: error.message, refused: error.refused };
    throw error;
  }
}

/** An action up to its end; texts within it may hold braces. */
const ACTION = /\{\{(-\s)?((?:"(?:\\.|[^"\\\n])*"|`[^`]*`|(?!\s-\}\}|\}\}).)*)(\s-)?\}\}/gsy;

function parts(text: string): Template {
  const found: (string | Pipeline)[] = [];
  let from = 0;
  let trims = false;
  for (;;) {
    const open = text.indexOf('{{', from);
    const before = text.slice(from, open < 0 ? undefined : open);
    const plain = trims ? before.trimStart() : before;
    if (open < 0) return [...found, plain];
    ACTION.lastIndex = open;
    const [whole, left, body = '', right] = ACTION.exec(text) ?? [];
    if (whole === undefined) throw new Unread(`the action \`${text.slice(open)}\` is not closed`, { refused: true });
    found.push(left === undefined ? plain : plain.trimEnd());
    if (!/^\s*\/\*.*\*\/\s*$/s.test(body)) found.push(action(body));
    trims = right !== undefined;
    from = open + whole.length;
  }
}

const TOKEN = /\s*(?:("(?:\\.|[^"\\\n])*"|`[^`]*`)|(\.[A-Za-z_]\w*)|([-+]?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([^\s]))/gy;
const CONTROL = new Set('if else end range with define template block break continue'.split(' '));

interface Tokens {
  readonly all: readonly (readonly string[])[];
  readonly body: string;
  next: number;
}

function action(body: string): Pipeline {
  const all = [...body.trim().matchAll(TOKEN)].map((token) => token.map((group) => group ?? ''));
  const [first] = all;
  if (first === undefined) throw new Unread('`{{}}` holds nothing', { refused: true });
  const word = first[4] ?? '';
  if (CONTROL.has(word)) throw new Unread(`\`${word}\``, { refused: false });
  if (all.some((token) => token[5] === '$')) throw new Unread('a variable `$…`', { refused: false });
  const tokens: Tokens = { all, body: body.trim(), next: 0 };
  const read = pipeline(tokens);
  if (tokens.next < all.length) throw unexpected(tokens);
  return read;
}

function pipeline(tokens: Tokens): Pipeline {
  const commands = [command(tokens)];
  while (peek(tokens) === '|') {
    tokens.next += 1;
    commands.push(command(tokens));
  }
  const idle = commands.slice(1).find((later) => later.function === undefined);
  if (idle !== undefined)
    throw new Unread(`\`${tokens.body}\` hands a value to what is no function`, { refused: true });
  return commands;
}

function peek(tokens: Tokens): string {
  return tokens.all[tokens.next]?.[0]?.trim() ?? '';
}

function command(tokens: Tokens): Command {
  const name = tokens.all[tokens.next]?.[4] ?? '';
  const isCall = name !== '' && name !== 'true' && name !== 'false' && name !== '__line__';
  if (isCall) {
    tokens.next += 1;
    refuseUnknown(name);
  }
  const operands: Operand[] = [];
  while (!['', '|', ')'].includes(peek(tokens))) operands.push(operand(tokens));
  if (!isCall && operands.length !== 1) throw unexpected(tokens);
  refuseFormat(name, operands[0]);
  return isCall ? { function: name, operands } : { operands };
}

function refuseUnknown(name: string): void {
  if (Object.hasOwn(FUNCTIONS, name)) return;
  const isLokis = OTHER_FUNCTIONS.has(name);
  throw new Unread(isLokis ? `\`${name}\`` : `there is no function \`${name}\``, { refused: !isLokis });
}

function refuseFormat(name: string, format: Operand | undefined): void {
  if (name !== 'printf' || format?.kind !== 'value') return;
  const verb = unknownVerb(textOf(format.value));
  if (verb !== undefined) throw new Unread(`\`${verb}\` of printf`, { refused: false });
}

function operand(tokens: Tokens): Operand {
  const [, quoted = '', field = '', number = '', word = '', other = ''] = tokens.all[tokens.next] ?? [];
  tokens.next += 1;
  if (quoted !== '') return { kind: 'value', value: unquote(quoted) ?? quoted.slice(1, -1) };
  if (field !== '') return { kind: 'label', name: field.slice(1) };
  if (number !== '') return { kind: 'value', value: Number(number) };
  if (word === '__line__') return { kind: 'line' };
  if (word === 'true' || word === 'false') return { kind: 'value', value: word === 'true' };
  if (other === '(') {
    const inner = pipeline(tokens);
    if (peek(tokens) !== ')') throw unexpected(tokens);
    tokens.next += 1;
    return { kind: 'pipeline', pipeline: inner };
  }
  tokens.next -= 1;
  if (word !== '') return { kind: 'pipeline', pipeline: [callAlone(tokens, word)] };
  throw unexpected(tokens);
}

/** A function as an argument of another is given nothing. */
function callAlone(tokens: Tokens, name: string): Command {
  refuseUnknown(name);
  tokens.next += 1;
  return { function: name, operands: [] };
}

function unexpected(tokens: Tokens): Unread {
  return new Unread(`\`${tokens.body}\` has \`${peek(tokens) || 'its end'}\` where it cannot stand`, { refused: true });
}

/** What a template is filled with: a label that is not there is empty. */
export interface TemplateData {
  readonly line: string;
  readonly label: (name: string) => string;
}

/** The text that a template makes; undefined where a function fails, as `trunc` of no number does. */
export function render(template: Template, data: TemplateData): string | undefined {
  try {
    return template.map((part) => (typeof part === 'string' ? part : textOf(pipelineValue(part, data)))).join('');
  } catch (error) {
    if (error instanceof TemplateFailure) return undefined;
    throw error;
  }
}

function pipelineValue(commands: Pipeline, data: TemplateData): Value {
  let value: Value | undefined;
  for (const { function: name, operands } of commands) {
    const given = [...operands.map((each) => operandValue(each, data)), ...(value === undefined ? [] : [value])];
    value = name === undefined ? given[0] : applied(name, given);
  }
  return value ?? '';
}

function operandValue(operand: Operand, data: TemplateData): Value {
  switch (operand.kind) {
    case 'label':
      return data.label(operand.name);
    case 'line':
      return data.line;
    case 'value':
      return operand.value;
    case 'pipeline':
      return pipelineValue(operand.pipeline, data);
  }
}

function applied(name: string, given: readonly Value[]): Value {
  const known = FUNCTIONS[name];
  const [least, most] = known?.takes ?? [1, 0];
  if (known === undefined || given.length < least || given.length > most) {
    throw new TemplateFailure(`${name} does not take ${given.length} values`);
  }
  return known.apply(...given);
}
