/** Text of strangers in Markdown that a project posts in its name. */
import { fenceOf, markdownCode, markdownText } from '../../emit/markdown.ts';
import { oneLine, short } from '../words.ts';

/**
 * Text of a stranger in a comment that carries the project's name: it mentions nobody, refers to no other issue and
 * leads nowhere.
 */
export function said(text: string): string {
  return markdownText(oneLine(text)).replace(SUMMONS, (sign) => `${sign}${NOTHING}`);
}

/** What GitHub makes a mention, a reference or a link of, each up to where it can be broken. */
const SUMMONS = /@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bmailto:/giu;

/** A space of no width. */
const NOTHING = '&#8203;';

/** The same as code. */
export const code = (text: string): string => markdownCode(oneLine(text));

/** Longer expressions are cut: they stand whole in the files. */
const LONGEST = 1_000;

/** A text before and after as a fenced block that nothing in it closes. */
export function diffText({ before, after }: { readonly before?: string; readonly after?: string }): string {
  if (before === after) return '';
  const lines = [
    ...(before === undefined ? [] : [`- ${short(before, LONGEST)}`]),
    ...(after === undefined ? [] : [`+ ${short(after, LONGEST)}`]),
  ].join('\n');
  const fence = fenceOf(lines, 3);
  return `\n${fence}diff\n${lines}\n${fence}\n`;
}
