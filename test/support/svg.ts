/** Reads a picture back: its elements as a strict XML parser sees them, and where its texts stand. */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent?: SvgElement;
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly content: readonly (string | SvgElement)[];
}

/**
 * The elements of a picture in the order in which they begin.
 *
 * @throws Error for what is no well-formed XML.
 */
export function elements(svg: string): readonly SvgElement[] {
  const found: SvgElement[] = [];
  const contents = new Map<SvgElement, (string | SvgElement)[]>();
  let open: SvgElement | undefined;
  // Namespaces are checked too: a prefix that nobody declared is a fault.
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const content: (string | SvgElement)[] = [];
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element: SvgElement = {
      name,
      attributes: plain,
      line: parser.line,
      content,
      ...(open ? { parent: open } : {}),
    };
    contents.set(element, content);
    if (open !== undefined) contents.get(open)?.push(element);
    found.push(element);
    open = element;
  });
  parser.on('text', (text) => {
    if (open !== undefined) contents.get(open)?.push(text);
  });
  parser.on('closetag', () => {
    open = open?.parent;
  });
  parser.write(svg).close();
  return found;
}

/** An attribute of an element, or of what it stands in. */
export function inherited(element: SvgElement, attribute: string): string | undefined {
  return element.attributes[attribute] ?? (element.parent && inherited(element.parent, attribute));
}

/** All text within an element. */
export function textOf({ content }: SvgElement): string {
  return content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
}

interface Fonts {
  readonly characters: string;
  readonly fonts: Readonly<Record<string, readonly number[]>>;
}

const measured: Fonts = JSON.parse(readFileSync(new URL('../fixtures/font-widths.json', import.meta.url), 'utf8'));

/** Each font that a reader may have, by the width of its characters in a size of 1. */
export const fonts: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(measured.fonts).map(([font, widths]) => [
    font,
    new Map([...measured.characters].map((character, index) => [character, (widths[index] ?? 0) / 1000])),
  ]),
);

/** What a text is written in where the reader has one of the fonts for all that is not monospaced. */
export const PROPORTIONAL = ['Inter', 'Inter Medium', 'Arial', 'DejaVu Sans'] as const;

export interface TextBox {
  readonly text: string;
  readonly element: SvgElement;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the texts of a picture stand when they are written in a font. */
export function textBoxes(svg: readonly SvgElement[], font: string): readonly TextBox[] {
  return svg.filter(({ name }) => name === 'text').map((element) => textBox(element, font));
}

/** How far letters reach above and below their line, in parts of their size. */
const ABOVE = 0.76;
const BELOW = 0.22;

function textBox(element: SvgElement, font: string): TextBox {
  const size = Number(inherited(element, 'font-size'));
  const width = advance(element, font);
  const anchor = inherited(element, 'text-anchor') ?? 'start';
  const before = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0;
  const [x, y] = [Number(element.attributes.x ?? 0), Number(element.attributes.y ?? 0)];
  const flat = { left: x - before, right: x - before + width, top: y - ABOVE * size, bottom: y + BELOW * size };
  return { text: textOf(element), element, ...moved(element, flat) };
}

function advance(element: SvgElement, font: string): number {
  const given = element.attributes.textLength;
  if (given !== undefined) return Number(given);
  const size = Number(inherited(element, 'font-size'));
  const mono = inherited(element, 'font-family')?.includes('monospace') === true;
  const widths = fonts.get(mono ? 'DejaVu Sans Mono' : font);
  const own = element.content.map((part) => {
    if (typeof part !== 'string') return Number(part.attributes.dx ?? 0) + advance(part, font);
    return [...part].reduce((sum, character) => sum + size * (widths?.get(character) ?? 0.6), 0);
  });
  return own.reduce((sum, width) => sum + width, 0);
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An element's edges in the whole picture: moved, and turned by a quarter, as its ancestors say. */
function moved(element: SvgElement, edges: Edges): Edges {
  const transform = element.attributes.transform ?? '';
  const turned = transform.includes('rotate(-90)')
    ? { left: edges.top, right: edges.bottom, top: -edges.right, bottom: -edges.left }
    : edges;
  const [, x = '0', y = '0'] = /translate\((\S+) (\S+)\)/.exec(transform) ?? [];
  const here = {
    left: turned.left + Number(x),
    right: turned.right + Number(x),
    top: turned.top + Number(y),
    bottom: turned.bottom + Number(y),
  };
  return element.parent === undefined ? here : moved(element.parent, here);
}

/** What two letters may touch each other by without being hard to read. */
const TOUCH = 0.5;

/** Pairs of texts that lie over each other. */
export function overlaps(boxes: readonly TextBox[]): readonly string[] {
  const sorted = [...boxes].sort((a, b) => a.top - b.top);
  return sorted.flatMap((a, index) => {
    const near = sorted.slice(index + 1).filter((b) => b.top < a.bottom - TOUCH);
    return near
      .filter((b) => a.left < b.right - TOUCH && b.left < a.right - TOUCH)
      .map((b) => `'${a.text}' and '${b.text}' near ${Math.round(a.left)}, ${Math.round(a.top)}`);
  });
}
