/**
 * What the index says, before it is written as Markdown or as HTML: sections of tables, whose cells hold text, code and
 * links.
 */
import { markdownCode, markdownText, table } from '../markdown.ts';

/** A piece of a cell, each on a line of its own. Addresses are relative to the index. */
export type Piece =
  | string
  | { readonly code: string }
  /** A link, and what is said behind it. */
  | { readonly link: string; readonly text: string; readonly after?: string };

export type Cell = Piece | readonly Piece[];

/** A picture with the address of its file. */
export interface Picture {
  readonly file: string;
  readonly of: string;
}

export interface Section {
  readonly title: string;
  readonly intro?: string;
  readonly heading: readonly string[];
  readonly lines: readonly (readonly Cell[])[];
  readonly pictures?: readonly Picture[];
}

/** The pieces of a cell. */
export function pieces(cell: Cell): readonly Piece[] {
  return typeof cell === 'object' && Symbol.iterator in cell ? cell : [cell];
}

/** A section as Markdown: its pictures stand before its table. */
export function markdownSection({ title, intro, heading, lines, pictures = [] }: Section): string {
  return [
    `## ${markdownText(title)}`,
    ...(intro === undefined ? [] : [markdownText(intro)]),
    ...pictures.map(({ file, of }) => `![${markdownText(of)}](${file})`),
    table({ heading, lines: lines.map((cells) => cells.map(markdownCell)) }),
  ].join('\n\n');
}

function markdownCell(cell: Cell): string {
  return pieces(cell).map(markdownPiece).join('<br>');
}

function markdownPiece(piece: Piece): string {
  if (typeof piece === 'string') return markdownText(piece);
  if ('code' in piece) return markdownCode(piece.code);
  const after = piece.after === undefined ? '' : ` ${markdownText(piece.after)}`;
  return `[${markdownText(piece.text)}](${piece.link})${after}`;
}
