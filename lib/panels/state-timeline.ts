/**
 * State timeline: states over time, one band for each series.
 * It begins where a state begins; a status history asks at regular moments.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/state-timeline/
 *
 * @example panel.stateTimeline(redisAnswers, { by: ['service'] })
 */
import type { Kind, PanelFacts } from './kind.ts';
import { type CompleteLegend, completeLegend, type LegendOptions, NO_LEGEND } from './options.ts';

export interface StateOptions {
  /** Whether neighbours of one state are drawn as one bar. */
  readonly mergeSame?: boolean;
  /** Whether the names of states stand in the bars: where there is room, if nothing is said. */
  readonly showValue?: 'auto' | 'always' | 'never';
  /** Share of the row that a bar fills, 0 to 1. */
  readonly rowHeight?: number;
  readonly legendStyle?: LegendOptions;
}

export type CompleteStates = Required<StateOptions> & { readonly legendStyle: CompleteLegend };

export const stateTimeline: Kind<StateOptions, CompleteStates> = {
  shows: 'signals',
  format: 'range',
  height: 7,
  alertRank: 1,
  levelColours: 'states',
  complete: completeStates,
};

/** The rows carry their names themselves, and the colours their states: a legend is shown where it is asked for. */
export function completeStates(panel: PanelFacts<StateOptions>): CompleteStates {
  const { legendStyle } = panel.options;
  return {
    mergeSame: true,
    showValue: 'auto',
    rowHeight: 0.9,
    ...panel.options,
    legendStyle: legendStyle === undefined ? NO_LEGEND : completeLegend(panel, legendStyle),
  };
}
