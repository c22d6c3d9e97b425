/** Filters that a viewer adds to every query, as they stand in an address. */

export const OPERATORS = ['=', '!=', '=~', '!~'] as const;

/** An ad hoc filter: a matcher for every selector of a Prometheus query. */
export interface AdHocFilter {
  readonly label: string;
  readonly operator: (typeof OPERATORS)[number];
  readonly value: string;
}

/** What Grafana writes for the signs that its addresses use themselves. */
const ESCAPES: readonly (readonly [sign: string, text: string])[] = [
  ['|', '__gfp__'],
  [',', '__gfc__'],
  ['#', '__gfh__'],
];

/**
 * A filter as Grafana's addresses have it: `var-filters=service|=|vote`.
 *
 * @example adHocText({ label: 'service', operator: '=', value: 'vote' }) // service|=|vote
 */
export function adHocText({ label, operator, value }: AdHocFilter): string {
  const escaped = (text: string): string => ESCAPES.reduce((all, [sign, word]) => all.replaceAll(sign, word), text);
  return [escaped(label), operator, escaped(value)].join('|');
}

/** The filter that a text stands for; none when it is no filter. */
export function adHocFilter(text: string): AdHocFilter | undefined {
  const plain = (part: string): string => ESCAPES.reduce((all, [sign, word]) => all.replaceAll(word, sign), part);
  const [label = '', sign, value] = text.split('|');
  const operator = OPERATORS.find((each) => each === sign);
  if (label === '' || operator === undefined || value === undefined) return undefined;
  return { label: plain(label), operator, value: plain(value) };
}
