/** The annotations of schema v2. */
import type { Annotation } from '../../../model/variable.ts';
import { BUILT_IN, prometheusAnnotation } from '../annotation.ts';
import type { Sources } from '../datasource.ts';
import type { AnnotationQuery } from './kinds.ts';
import { dataQuery } from './query.ts';

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
