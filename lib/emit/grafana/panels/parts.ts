/** What each kind of panel fills in, and what several kinds say alike: legends, tooltips, calculations. */
import type { CompleteByKind, PanelKind } from '../../../panels/kinds.ts';
import type { Calculation, CompleteLegend, Scale } from '../../../panels/options.ts';
import { axis, given, shownEverywhere } from '../field.ts';
import type { Custom, FieldConfig, FieldOverride, Legend, Options, Tooltip } from '../schema.ts';
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

/** A legend. Grafana's table is a way to display it, and none at all is not. */
export function legend({ show, place, calculations }: CompleteLegend): Legend {
  return {
    calcs: [...calculations],
    displayMode: show === 'table' ? 'table' : 'list',
    placement: place,
    showLegend: show !== 'none',
  };
}

/** All lines at the time under the pointer, the largest first. */
export function tooltipOfAll(): Tooltip {
  return { hideZeros: false, mode: 'multi', sort: 'desc' };
}

/** The one thing under the pointer. */
export function tooltipOfOne(): Tooltip {
  return { hideZeros: false, mode: 'single', sort: 'none' };
}

/** Bars that stand on an axis of values. */
export const BARS = {
  ...axis(),
  fillOpacity: 80,
  gradientMode: 'none',
  hideFrom: shownEverywhere(),
  lineWidth: 1,
} as const;

/** Which of a line's values is shown. */
export function reduceOptions(calculation: Calculation) {
  return { calcs: [calculation], fields: '', values: false };
}

/** Where a scale ends; what is not said is the largest value there is. */
export function ends({ min, max }: Scale): FieldConfig {
  return given<FieldConfig>({ min, max });
}

/** What both kinds of panels of states say alike. */
export function statesOptions({ legendStyle, rowHeight, showValue }: CompleteByKind['state-timeline']) {
  return { legend: legend(legendStyle), perPage: 20, rowHeight, showValue, tooltip: tooltipOfOne() };
}
