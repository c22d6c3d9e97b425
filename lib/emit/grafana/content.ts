/** What is inside a panel, the same in classic dashboards and in schema v2: options, fields, transformations. */
import { lookOf } from '../../model/look/look.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import { lineOverrides } from './field/overrides.ts';
import { panelParts } from './panels/kinds.ts';
import type { FieldConfig, FieldConfigSource } from './schema.ts';
import { type GrafanaTransformation, transformationsOf } from './transformation.ts';

export interface PanelContent {
  readonly options: Readonly<Record<string, unknown>>;
  readonly fieldConfig: FieldConfigSource;
  readonly transformations: readonly GrafanaTransformation[];
}

/** The content of a panel, with every default of ours filled in. */
export function panelContent(panel: ResolvedPanel): PanelContent {
  const look = lookOf(panel);
  const { options, custom, field, overrides, transformations } = panelParts(look);
  const defaults: FieldConfig = { ...field, ...(custom === undefined ? {} : { custom }) };
  return {
    options: { ...options },
    fieldConfig: { defaults, overrides: field === undefined ? [] : [...(overrides ?? lineOverrides(look))] },
    transformations: transformations ?? transformationsOf(panel),
  };
}
