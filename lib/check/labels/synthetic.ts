/** Series that Prometheus makes itself, for every target and for its alerts: no exporter lists them. */
import * as synthetic from '../../promql/synthetic.ts';

const NAMES: ReadonlySet<string> = new Set([
  ...Object.values(synthetic).map(({ facts }) => facts.name),
  'ALERTS_FOR_STATE',
]);

/** True for `up` and its like. */
export function isSynthetic(metric: string): boolean {
  return NAMES.has(metric);
}

/** True for the series that exist only while an alert is pending or firing. */
export function isOfAlerts(metric: string): boolean {
  return metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE';
}
