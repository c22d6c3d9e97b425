/**
 * Text of others on its way to a terminal or into a comment. A help text of an exporter, a file's name, an error's message:
 * whoever wrote them must not move the cursor, colour what follows, or end a comment's line.
 */

/**
 * What is not to be seen and does something: control characters, separators of lines, what turns the direction of writing,
 * halves of characters, and the code points that are none. A line feed and a tab do what one expects.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\ufeff]/gu;

/**
 * The text with each such character as the escape by which a programmer writes it.
 *
 * @example visible('\u001b[31mred\u0007') // '\\u001b[31mred\\u0007'
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/**
 * The first such character of a text as an escape; undefined where all of it can be seen.
 *
 * @example unseenIn('a\u2028b') // '\\u2028'
 */
export function unseenIn(text: string): string | undefined {
  const [character] = text.match(UNSEEN) ?? [];
  return character === undefined ? undefined : escaped(character);
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
