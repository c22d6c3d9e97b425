/**
 * The components of Alloy, their arguments and their blocks, as far as they are used here. What is not in this table is
 * not written: Alloy itself is not at hand to refuse it.
 */

export interface Component {
  /** The block's names from the outside in. */
  readonly block: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly source: string;
}

const REFERENCE = 'https://grafana.com/docs/alloy/latest/reference/';
const PROCESS = `${REFERENCE}components/loki/loki.process/`;

/** Every component, block by block. */
export const COMPONENTS: readonly Component[] = [
  {
    block: 'logging',
    required: [],
    optional: ['level', 'format'],
    source: `${REFERENCE}config-blocks/logging/`,
  },
  {
    block: 'discovery.docker',
    required: ['host'],
    optional: ['refresh_interval'],
    source: `${REFERENCE}components/discovery/discovery.docker/`,
  },
  {
    block: 'discovery.docker > filter',
    required: ['name', 'values'],
    optional: [],
    source: `${REFERENCE}components/discovery/discovery.docker/#filter`,
  },
  {
    block: 'discovery.relabel',
    required: ['targets'],
    optional: [],
    source: `${REFERENCE}components/discovery/discovery.relabel/`,
  },
  {
    block: 'discovery.relabel > rule',
    required: [],
    optional: ['source_labels', 'regex', 'target_label', 'replacement', 'action'],
    source: `${REFERENCE}components/discovery/discovery.relabel/#rule`,
  },
  {
    block: 'loki.source.docker',
    required: ['forward_to', 'host', 'targets'],
    optional: ['labels', 'relabel_rules', 'refresh_interval'],
    source: `${REFERENCE}components/loki/loki.source.docker/`,
  },
  { block: 'loki.process', required: ['forward_to'], optional: [], source: PROCESS },
  ...stages([
    { block: 'stage.replace', required: ['expression'], optional: ['replace', 'source'] },
    { block: 'stage.static_labels', required: ['values'], optional: [] },
    { block: 'stage.regex', required: ['expression'], optional: ['source'] },
    { block: 'stage.labels', required: ['values'], optional: [] },
    { block: 'stage.label_drop', required: ['values'], optional: [] },
    { block: 'stage.match', required: ['selector'], optional: ['action', 'pipeline_name'] },
    { block: 'stage.metrics', required: [], optional: [] },
  ]),
  {
    block: 'stage.metrics > metric.counter',
    required: ['action', 'name'],
    optional: ['description', 'match_all', 'max_idle_duration', 'prefix', 'source', 'value'],
    source: `${PROCESS}#metriccounter`,
  },
  {
    block: 'stage.metrics > metric.histogram',
    required: ['buckets', 'name'],
    optional: ['description', 'max_idle_duration', 'prefix', 'source', 'value'],
    source: `${PROCESS}#metrichistogram`,
  },
  { block: 'loki.write', required: [], optional: [], source: `${REFERENCE}components/loki/loki.write/` },
  {
    block: 'loki.write > endpoint',
    required: ['url'],
    optional: ['batch_wait', 'max_backoff_period', 'max_backoff_retries'],
    source: `${REFERENCE}components/loki/loki.write/#endpoint`,
  },
];

/** Stages stand in loki.process and, nested, in stage.match: the table names them without what is around them. */
function stages(all: readonly Omit<Component, 'source'>[]): readonly Component[] {
  return all.map((stage) => ({ ...stage, source: `${PROCESS}#${stage.block.replace('.', '')}` }));
}

const BY_BLOCK = new Map(COMPONENTS.map((component) => [component.block, component]));

/**
 * What the table says of a block: of one inside another, by both names; of a stage, by its own.
 *
 * @throws TypeError for a block that the table does not have.
 */
export function componentOf(block: string, around: string | undefined): Component {
  const name = around === undefined || block.startsWith('stage.') ? block : `${around} > ${block}`;
  const found = BY_BLOCK.get(name);
  if (found === undefined)
    throw new TypeError(`Alloy's '${name}' is not in the table of components: look it up and add it.`);
  return found;
}
