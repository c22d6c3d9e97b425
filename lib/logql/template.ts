/**
 * Templates of lines and labels, as tagged templates that take only labels that are there: a stray `{{` cannot happen.
 * Source: https://grafana.com/docs/loki/latest/query/template_functions/
 */

/** A place in a template that Loki fills in. */
export interface TemplateHole {
  readonly type: 'template hole';
  /** What stands in the braces: `.route`. */
  readonly action: string;
}

/** A template in Go's words. */
export interface Template {
  readonly type: 'template';
  readonly text: string;
}

/** The labels of the lines, as holes. */
export type Holes<L extends string> = { readonly [K in L]: TemplateHole };

/** Writes a template: it is given the labels as holes, and the line itself. */
export type TemplateOf<L extends string> = (labels: Holes<L>, line: TemplateHole) => Template;

/**
 * A text with labels in it.
 *
 * @example
 * shopLogs.lineFormat((labels, line) => template`${labels.service}: ${line}`)
 * // {project="shop"} | line_format "{{.service}}: {{__line__}}"
 */
export function template(literals: TemplateStringsArray, ...holes: readonly TemplateHole[]): Template {
  const pieces = literals.map((literal, index) => `${escaped(literal)}${holeText(holes[index])}`);
  return Object.freeze({ type: 'template', text: pieces.join('') });
}

/** Braces in a text would begin an action. */
function escaped(literal: string): string {
  return literal.replaceAll('{{', '{{`{{`}}');
}

function holeText(hole: TemplateHole | undefined): string {
  return hole === undefined ? '' : `{{${hole.action}}}`;
}

function hole(action: string): TemplateHole {
  return Object.freeze({ type: 'template hole', action });
}

/** The text of a template over lines with these labels. */
export function templateText<L extends string>(labels: readonly L[], write: TemplateOf<L>): string {
  // Object.fromEntries() forgets the keys it was given.
  const holes = Object.fromEntries(labels.map((label) => [label, hole(`.${label}`)])) as Holes<L>;
  return write(Object.freeze(holes), hole('__line__')).text;
}
