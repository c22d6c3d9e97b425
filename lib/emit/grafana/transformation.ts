/** What is done to the answers before they are drawn, in the words of Grafana's transformations. */
import type { Transformation } from '../../model/field.ts';
import type { ShownPanel } from '../../model/resolved.ts';
import { fieldName } from './query.ts';

/** A transformation as classic dashboards write it; v2 has the same two parts elsewhere. */
export interface GrafanaTransformation {
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
}

type By = {
  readonly [K in Transformation['kind']]: (
    of: Extract<Transformation, { kind: K }>,
    name: Name,
  ) => GrafanaTransformation;
};
type Name = (field: string) => string;

const TABLE: By = {
  merge: () => ({ id: 'merge', options: {} }),
  'labels to fields': () => ({ id: 'labelsToFields', options: { mode: 'columns' } }),
  'series to rows': () => ({ id: 'seriesToRows', options: {} }),
  reduce: ({ calculation }) => ({ id: 'reduce', options: { mode: 'seriesToRows', reducers: [calculation] } }),
  rename: ({ from, to }, name) => organize({ renameByName: { [name(from)]: to } }),
  sort: ({ field, order }, name) => ({
    id: 'sortBy',
    options: { fields: {}, sort: [{ field: name(field), desc: order === 'descending' }] },
  }),
  limit: ({ to }) => ({ id: 'limit', options: { limitField: to } }),
  hide: ({ fields }, name) =>
    organize({ excludeByName: Object.fromEntries(fields.map((field) => [name(field), true])) }),
};

/** The transformations of a panel in order. Fields are named by label or line, and found by what Grafana calls them. */
export function transformationsOf(panel: ShownPanel): readonly GrafanaTransformation[] {
  return panel.transformations.map((of) => transformation(of, (field) => fieldName(panel, field)));
}

function transformation<K extends Transformation['kind']>(of: Extract<Transformation, { kind: K }>, name: Name) {
  return TABLE[of.kind as K](of, name);
}

interface Organize {
  readonly excludeByName?: Readonly<Record<string, boolean>>;
  /** All others are left out. */
  readonly includeByName?: Readonly<Record<string, boolean>>;
  readonly indexByName?: Readonly<Record<string, number>>;
  readonly renameByName?: Readonly<Record<string, string>>;
}

/** Columns kept, ordered and renamed. */
export function organize(options: Organize): GrafanaTransformation {
  return { id: 'organize', options: { excludeByName: {}, indexByName: {}, renameByName: {}, ...options } };
}
