/**
 * The Prometheus operator's objects in the words of the servers' own files, in snake case: an AlertmanagerConfig as
 * Alertmanager's, with conditions as texts; a ServiceMonitor, PodMonitor, Probe or ScrapeConfig as jobs of Prometheus. The
 * namespace that the operator adds to every route is the same before and after, and is left out.
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

/** `httpSDConfigs` is `http_sd_configs`. */
function snake(key: string): string {
  return key.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (letters) => `_${letters.toLowerCase()}`);
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
  relabelingConfigs: 'relabel_configs',
  metricRelabelings: 'metric_relabel_configs',
};

/** What Prometheus would be told of an object, by its kind and name. */
export function scrapeFields({ kind, spec }: Fields, name: string): Fields {
  const jobs = JOBS_OF[textOf(kind) ?? '']?.(fieldsOf(spec), name) ?? [];
  // How often by default, the Prometheus that takes the object says.
  return { global: { scrape_interval: '', scrape_timeout: '' }, scrape_configs: jobs };
}

type JobsOf = (spec: Fields, name: string) => readonly Fields[];

const JOBS_OF: Readonly<Record<string, JobsOf>> = {
  ServiceMonitor: ({ endpoints, ...spec }, name) => monitored('each service', endpoints, spec, name),
  PodMonitor: ({ podMetricsEndpoints, ...spec }, name) => monitored('each pod', podMetricsEndpoints, spec, name),
  Probe: (spec, name) => [probed(spec, name)],
  ScrapeConfig: ({ jobName, ...spec }, name) => [{ job_name: textOf(jobName) ?? name, ...jobFields(spec) }],
};

/** The kinds of objects that say whom to scrape. */
export const SCRAPING_KINDS: readonly string[] = Object.freeze(Object.keys(JOBS_OF));

/** A job for each endpoint. */
function monitored(what: string, endpoints: unknown, { selector, namespaceSelector, ...shared }: Fields, name: string) {
  const targets = [selected(what, { selector, namespaceSelector })];
  return objectsOf(endpoints).map(({ port, targetPort, portNumber, ...rest }) => ({
    job_name: `${name}/${textOf(port) ?? textOf(targetPort) ?? textOf(portNumber) ?? ''}`,
    static_configs: [{ targets }],
    ...jobFields(shared),
    ...jobFields(rest),
  }));
}

/** A prober is asked about each target; where both kinds of targets are named, the fixed ones count. */
function probed({ jobName, module, targets, ...rest }: Fields, name: string): Fields {
  const { staticConfig, ingress } = fieldsOf(targets);
  const { static: addresses, labels, ...fixed } = fieldsOf(staticConfig);
  const { selector, namespaceSelector, ...found } = fieldsOf(ingress);
  const isFixed = isFields(staticConfig);
  const asked = isFixed ? addresses : [selected('each ingress', { selector, namespaceSelector })];
  return {
    job_name: textOf(jobName) ?? name,
    static_configs: [{ targets: asked, ...(labels !== undefined && { labels }) }],
    ...(module !== undefined && { params: { module: [module] } }),
    ...jobFields(isFixed ? fixed : found),
    ...jobFields(rest),
  };
}

/** What is selected by labels stands in the place of addresses. */
function selected(what: string, { selector, namespaceSelector: namespaces }: Fields): string {
  const where = namespaces === undefined ? '' : ` in ${stableText(namespaces)}`;
  return `${what} with ${selectorText(fieldsOf(selector))}${where}`;
}

function jobFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, each]) => [OF_JOBS[key] ?? snake(key), inWords(each)]));
}

function selectorText({ matchLabels: labels, matchExpressions: expressions }: Fields): string {
  const same = Object.entries(fieldsOf(labels)).map(([label, value]) => `${label}="${textOf(value) ?? ''}"`);
  const others = objectsOf(expressions).map(stableText);
  return [...same.sort(), ...others.sort()].join(', ') || 'any labels';
}
