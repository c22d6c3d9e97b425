/**
 * `alloy/config.alloy`: the logs of containers, from Docker to Loki, and what is counted on the way.
 * Source: https://grafana.com/docs/alloy/latest/reference/components/loki/
 */

import type { LineCounter, LineHistogram, LogCollection, Measured } from '../../model/deployment/log-collection.ts';
import { type DurationText, duration } from '../../units/duration.ts';
import { visible } from '../../units/visible.ts';
import { generated } from '../yaml.ts';
import { alloyText, type Block, type Reference } from './syntax.ts';

/** Where a label of a line comes from: what Docker says of its container, and of the line itself. */
const LABELS = {
  project: '__meta_docker_container_label_com_docker_compose_project',
  service: '__meta_docker_container_label_com_docker_compose_service',
  container: '__meta_docker_container_name',
  stream: '__meta_docker_container_log_stream',
} as const;

/** The label by which Docker knows the containers of a Compose project. */
const PROJECT = 'com.docker.compose.project';

/**
 * The configuration. Levels are labels; what a line is counted by is a label of its metric, and of no log line.
 *
 * @example alloyConfig(shopLogCollection).includes('loki.write "loki"') // true
 */
export function alloyConfig(logs: LogCollection): string {
  const header = generated('The logs of containers: read through Docker, masked, counted, and pushed to Loki.');
  const comment = visible(header)
    .split('\n')
    .map((line) => `// ${line}\n`);
  return `${comment.join('')}\n${alloyText(blocks(logs))}`;
}

function blocks(logs: LogCollection): readonly Block[] {
  const { docker, refresh, project, push } = logs;
  return [
    { name: 'logging', arguments: { level: 'warn', format: 'logfmt' } },
    {
      name: 'discovery.docker',
      label: 'containers',
      arguments: { host: docker, refresh_interval: goDuration(refresh) },
      blocks: [{ name: 'filter', arguments: { name: 'label', values: [`${PROJECT}=${project}`] } }],
    },
    {
      name: 'discovery.relabel',
      label: 'labels',
      comment: 'Only rules: loki.source.docker asks for them line by line, since the stream is known with the line.',
      arguments: { targets: [] },
      blocks: Object.entries(LABELS).map(([label, from]) => labelRule(label, from)),
    },
    {
      name: 'loki.source.docker',
      label: 'containers',
      arguments: {
        host: docker,
        targets: to('discovery.docker.containers.targets'),
        relabel_rules: to('discovery.relabel.labels.rules'),
        forward_to: [to('loki.process.lines.receiver')],
      },
    },
    {
      name: 'loki.process',
      label: 'lines',
      arguments: { forward_to: [to('loki.write.loki.receiver')] },
      blocks: [...masks(logs), ...logs.measured.map((each) => measure(each, logs)), ...levels(logs)],
    },
    { name: 'loki.write', label: 'loki', blocks: [{ name: 'endpoint', arguments: { url: push } }] },
  ];
}

/** Alloy takes Go's durations, which know nothing longer than an hour. */
function goDuration(text: DurationText): string {
  const { ms } = duration(text);
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}

function to(reference: string): Reference {
  return { reference };
}

/** Docker writes a container's name with a slash before it. */
function labelRule(label: string, from: string): Block {
  const regex = label === 'container' ? { regex: '/(.*)' } : {};
  return { name: 'rule', arguments: { source_labels: [from], ...regex, target_label: label } };
}

function masks({ masks: all }: LogCollection): readonly Block[] {
  return all.map(({ expression, replacement, reason }) => ({
    name: 'stage.replace',
    comment: reason,
    arguments: { expression, replace: replacement },
  }));
}

/** In a match of its own: labels that only the metrics have are dropped before the line goes on. */
function measure({ service, expression, labels, metrics }: Measured, { idle }: LogCollection): Block {
  return {
    name: 'stage.match',
    comment: `What is counted in the lines of ${service}.`,
    arguments: { selector: `{service=${JSON.stringify(service)}}` },
    blocks: [
      { name: 'stage.regex', arguments: { expression } },
      {
        name: 'stage.labels',
        arguments: { values: { entries: Object.fromEntries(labels.map((each) => [each, ''])) } },
      },
      { name: 'stage.metrics', blocks: metrics.map((metric) => metricBlock(metric, labels, goDuration(idle))) },
      { name: 'stage.label_drop', arguments: { values: labels } },
    ],
  };
}

/** A name is written in two parts: Alloy takes an empty prefix for none given, and puts its own before the name. */
function metricBlock(metric: LineCounter | LineHistogram, labels: readonly string[], idle: string): Block {
  const { help } = metric;
  const [, prefix = '', name = ''] = /^([^_]*_)(.*)$/.exec(metric.name) ?? [];
  const shared = { name, prefix, description: help, max_idle_duration: idle };
  if (metric.kind === 'histogram') {
    return { name: 'metric.histogram', arguments: { ...shared, source: metric.of, buckets: metric.bounds } };
  }
  return { name: 'metric.counter', arguments: { ...shared, source: labels[0] ?? name, action: 'inc' } };
}

function levels({ level, levels: rules }: LogCollection): readonly Block[] {
  return [
    {
      name: 'stage.static_labels',
      comment: 'The level of a line: the last that fits.',
      arguments: { values: { entries: { level } } },
    },
    ...rules.map(({ level: each, expression }) => ({
      name: 'stage.match',
      arguments: { selector: `{project=~".+"} |~ ${JSON.stringify(expression)}` },
      blocks: [{ name: 'stage.static_labels', arguments: { values: { entries: { level: each } } } }],
    })),
  ];
}
