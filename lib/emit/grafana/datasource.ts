/** Which data source a query asks. Always a variable of the dashboard, never a name: the viewer chooses. */

import type { ResolvedPanel } from '../../model/resolved.ts';
import type { DatasourceVariable, Variable } from '../../model/variable.ts';
import type { Shown } from '../../panels/kind.ts';
import { kindOf } from '../../panels/kinds.ts';

type SourceType = DatasourceVariable['type'];

/** What a panel says whose queries ask several data sources. */
const MIXED = Object.freeze({ type: 'datasource', uid: '-- Mixed --' });

/** A reference as classic dashboards and targets write it. */
export interface DatasourceRef {
  readonly type: SourceType;
  readonly uid: string;
}

/** A panel's own reference. */
export type PanelSource = DatasourceRef | typeof MIXED;

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

/** The data source of a panel: that of its queries; nothing for one that asks none. */
export function sourceOf(
  { kind, queries }: Pick<ResolvedPanel, 'kind' | 'queries'>,
  sources: Sources,
): PanelSource | undefined {
  const type = SOURCE_OF[kindOf(kind).shows];
  const asked = new Set(queries.map(({ language }) => SOURCE_OF_LANGUAGE[language]));
  const [only = type] = asked;
  return asked.size > 1 ? MIXED : only && sources[only];
}

const SOURCE_OF_LANGUAGE = { promql: 'prometheus', logql: 'loki' } as const;

function reference(variables: readonly Variable[], type: SourceType): DatasourceRef {
  const declared = variables.find((variable) => variable.kind === 'datasource' && variable.type === type);
  return { type, uid: `\${${declared?.name ?? DEFAULT_NAME[type]}}` };
}
