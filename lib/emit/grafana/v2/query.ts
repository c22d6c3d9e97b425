/** Queries as schema v2 wraps them, by plugin and with the data source beside the query; those of annotations too. */
import type * as v2 from '@grafana/schema/apis/dashboard.grafana.app/v2';
import type { Annotation } from '../../../model/variable.ts';
import type { Sources } from '../datasource.ts';
import { BUILT_IN, prometheusAnnotation } from '../query.ts';

export type Spec = v2.Spec;
export type Element = v2.Element;
export type RowsLayoutRow = v2.RowsLayoutRowKind;
export type GridItem = v2.GridLayoutItemKind;
export type DataQuery = v2.DataQueryKind;
export type PanelQuery = v2.PanelQueryKind;
export type VariableKind = v2.VariableKind;
export type AnnotationQuery = v2.AnnotationQueryKind;

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

/** Grafana's own annotation first, then the dashboard's. */
export function annotationKinds(annotations: readonly Annotation[], sources: Sources): AnnotationQuery[] {
  return [builtIn(), ...annotations.map((annotation) => fromPrometheus(annotation, sources))];
}

function builtIn(): AnnotationQuery {
  const { name, iconColor, source } = BUILT_IN;
  return {
    kind: 'AnnotationQuery',
    spec: { builtIn: true, enable: true, hide: true, iconColor, name, query: dataQuery(source, {}) },
  };
}

function fromPrometheus(annotation: Annotation, sources: Sources): AnnotationQuery {
  const { expr, ...words } = prometheusAnnotation(annotation);
  return {
    kind: 'AnnotationQuery',
    spec: {
      enable: true,
      hide: false,
      iconColor: annotation.colour,
      name: annotation.name,
      query: dataQuery(sources.prometheus, { expr, refId: 'Anno' }),
      legacyOptions: { expr, ...words },
    },
  };
}
