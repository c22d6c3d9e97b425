/** Events drawn over the graphs: Grafana's own, which people add by hand, and ours, from queries. */
import type { Annotation } from '../../model/variable.ts';
import { print } from '../../promql/print.ts';

/** The annotation that every dashboard of Grafana has. Hidden in the controls, its events are shown. */
export const BUILT_IN = Object.freeze({
  name: 'Annotations & Alerts',
  iconColor: 'rgba(0, 211, 255, 1)',
  source: Object.freeze({ type: 'grafana', uid: '-- Grafana --' }),
});

/**
 * Settings of the Prometheus plugin. Grafana 12 reads `expr` beside the other settings, 13 within the query: both are
 * written.
 */
export interface PrometheusAnnotation {
  readonly expr: string;
  readonly titleFormat: string;
  readonly textFormat: string;
}

/** What an annotation asks Prometheus, and what it says where the answer is above zero. */
export function prometheusAnnotation({ node, title }: Annotation): PrometheusAnnotation {
  return { expr: print(node), titleFormat: title, textFormat: '' };
}
