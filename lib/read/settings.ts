/**
 * Configurations that are compared setting by setting: Loki's, Alloy's, blackbox_exporter's, and what Grafana is
 * provisioned with. What has a name of its own is a part: a module, a component, a data source.
 */
import type { AlloyBlock } from './alloy.ts';
import type { Place } from './problem.ts';
import type { LineOf } from './rules.ts';
import { withoutSecrets } from './secret.ts';
import type { PartRecord, SettingsRecord, StepRecord } from './server-records.ts';
import { type Fields, fieldsOf, flattened, isFields, listOf, objectsOf, textOf } from './value.ts';

/** Whether a parsed file is Loki's configuration: these sections are nobody else's. */
export function holdsLoki({
  schema_config: schema,
  limits_config: limits,
  auth_enabled: auth,
  common,
}: Fields): boolean {
  return isFields(schema) || isFields(limits) || (typeof auth === 'boolean' && isFields(common));
}

/**
 * The record of Loki's configuration. It is one part: what it names, periods and streams, stands in lists.
 * https://grafana.com/docs/loki/latest/configure/
 */
export function lokiRecord(value: Fields, place: Place): SettingsRecord {
  return recordOf('Loki', place, [part({ what: '', name: '', place }, withoutSecrets(flattened(value)))]);
}

/** Whether a parsed file is one of blackbox_exporter's modules. */
export function holdsModules({ modules }: Fields): boolean {
  const all = Object.values(fieldsOf(modules));
  return all.length > 0 && all.every((each) => textOf(fieldsOf(each).prober) !== undefined);
}

/** The record of modules. https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md */
export function modulesRecord({ modules, ...others }: Fields, place: Place, lineOf: LineOf): SettingsRecord {
  const parts = Object.entries(fieldsOf(modules)).map(([name, each]) =>
    part({ what: 'module', name, place: at(place, lineOf(['modules', name])) }, withoutSecrets(flattened(each))),
  );
  return recordOf('blackbox_exporter', place, [ofAll(others, place), ...parts]);
}

/** What Grafana is provisioned with, by the list that it stands in: what it is called, and where its name stands. */
const PROVISIONED: ReadonlyMap<string, readonly [what: string, name: string]> = new Map([
  ['datasources', ['data source', 'name']],
  ['providers', ['dashboard provider', 'name']],
  ['contactPoints', ['contact point', 'name']],
  ['policies', ['notification policy', 'receiver']],
  ['muteTimes', ['mute timing', 'name']],
  ['templates', ['template', 'name']],
]);

/** Whether a parsed file is one that Grafana is provisioned from: its version of the format, and one of its lists. */
export function holdsProvisioning(value: Fields): boolean {
  if (typeof value.apiVersion !== 'number') return false;
  return [...PROVISIONED.keys()].some((list) => Array.isArray(value[list])) || alertRules(value).length > 0;
}

/** Grafana's own alert rules ask several queries each: `data`, where Prometheus has `expr`. */
const alertRules = ({ groups }: Fields): readonly Fields[] =>
  objectsOf(groups).flatMap(({ name, folder, interval, rules }) =>
    objectsOf(rules)
      .filter(({ data }) => Array.isArray(data))
      .map((rule) => ({ ...rule, group: { name, folder, interval } })),
  );

/** Passwords, tokens and addresses that are secret whatever their names are. */
const HIDDEN = /(?:^|\.|\])(?:secureJsonData|settings)\b/;

/** The record of such a file. https://grafana.com/docs/grafana/latest/administration/provisioning/ */
export function provisioningRecord(value: Fields, place: Place, lineOf: LineOf): SettingsRecord {
  const rest = Object.entries(value).filter(([key]) => !PROVISIONED.has(key) && key !== 'groups');
  const named = [...PROVISIONED].flatMap(([list, [what, name]]) =>
    listOf(value[list]).flatMap((each, index) => {
      const fields = fieldsOf(each);
      const subject = { what, name: textOf(fields[name]) ?? '', place: at(place, lineOf([list, index])) };
      return [part(subject, withoutSecrets(flattened(fields), HIDDEN))];
    }),
  );
  const rules = alertRules(value).map((rule) =>
    part({ what: 'alert rule', name: textOf(rule.title) ?? '', place }, withoutSecrets(flattened(rule))),
  );
  return recordOf('Grafana', place, [ofAll(Object.fromEntries(rest), place), ...named, ...rules]);
}

/** The record of Alloy's configuration: a part for each component. */
export function alloyRecord(blocks: readonly AlloyBlock[], place: Place): SettingsRecord {
  const parts = blocks.map(({ name, label, line, settings, blocks: inner }) => {
    const subject = { what: 'component', name: label === '' ? name : `${name}.${label}`, place: at(place, line) };
    return Object.freeze({ ...part(subject, withoutSecrets(settings)), steps: Object.freeze(inner.map(stepRecord)) });
  });
  return recordOf('Alloy', place, parts);
}

function stepRecord(block: AlloyBlock): StepRecord {
  const values = withoutSecrets(settingsIn(block));
  const name = block.label === '' ? block.name : `${block.name} "${block.label}"`;
  const says = [...values].map(([path, text]) => `${path} = ${text}`);
  return Object.freeze({ name, values, text: `${name} { ${says.join(', ')} }` });
}

/** All settings of a block and of what is in it, by their paths; of several blocks of one name with a number. */
function settingsIn({ settings, blocks }: AlloyBlock): ReadonlyMap<string, string> {
  const inner = blocks.flatMap((block) => {
    const namesakes = blocks.filter(({ name }) => name === block.name);
    const name = namesakes.length === 1 ? block.name : `${block.name}[${namesakes.indexOf(block)}]`;
    return [...settingsIn(block)].map(([path, text]) => [`${name}.${path}`, text] as const);
  });
  return new Map([...settings, ...inner]);
}

function recordOf(of: SettingsRecord['of'], place: Place, parts: readonly PartRecord[]): SettingsRecord {
  return Object.freeze({ kind: 'settings', of, place, parts: Object.freeze(parts) });
}

const NO_STEPS: readonly StepRecord[] = Object.freeze([]);

function part(subject: Pick<PartRecord, 'what' | 'name' | 'place'>, values: ReadonlyMap<string, string>): PartRecord {
  return Object.freeze({ ...subject, values, steps: NO_STEPS });
}

const ofAll = (fields: Fields, place: Place): PartRecord =>
  part({ what: '', name: '', place }, withoutSecrets(flattened(fields)));

function at(place: Place, line: number | undefined): Place {
  return line === undefined || place.inside !== undefined ? place : Object.freeze({ ...place, line });
}
