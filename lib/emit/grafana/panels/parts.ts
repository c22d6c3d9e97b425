/** What the table of each kind of panel fills in. */
import type { PanelKind } from '../../../panels/kinds.ts';
import type { Custom, FieldConfig, FieldOverride, Options } from '../schema.ts';
import type { GrafanaTransformation } from '../transformation.ts';

export interface PanelParts<K extends PanelKind> {
  readonly options: Options<K>;
  /** Settings per field that only this kind has. */
  readonly custom?: Custom<K>;
  /** What is said of all fields; nothing for kinds that show no numbers. */
  readonly field?: FieldConfig;
  /** Exceptions for single fields, where they are not found by the refId of a line. */
  readonly overrides?: readonly FieldOverride[];
  /** What is done to the answers, where it is not what the definition says alone. */
  readonly transformations?: readonly GrafanaTransformation[];
}
