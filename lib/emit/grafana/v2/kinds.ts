/** The types of schema v2, under the names that this room uses. */
import type * as v2 from '@grafana/schema/apis/dashboard.grafana.app/v2';

export type Spec = v2.Spec;
export type Element = v2.Element;
export type RowsLayoutRow = v2.RowsLayoutRowKind;
export type GridItem = v2.GridLayoutItemKind;
export type DataQuery = v2.DataQueryKind;
export type PanelQuery = v2.PanelQueryKind;
export type VariableKind = v2.VariableKind;
export type AnnotationQuery = v2.AnnotationQueryKind;
