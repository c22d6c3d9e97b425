/**
 * Exceptions for single queries, found by their refId: what follows from the query itself (another unit than the
 * panel's, thresholds of its own), then what the definition overrides.
 */

import type { OverrideLook } from '../../model/field.ts';
import { queryField, type ShownLook } from '../../model/look/look.ts';
import type { ShownQuery } from '../../model/resolved.ts';
import { kindOf } from '../../panels/kinds.ts';
import { mappingsOf, scaleDistribution, thresholdsOf } from './field.ts';
import { refId } from './query.ts';
import type { FieldOverride } from './schema.ts';

export type Property = FieldOverride['properties'][number];

/** One override for every query that differs from the rest of its panel. */
export function queryOverrides(panel: ShownLook): readonly FieldOverride[] {
  const byQuery = panel.queries.flatMap((query, position) => {
    const properties = queryProperties(panel, query);
    return properties.length === 0 ? [] : [{ matcher: { id: 'byFrameRefID', options: refId(position) }, properties }];
  });
  return [...byQuery, ...namedOverrides(panel)];
}

/** Exceptions for series by their names. */
function namedOverrides({ overrides }: ShownLook): readonly FieldOverride[] {
  return overrides.flatMap((override) =>
    override.series === undefined
      ? []
      : [{ matcher: { id: 'byRegexp', options: String(override.series) }, properties: ownProperties(override) }],
  );
}

/** What is different about one query. */
export function queryProperties(panel: ShownLook, query: ShownQuery): Property[] {
  const own = panel.overrides.filter((override) => override.query === query.key);
  return [...fieldProperties(panel, query), ...own.flatMap(ownProperties)];
}

/** Unit, thresholds and texts of the query where they are not the panel's. */
function fieldProperties(panel: ShownLook, query: ShownQuery): readonly Property[] {
  const { field: all } = panel;
  const own = queryField(panel, query);
  const byLevel = kindOf(panel.kind).levelColours !== undefined;
  return [
    ...(own.display === all.display ? [] : [{ id: 'unit', value: own.display }]),
    ...(!byLevel || same(own.steps, all.steps) ? [] : [{ id: 'thresholds', value: thresholdsOf(own.steps) }]),
    ...(!byLevel || same(own.names, all.names) ? [] : [{ id: 'mappings', value: mappingsOf(own.names) }]),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const DRAW_STYLE = { lines: 'line', bars: 'bars', points: 'points' } as const;
const LINE_STYLE = { solid: { fill: 'solid' }, dashed: { fill: 'dash', dash: [10, 10] } } as const;

/** Each word of an override in Grafana's. */
function ownProperties({ axis, ...look }: OverrideLook): Property[] {
  return [
    ...property('color', look.colour && { mode: 'fixed', fixedColor: look.colour }),
    ...property('min', axis?.min),
    ...property('max', axis?.max),
    ...property('custom.axisLabel', axis?.label),
    ...property('custom.axisPlacement', axis?.side),
    ...property('custom.scaleDistribution', axis?.scale && scaleDistribution(axis.scale)),
    ...property('custom.drawStyle', look.draw && DRAW_STYLE[look.draw]),
    ...property('custom.lineStyle', look.style && LINE_STYLE[look.style]),
    ...property('custom.fillOpacity', look.fill),
    ...property('custom.transform', look.mirrored && 'negative-Y'),
    ...property('custom.hideFrom', look.legend && { legend: true, tooltip: false, viz: false }),
  ];
}

function property(id: string, value: unknown): readonly Property[] {
  return value === undefined ? [] : [{ id, value }];
}
