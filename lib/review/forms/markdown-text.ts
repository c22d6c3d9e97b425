/** Text of strangers in Markdown that a project posts in its name. */
import { fenceOf, markdownCode, markdownText } from '../../emit/markdown.ts';
import { contrast, oneLine, short } from '../words.ts';

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

/** What a comment shows without scrolling far: longer expressions are cut to where they differ. */
const LONGEST = 200;

/** A text before and after as a fenced block that nothing in it closes. */
export function diffText({ before, after }: { readonly before?: string; readonly after?: string }): string {
  if (before === after) return '';
  const [was, is] =
    before === undefined || after === undefined
      ? [before, after].map((text) => short(text ?? '', LONGEST))
      : contrast(before, after, LONGEST);
  const lines = [
    ...(before === undefined ? [] : [`- ${was ?? ''}`]),
    ...(after === undefined ? [] : [`+ ${is ?? ''}`]),
  ].join('\n');
  const fence = fenceOf(lines, 3);
  return `\n${fence}diff\n${lines}\n${fence}\n`;
}
