/**
 * Names that stand without quotes. Prometheus takes any text as a name; these are the ones that its grammar cannot
 * mistake for anything else.
 * Source: https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels
 */

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const NUMBER = /^(?:inf|nan)$/i;
const KEYWORD = /^(?:atan2|bool|group_left|group_right|ignoring|offset|on)$/i;

/** True for a metric's name that may stand in front of the braces. */
export function isPlainMetric(name: string): boolean {
  return METRIC.test(name) && !NUMBER.test(name) && !KEYWORD.test(name);
}

/** True for a label's name that needs no quotes in a matcher. */
export function isPlainLabel(name: string): boolean {
  return LABEL.test(name);
}

/** True for a label's name that needs no quotes in `by (…)`, `on (…)` and their like, where `inf` is a number. */
export function isPlainInList(name: string): boolean {
  return LABEL.test(name) && !NUMBER.test(name);
}
