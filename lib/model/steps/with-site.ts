/** Where an environment is found, and what it calls itself. */
import type { Site } from '../model.ts';
import { type Step, stepOf } from './step.ts';

/**
 * A step that gives the system other addresses: of Grafana and the runbooks, which notifications link to, and of
 * Alertmanager, which Prometheus sends alerts to. What is left out stays.
 *
 * @example withSite({ grafana: 'https://grafana.staging.example' })(resolved).site.grafana // 'https://grafana.staging.example'
 */
export function withSite(site: Partial<Site>): Step {
  return stepOf(withSite, (model) => Object.freeze({ ...model, site: Object.freeze({ ...model.site, ...site }) }));
}

/** Source: https://prometheus.io/docs/concepts/data_model/ */
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A step that names the Prometheus: what receives alerts and series of several can then tell them apart. Prometheus adds
 * these labels where it sends something away, to alerts, remote storage and federation; queries do not see them.
 * Labels of an earlier step stay.
 *
 * @throws TypeError for what is no name of a label, and for an empty value, which Prometheus takes for no label.
 * @example withExternalLabels({ environment: 'staging' })(resolved).externalLabels // { environment: 'staging' }
 */
export function withExternalLabels(labels: Readonly<Record<string, string>>): Step {
  for (const [name, value] of Object.entries(labels)) {
    if (LABEL_NAME.test(name) && value !== '') continue;
    throw new TypeError(
      `withExternalLabels(): found ${JSON.stringify(name)}: ${JSON.stringify(value)}; allowed: names of letters, digits and _, each with a value.`,
    );
  }
  return stepOf(withExternalLabels, (model) =>
    Object.freeze({ ...model, externalLabels: Object.freeze({ ...model.externalLabels, ...labels }) }),
  );
}
