/** From answers to what a panel draws: frames, transformed, with the panel's field options applied. */
import {
  applyFieldOverrides,
  cacheFieldDisplayNames,
  type DataFrame,
  type DataTransformerConfig,
  type FieldConfigSource,
  type GrafanaTheme2,
  MappingType,
  transformDataFrame,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import type { DataAnswer, PanelJson } from '../../protocol.ts';
import { withCellText } from './cell-text.ts';
import { framesOf } from './frames.ts';
import { registry } from './registry.ts';

/** What a drawing is made of. */
export interface Prepared {
  readonly panel: PanelJson;
  readonly data: DataFrame[];
  readonly fieldConfig: FieldConfigSource;
  /** Grows each time: Grafana's components keep what they made for a number they have seen. */
  readonly revision: number;
}

let revisions = 0;

export interface PrepareOptions {
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
  readonly replace: (text: string) => string;
}

/** Prepares a panel's answers for drawing. */
export async function prepare(panel: PanelJson, answer: DataAnswer, options: PrepareOptions): Promise<Prepared> {
  const { theme, timeZone, replace } = options;
  const isUnknown = answer.unknown.length > 0 && answer.unknown.length === panel.targets?.length;
  const fieldConfig = isUnknown ? withoutWords(fieldConfigOf(panel)) : fieldConfigOf(panel);
  const frames = (panel.targets ?? []).flatMap((target) => {
    const own = answer.answers[target.refId];
    if (own === undefined) return [];
    return framesOf({ target, answer: own, step: answer.step, only: panel.targets?.length === 1 });
  });
  const data = applyFieldOverrides({
    data: await transformed(panel, frames, replace),
    fieldConfig,
    fieldConfigRegistry: registry,
    replaceVariables: (text, scoped) => withCellText(replace(text ?? ''), scoped),
    theme,
    timeZone,
  });
  cacheFieldDisplayNames(data);
  revisions += 1;
  return { panel, data, fieldConfig, revision: revisions };
}

async function transformed(panel: PanelJson, frames: DataFrame[], replace: (text: string) => string) {
  // The emitter writes transformations as Grafana reads them.
  const steps = [...(panel.transformations ?? [])] as DataTransformerConfig[];
  if (steps.length === 0 || frames.length === 0) return frames;
  return await lastValueFrom(transformDataFrame(steps, frames, { interpolate: replace }));
}

function fieldConfigOf({ fieldConfig }: PanelJson): FieldConfigSource {
  const own = structuredClone({ defaults: fieldConfig?.defaults ?? {}, overrides: fieldConfig?.overrides ?? [] });
  // The same: Grafana's own types, written by the emitter and read back.
  const { defaults, overrides } = own as unknown as FieldConfigSource;
  return { defaults: { mappings: [], ...defaults }, overrides };
}

/** What a panel says where an answer is empty is true only where there is something to ask about. */
function withoutWords({ defaults, overrides }: FieldConfigSource): FieldConfigSource {
  const { noValue: _, mappings = [], ...rest } = defaults;
  return {
    defaults: { ...rest, mappings: mappings.filter(({ type }) => type !== MappingType.SpecialValue) },
    overrides,
  };
}

/** Whether there is anything to draw. */
export function isEmpty({ data }: Prepared): boolean {
  return data.every(({ fields, length }) => length === 0 || fields.every((field) => field.values.every(isNothing)));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}
