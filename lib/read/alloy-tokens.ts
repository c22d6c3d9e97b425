/** The smallest pieces of Alloy's configuration, and how an expression of them is spelt. */

/** A piece of a file. */
export interface AlloyToken {
  readonly kind: 'word' | 'string' | 'sign' | 'line';
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** In this order: a comment, a string of either sort, a name or number with its dots, a line break, any sign. */
const PIECE =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:\\.|[^"\\\n])*"|`[^`]*`)|(?<word>[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*)|(?<line>\n)|(?<sign>==|!=|<=|>=|&&|\|\||[^\s])/gu;

/** The pieces of a text, without its comments. */
export function alloyTokens(text: string): readonly AlloyToken[] {
  const tokens: AlloyToken[] = [];
  let line = 1;
  for (const { groups = {} } of text.matchAll(PIECE)) {
    const [kind, piece] = Object.entries(groups).find(([, each]) => each !== undefined) ?? [];
    if (piece !== undefined && isKind(kind)) tokens.push({ kind, text: piece, line });
    line += piece?.split('\n').length ?? 1;
    line -= 1;
  }
  return tokens;
}

function isKind(name: string | undefined): name is AlloyToken['kind'] {
  return name === 'word' || name === 'string' || name === 'sign' || name === 'line';
}

const NO_SPACE_BEFORE = new Set([',', ')', ']', '}', '.', '(']);
const NO_SPACE_BEHIND = new Set(['(', '[', '{', '.', '!']);
const CLOSING = new Set([')', ']', '}']);

/** An expression in one spelling: one space between pieces, none inside brackets, no comma before a closing one. */
export function spelt(tokens: readonly AlloyToken[]): string {
  const pieces = tokens
    .map(({ text }) => text)
    .filter((text, at, all) => !(text === ',' && CLOSING.has(all[at + 1] ?? '')));
  return pieces.reduce((done, text, at) => {
    const last = pieces[at - 1];
    const isTight = last === undefined || NO_SPACE_BEFORE.has(text) || NO_SPACE_BEHIND.has(last);
    return `${done}${isTight ? '' : ' '}${text}`;
  }, '');
}
