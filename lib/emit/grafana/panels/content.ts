/**
 * What is inside a panel, the same in classic dashboards and in schema v2. Panels that show alike have the very same
 * content: most panels of a large system do, and it is most of their text.
 */
import { isAlike } from '../../../model/alike.ts';
import { lookOf } from '../../../model/look/look.ts';
import { SHOWN_OF_PANEL, SHOWN_OF_QUERY, type ShownPanel, type SignalWords } from '../../../model/resolved.ts';
import { lasting } from '../../json.ts';
import { queryOverrides } from '../overrides.ts';
import type { FieldConfig, FieldConfigSource } from '../schema.ts';
import { type GrafanaTransformation, transformationsOf } from '../transformation.ts';
import { panelParts } from './kinds.ts';

export interface PanelContent {
  readonly options: Readonly<Record<string, unknown>>;
  readonly fieldConfig: FieldConfigSource;
  readonly transformations: readonly GrafanaTransformation[];
}

/** The contents that are known, by the signal of a panel's first query. */
let known = new WeakMap<SignalWords, Known[]>();
let count = 0;

interface Known {
  readonly panel: ShownPanel;
  readonly content: PanelContent;
}

/** Far more than a system has in common: what is over is forgotten. */
const MOST_KNOWN = 2000;
const MOST_OF_SIGNAL = 20;

/** The content of a panel, with every default of ours filled in. Nobody changes it: other panels have the same. */
export function panelContent(panel: ShownPanel): PanelContent {
  const signal = panel.queries[0]?.signal;
  if (signal === undefined) return contentOf(panel);
  const alike = known.get(signal)?.find((each) => isShownAlike(each.panel, panel));
  if (alike !== undefined) return alike.content;
  const content = contentOf(panel);
  keep(signal, { panel, content });
  return content;
}

function keep(signal: SignalWords, one: Known): void {
  if (count === MOST_KNOWN) [known, count] = [new WeakMap(), 0];
  count += 1;
  const others = known.get(signal) ?? [];
  known.set(signal, others.length < MOST_OF_SIGNAL ? [...others, one] : [one]);
}

function isShownAlike(a: ShownPanel, b: ShownPanel): boolean {
  return (
    a.queries.length === b.queries.length &&
    SHOWN_OF_PANEL.every((name) => isAlike(a[name], b[name])) &&
    a.queries.every((query, index) => SHOWN_OF_QUERY.every((name) => isAlike(query[name], b.queries[index]?.[name])))
  );
}

function contentOf(panel: ShownPanel): PanelContent {
  const look = lookOf(panel);
  const { options, custom, field, overrides, transformations } = panelParts(look);
  const defaults: FieldConfig = { ...field, ...(custom === undefined ? {} : { custom }) };
  return {
    options: lasting({ ...options }),
    fieldConfig: lasting({
      defaults,
      overrides: field === undefined ? [] : [...(overrides ?? queryOverrides(look))],
    }),
    transformations: transformations ?? transformationsOf(panel),
  };
}
