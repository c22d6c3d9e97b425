/** Which data source a query asks. Always a variable of the dashboard, never a name: the viewer chooses. */

import type { DatasourceVariable, Variable } from '../../model/variable.ts';
import type { Shown } from '../../panels/kind.ts';
import { kindOf, type PanelKind } from '../../panels/kinds.ts';

type SourceType = DatasourceVariable['type'];

/** A reference as classic dashboards and targets write it. */
export interface DatasourceRef {
  readonly type: SourceType;
  readonly uid: string;
}

/** The data sources of a dashboard, by type. */
export type Sources = { readonly [T in SourceType]: DatasourceRef };

/** Which data source has what a panel shows. */
const SOURCE_OF: { readonly [S in Shown]: SourceType | undefined } = {
  signals: 'prometheus',
  distribution: 'prometheus',
  'log streams': 'loki',
  nothing: undefined,
};

/** Names where a dashboard declares no variable of the type. `lib/check` reports that. */
const DEFAULT_NAME = { prometheus: 'datasource', loki: 'logs' } as const;

/**
 * The data sources of a dashboard: its first variable of each type.
 *
 * @example sourcesOf([{ kind: 'datasource', type: 'prometheus', name: 'datasource', label: 'Metrics' }]).prometheus
 * // { type: 'prometheus', uid: '${datasource}' }
 */
export function sourcesOf(variables: readonly Variable[]): Sources {
  return { prometheus: reference(variables, 'prometheus'), loki: reference(variables, 'loki') };
}

/** The data source of a kind of panel; nothing for one that asks none. */
export function sourceOf(kind: PanelKind, sources: Sources): DatasourceRef | undefined {
  const type = SOURCE_OF[kindOf(kind).shows];
  return type && sources[type];
}

function reference(variables: readonly Variable[], type: SourceType): DatasourceRef {
  const declared = variables.find((variable) => variable.kind === 'datasource' && variable.type === type);
  return { type, uid: `\${${declared?.name ?? DEFAULT_NAME[type]}}` };
}
