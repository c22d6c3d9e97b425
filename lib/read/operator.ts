/**
 * The Prometheus operator's objects in the words of the servers' own files, in snake case: an AlertmanagerConfig as
 * Alertmanager's, with conditions as texts, a ServiceMonitor or PodMonitor as jobs of Prometheus. The namespace that the
 * operator adds to every route is the same before and after, and is left out.
 * Source: https://github.com/prometheus-operator/prometheus-operator/blob/main/Documentation/api-reference/api.md
 */
import { type Fields, fieldsOf, isFields, objectsOf, stableText, textOf } from './value.ts';

/** Fields whose objects are conditions, and what Alertmanager calls them. */
const CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['matchers', 'matchers'],
  ['sourceMatch', 'source_matchers'],
  ['targetMatch', 'target_matchers'],
]);

/**
 * What Alertmanager would be told.
 *
 * @example alertmanagerFields({ groupBy: ['job'], matchers: [{ name: 'team', value: 'shop', matchType: '=' }] })
 * // { group_by: ['job'], matchers: ['"team"="shop"'] }
 */
export function alertmanagerFields(value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const conditions = CONDITIONS.get(key);
      return conditions === undefined ? [snake(key), inWords(each)] : [conditions, objectsOf(each).map(conditionText)];
    }),
  );
}

function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords);
  return isFields(value) ? alertmanagerFields(value) : value;
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function conditionText({ name, value, matchType, regex }: Fields): string {
  const operator = textOf(matchType) ?? (regex === true ? '=~' : '=');
  return `${JSON.stringify(textOf(name) ?? '')}${operator}${JSON.stringify(textOf(value) ?? '')}`;
}

/** What an endpoint calls otherwise than a job. */
const OF_JOBS: Readonly<Record<string, string>> = {
  interval: 'scrape_interval',
  scrapeTimeout: 'scrape_timeout',
  path: 'metrics_path',
  relabelings: 'relabel_configs',
  metricRelabelings: 'metric_relabel_configs',
};

/**
 * A job for each endpoint, as Prometheus would be told. What it selects by labels stands in the place of addresses.
 *
 * @param name of the monitor
 */
export function scrapeFields({ kind, spec }: Fields, name: string): Fields {
  const { endpoints, podMetricsEndpoints: ofPods, selector, namespaceSelector: namespaces, ...shared } = fieldsOf(spec);
  const what = kind === 'PodMonitor' ? 'each pod' : 'each service';
  const where = namespaces === undefined ? '' : ` in ${stableText(namespaces)}`;
  const targets = [`${what} with ${selectorText(fieldsOf(selector))}${where}`];
  const jobs = objectsOf(endpoints ?? ofPods).map(({ port, targetPort, portNumber, ...rest }) => ({
    job_name: `${name}/${textOf(port) ?? textOf(targetPort) ?? textOf(portNumber) ?? ''}`,
    static_configs: [{ targets }],
    ...jobFields(shared),
    ...jobFields(rest),
  }));
  // How often by default, the Prometheus that takes the monitor says.
  return { global: { scrape_interval: '', scrape_timeout: '' }, scrape_configs: jobs };
}

function jobFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, each]) => [OF_JOBS[key] ?? snake(key), inWords(each)]));
}

function selectorText({ matchLabels: labels, matchExpressions: expressions }: Fields): string {
  const same = Object.entries(fieldsOf(labels)).map(([label, value]) => `${label}="${textOf(value) ?? ''}"`);
  const others = objectsOf(expressions).map(stableText);
  return [...same.sort(), ...others.sort()].join(', ') || 'any labels';
}
