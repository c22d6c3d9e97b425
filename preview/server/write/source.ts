/** A source file as a tree with the places of its parts, and changes of its text that leave all else as it is. */
import { type CallExpression, type Expression, type Program, parseSync, Visitor } from 'oxc-parser';
import type { Refusal } from './refusal.ts';

export interface Source {
  readonly text: string;
  readonly program: Program;
}

/** A part of the text, by its offsets, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The tree of a file. Parentheses are no part of it: what stands in them does. */
export function parsed(file: string, text: string): Source | Refusal {
  const { program, errors } = parseSync(file, text, { preserveParens: false });
  const [error] = errors;
  return error === undefined ? { text, program } : { refused: `${file} cannot be parsed: ${error.message}` };
}

/** The text with all edits. None of them may touch another. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end), text);
}

/** The code of a node, on one line, not longer than a sentence can carry. */
export function codeOf({ text }: Source, { start, end }: Pick<Edit, 'start' | 'end'>): string {
  const code = text.slice(start, end).replace(/\s+/g, ' ');
  return code.length > MOST_CODE ? `${code.slice(0, MOST_CODE)}…` : code;
}

const MOST_CODE = 60;

interface Position {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The call whose function is named at a place; `names` are the functions that it may be. */
export function callAt(source: Source, { line, column }: Position, names: readonly string[]): CallExpression | Refusal {
  if (line === undefined || column === undefined) return { refused: 'Nobody knows where it is defined.' };
  const at = offsetOf(source.text, line) + column - 1;
  const call = callsIn(source.program).find(({ callee }) => nameOf(callee)?.start === at || callee.start === at);
  if (call === undefined) return { refused: `There is no call in line ${line}, column ${column}.` };
  const name = nameOf(call.callee)?.name ?? codeOf(source, call.callee);
  if (names.includes(name)) return call;
  return { refused: `It is made by ${name}(…), whose settings are not its own.` };
}

function callsIn(program: Program): readonly CallExpression[] {
  const calls: CallExpression[] = [];
  new Visitor({ 'CallExpression:exit': (call) => calls.push(call) }).visit(program);
  return calls;
}

/** `stat` of `panel.stat` */
function nameOf(callee: Expression) {
  if (callee.type === 'Identifier') return callee;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property : undefined;
}

/** Where a line begins. */
function offsetOf(text: string, line: number): number {
  const ends = [...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)];
  if (line === 1) return 0;
  const end = ends[line - 2];
  return end === undefined ? text.length : end.index + end[0].length;
}
