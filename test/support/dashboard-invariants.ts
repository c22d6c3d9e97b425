/**
 * What Grafana 12 and 13 ask of a classic dashboard beyond its types, and what people expect of one that is made: ids,
 * places, data sources, variables. Independent of what made the JSON.
 */
import { overlaps, type Placed, placeProblems } from './grid-invariants.ts';
import { variableProblems } from './variable-invariants.ts';

interface Target {
  readonly refId?: string;
  readonly datasource?: unknown;
}

interface Panel extends Placed {
  readonly type: string;
  readonly collapsed?: boolean;
  readonly datasource?: unknown;
  readonly targets?: readonly Target[];
  readonly panels?: readonly Panel[];
  readonly fieldConfig?: {
    readonly defaults: { readonly thresholds?: { readonly steps: readonly { readonly value: number | null }[] } };
    readonly overrides: readonly { readonly matcher: { readonly id: string; readonly options?: unknown } }[];
  };
}

interface Annotation {
  readonly builtIn?: number;
  readonly datasource?: { readonly type?: string; readonly uid?: string };
}

interface Dashboard {
  readonly uid?: string;
  readonly title?: string;
  readonly schemaVersion?: number;
  readonly panels?: readonly Panel[];
  readonly annotations?: { readonly list?: readonly Annotation[] };
  readonly templating?: { readonly list?: readonly { readonly name: string; readonly type: string }[] };
}

const UID = /^[A-Za-z0-9_-]{1,40}$/;

/**
 * What is wrong with a dashboard's JSON, in sentences; empty when nothing is.
 *
 * @example dashboardInvariants(JSON.parse(classicJson(resolved))) // []
 */
export function dashboardInvariants(json: unknown): string[] {
  // Any JSON may be asked about; what is missing is a problem, and not an error.
  const dashboard = json as Dashboard;
  const panels = dashboard.panels ?? [];
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return [
    ...identityProblems(dashboard),
    ...idProblems(all),
    ...all.flatMap(placeProblems),
    ...overlaps(panels),
    ...all.flatMap((panel) => overlaps(panel.panels ?? [])),
    ...all.flatMap(panelProblems),
    ...annotationProblems(dashboard),
    ...variableProblems(dashboard),
    ...textProblems(json),
  ];
}

function identityProblems(dashboard: Dashboard): string[] {
  const { uid = '', title = '', schemaVersion } = dashboard;
  return [
    ...(UID.test(uid) ? [] : [`uid '${uid}' is not 1 to 40 letters, digits, - or _`]),
    ...(title === '' ? ['the dashboard has no title'] : []),
    ...(schemaVersion === 42 ? [] : [`schemaVersion is ${schemaVersion}, not 42`]),
    ...['id', 'version', '__inputs', '__requires'].filter((key) => key in dashboard).map((key) => `${key} is set`),
  ];
}

function idProblems(panels: readonly Panel[]): string[] {
  const bad = panels.filter(({ id }) => !Number.isInteger(id) || Number(id) < 1);
  const twice = panels.filter(({ id }, index) => panels.findIndex((other) => other.id === id) !== index);
  return [
    ...bad.map(({ id, title }) => `panel '${title}' has the id ${id}`),
    ...twice.map(({ id, title }) => `panel '${title}' has the id ${id} of another panel`),
  ];
}

function panelProblems(panel: Panel): string[] {
  const { title, type, collapsed, panels = [], targets = [] } = panel;
  const refIds = targets.map(({ refId }) => refId);
  const references = [
    ...(targets.length > 0 ? [panel.datasource] : []),
    ...targets.map(({ datasource }) => datasource),
  ];
  return [
    ...(type === 'row' && collapsed !== true && panels.length > 0
      ? [`open row '${title}' holds panels: they vanish`]
      : []),
    ...(refIds.some((refId) => refId === undefined || refId === '')
      ? [`panel '${title}' has a query without refId`]
      : []),
    ...(new Set(refIds).size === refIds.length ? [] : [`panel '${title}' has a refId twice`]),
    ...references.filter((reference) => !isVariable(reference)).map((reference) => fixedSource(title, reference)),
    ...thresholdProblems(panel),
    ...overrideProblems(panel),
  ];
}

function fixedSource(title: string | undefined, reference: unknown): string {
  return `panel '${title}' asks ${JSON.stringify(reference)}, which is no variable`;
}

function isVariable(reference: unknown): boolean {
  if (typeof reference !== 'object' || reference === null || !('uid' in reference) || !('type' in reference))
    return false;
  return typeof reference.uid === 'string' && /^\$\{\w+\}$/.test(reference.uid) && !reference.uid.startsWith(`\${DS_`);
}

function thresholdProblems({ title, fieldConfig }: Panel): string[] {
  const steps = fieldConfig?.defaults.thresholds?.steps;
  if (steps === undefined) return [];
  const values = steps.map(({ value }) => value ?? Number.NEGATIVE_INFINITY);
  const sorted = values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
  return sorted && steps[0]?.value === null ? [] : [`panel '${title}' has thresholds ${values.join(', ')}`];
}

function overrideProblems({ title, fieldConfig, targets = [] }: Panel): string[] {
  const refIds = new Set<unknown>(targets.map(({ refId }) => refId));
  const lost = (fieldConfig?.overrides ?? []).filter(
    ({ matcher }) => matcher.id === 'byFrameRefID' && !refIds.has(matcher.options),
  );
  return lost.map(
    ({ matcher }) => `panel '${title}' has an override for the query ${matcher.options}, which is not there`,
  );
}

function annotationProblems({ annotations }: Dashboard): string[] {
  const list = annotations?.list ?? [];
  const ours = list.filter(({ builtIn }) => builtIn !== 1);
  const [own, second] = list.filter(({ builtIn }) => builtIn === 1);
  const right = own?.datasource?.type === 'grafana' && own.datasource.uid === '-- Grafana --' && second === undefined;
  return [
    ...(right ? [] : ["Grafana's own annotation is missing, stands twice, or asks something else"]),
    ...ours.filter(({ datasource }) => !isVariable(datasource)).map(() => 'an annotation asks what is no variable'),
  ];
}

const NEVER = ['[object Object]', 'undefined', `\${DS_`, '"inControlsMenu"'];

function textProblems(json: unknown): string[] {
  const text = JSON.stringify(json);
  return NEVER.filter((never) => text.includes(never)).map((never) => `the dashboard contains ${never}`);
}
