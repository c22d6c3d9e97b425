/**
 * Names that stand without quotes. Prometheus allows any text as a name; these are the ones it always allowed.
 * Source: https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels
 */

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** True for a metric's name that stands in front of the braces. */
export function isPlainMetric(name: string): boolean {
  return METRIC.test(name);
}

/** True for a label's name that needs no quotes. */
export function isPlainLabel(name: string): boolean {
  return LABEL.test(name);
}
