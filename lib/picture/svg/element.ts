/**
 * SVG as lines of text, one element a line. Presentation attributes only: where pictures are shown, style sheets,
 * scripts and fonts are not allowed.
 */
import { markupAttribute, markupText } from './markup.ts';

/** A drawing: its lines, outermost first. */
export type Lines = readonly string[];

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * A length as short as it can be said, to a tenth.
 *
 * @example [12, 0.25, -0.04].map(short) // ['12', '0.3', '0']
 */
export function short(length: number): string {
  const rounded = Math.round(length * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

function opening(name: string, attributes: Attributes): string {
  const given = Object.entries(attributes).flatMap(([attribute, value]) => {
    if (value === undefined) return [];
    return [` ${attribute}="${typeof value === 'number' ? short(value) : markupAttribute(value)}"`];
  });
  return `<${name}${given.join('')}`;
}

/** An element without content. */
export function element(name: string, attributes: Attributes): string {
  return `${opening(name, attributes)}/>`;
}

/** An element with text in it. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `${opening(name, attributes)}>${markupText(text)}</${name}>`;
}

/** An element around others. */
export function group(attributes: Attributes, lines: Lines): Lines {
  return lines.length === 0 ? [] : container('g', attributes, lines);
}

/** As `group`, with a name of its own. */
export function container(name: string, attributes: Attributes, lines: Lines): Lines {
  return [`${opening(name, attributes)}>`, ...lines, `</${name}>`];
}
