/** Queries as schema v2 wraps them: by plugin, with the data source beside the query and not within. */
import type { DataQuery } from './kinds.ts';

/** The version of the queries' own schema; the plugins of Prometheus and Loki know this one. */
const VERSION = 'v0';

/** A query of a plugin. */
export function dataQuery(source: { readonly type: string; readonly uid: string }, spec: object): DataQuery {
  return {
    kind: 'DataQuery',
    group: source.type,
    version: VERSION,
    datasource: { name: source.uid },
    spec: { ...spec },
  };
}
