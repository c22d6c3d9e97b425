/** Properties of an object literal: found, added and taken away. */
import type { ObjectExpression, ObjectProperty } from 'oxc-parser';
import type { Refusal } from './refusal.ts';
import { codeOf, type Edit, type Source } from './source.ts';

/** A property of that name; undefined where there is none; or why nobody can tell what it is. */
export function propertyOf(
  source: Source,
  object: ObjectExpression,
  name: string,
): ObjectProperty | Refusal | undefined {
  const { properties } = object;
  const index = properties.findLastIndex((each) => each.type === 'Property' && nameOf(each) === name);
  const hiding = properties.slice(index + 1).find((each) => each.type === 'SpreadElement' || each.computed);
  if (hiding !== undefined) return { refused: `${name} may come from ${codeOf(source, hiding)}.` };
  const property = properties[index];
  return property?.type === 'Property' ? property : undefined;
}

/** The name of a property; none of one that is worked out. */
export function nameOf({ key, computed }: ObjectProperty): string | undefined {
  if (computed) return undefined;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

/** Adds properties after the others, as the object is laid out: on a line of its own each, or in the same line. */
export function additions({ text }: Source, object: ObjectExpression, properties: readonly string[]): readonly Edit[] {
  if (properties.length === 0) return [];
  const last = object.properties.at(-1);
  const inside = last?.end ?? object.start + 1;
  const close = object.end - 1;
  const gap = text.slice(inside, close);
  const hasComma = last === undefined || commaIn(text, inside, close) !== undefined;
  const comma = { start: inside, end: inside, text: hasComma ? '' : ',' };
  const space = /\s*$/.exec(gap)?.[0] ?? '';
  const lineEnd = /\r\n|\n|\r/.exec(space)?.[0];
  const at = close - space.length;
  if (lineEnd === undefined) {
    const added = ` ${properties.join(', ')}`;
    if (last === undefined) return [{ start: at, end: close, text: `${added} ` }];
    return joined(comma, { start: at, end: at, text: hasComma ? `${added},` : added });
  }
  const indent = indentOf(text, last?.start ?? close);
  const own = last === undefined ? `${indent}  ` : indent;
  const lines = properties.map((each) => `${lineEnd}${own}${each},`);
  return joined(comma, { start: at, end: at, text: lines.join('') });
}

/** Adds a property before the first one. */
export function additionBefore({ text }: Source, first: ObjectProperty, property: string): Edit {
  const before = /(?:\r\n|\n|\r)[ \t]*$/.exec(text.slice(0, first.start))?.[0] ?? ' ';
  return { start: first.start, end: first.start, text: `${property},${before}` };
}

/**
 * Takes a property away, with the comma that parts it from the next one, or from the one before. Comments stay, since
 * nobody can tell whose they are.
 */
export function removals({ text }: Source, object: ObjectExpression, property: ObjectProperty): readonly Edit[] {
  const { start, end } = property;
  const index = object.properties.findIndex((each) => each.start === start);
  const [before, next] = [object.properties[index - 1], object.properties[index + 1]];
  const after = commaIn(text, end, next?.start ?? object.end - 1);
  if (next !== undefined && after !== undefined) {
    const space = /^\s*/.exec(text.slice(after + 1))?.[0] ?? '';
    return joined({ start, end, text: '' }, { start: after, end: after + 1 + space.length, text: '' });
  }
  const space = /\s*$/.exec(text.slice(before?.end ?? start, start))?.[0] ?? '';
  const own = { start: start - space.length, end, text: '' };
  if (after !== undefined) return joined(own, { start: after, end: after + 1, text: '' });
  const comma = before === undefined ? undefined : commaIn(text, before.end, start);
  return comma === undefined ? [own] : joined({ start: comma, end: comma + 1, text: '' }, own);
}

/** Two edits, the second after the first; one where they touch. */
function joined(first: Edit, second: Edit): readonly Edit[] {
  if (first.end !== second.start) return [first, second].filter((each) => each.start < each.end || each.text !== '');
  return [{ start: first.start, end: second.end, text: first.text + second.text }];
}

/** Where the comma stands between two places; undefined where there is none. */
function commaIn(text: string, start: number, end: number): number | undefined {
  const bare = text.slice(start, end).replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const at = bare.indexOf(',');
  return at < 0 ? undefined : start + at;
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** The white space that a line begins with. */
function indentOf(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}
