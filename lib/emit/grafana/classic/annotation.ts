/** The annotations of a classic dashboard. */
import type * as Sdk from '@grafana/grafana-foundation-sdk/dashboard';
import type { Annotation } from '../../../model/variable.ts';
import type { Sources } from '../datasource.ts';
import { BUILT_IN, prometheusAnnotation } from '../query.ts';
import { queryBuilder, sdk } from './sdk.ts';

/** Grafana's own annotation first, then the dashboard's. */
export function annotationBuilders(annotations: readonly Annotation[], sources: Sources): Sdk.AnnotationQueryBuilder[] {
  return [builtIn(), ...annotations.map((annotation) => fromPrometheus(annotation, sources))];
}

function builtIn(): Sdk.AnnotationQueryBuilder {
  return new sdk.AnnotationQueryBuilder()
    .builtIn(1)
    .name(BUILT_IN.name)
    .datasource(BUILT_IN.source)
    .enable(true)
    .hide(true)
    .iconColor(BUILT_IN.iconColor)
    .type('dashboard');
}

function fromPrometheus(annotation: Annotation, sources: Sources): Sdk.AnnotationQueryBuilder {
  const { expr, titleFormat, textFormat } = prometheusAnnotation(annotation);
  const target = { expr, refId: 'Anno', datasource: sources.prometheus };
  return new sdk.AnnotationQueryBuilder()
    .name(annotation.name)
    .datasource(sources.prometheus)
    .enable(true)
    .iconColor(annotation.colour)
    .expr(expr)
    .titleFormat(titleFormat)
    .textFormat(textFormat)
    .target(queryBuilder(target));
}
