/**
 * Alert list: the alerts that fire, or are in other states.
 * It lists what Grafana knows of Prometheus' alerts, the most important first.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/alert-list/
 *
 * @example panel.alertList({ key: 'alerts', title: 'Alerts', description: 'What fires.', matching: 'service="shop"' })
 */
import type { Kind } from './kind.ts';

export interface AlertListOptions {
  /** Those that fire or are about to, where nothing is said. */
  readonly show?: readonly ('firing' | 'pending' | 'normal' | 'no data' | 'error')[];
  /** Label matchers such as `service="shop"`. */
  readonly matching?: string;
  /** How many are listed at most: 20 where nothing is said. */
  readonly most?: number;
}

export const alertlist: Kind<AlertListOptions, Required<AlertListOptions>, 'nothing'> = {
  shows: 'nothing',
  height: 7,
  complete: ({ options }) => ({ show: ['firing', 'pending'], matching: '', most: 20, ...options }),
};
