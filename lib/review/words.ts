/** Sentences are made of what files say, and files are hostile: no text leaves here that moves a cursor or hides itself. */

import { visible } from '../units/visible.ts';

/** Longer than this, a name is cut. */
const LONGEST = 100;

/** Letters that take no room: two names that look the same would be two. */
const NO_ROOM = /(?!\u200d)\p{Cf}/gu;

/**
 * A text in one line, with what cannot be seen made visible.
 *
 * @example oneLine('Orders\u001b[31m') // 'Orders\\u001b[31m'
 */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(NO_ROOM, (character) => unseen(character));
}

function unseen(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

/** The beginning of a visible text. */
export function short(text: string, most: number = LONGEST): string {
  const whole = oneLine(text);
  const characters = [...whole.slice(0, 2 * most + 2)];
  return characters.length <= most ? whole : `${characters.slice(0, most - 1).join('')}…`;
}

/** Of what is in front of a difference, this much is left. */
const CONTEXT = 24;

/**
 * Two long texts cut to where they differ.
 *
 * @example contrast('a'.repeat(90) + 'old', 'a'.repeat(90) + 'new', 40)
 * // ['…aaaaaaaaaaaaaaaaaaaaaaaaold', '…aaaaaaaaaaaaaaaaaaaaaaaanew']
 */
export function contrast(before: string, after: string, most: number): readonly [string, string] {
  const [was, is] = [oneLine(before), oneLine(after)];
  let same = 0;
  while (same < was.length && was[same] === is[same]) same += 1;
  const cut = Math.max(was.length, is.length) > most && same > CONTEXT ? same - CONTEXT : 0;
  const lead = cut === 0 ? '' : '…';
  return [`${lead}${short(was.slice(cut), most)}`, `${lead}${short(is.slice(cut), most)}`];
}

/** A title as it stands in a sentence. */
export function quoted(title: string): string {
  return title === '' ? 'without a title' : `'${short(title)}'`;
}

/** `1 panel`, `3 panels`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a, b and c`; of many, the first few and how many more. */
export function listed(names: readonly string[], most = 5): string {
  if (names.length > most + 1) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
