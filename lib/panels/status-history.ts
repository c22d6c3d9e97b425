/**
 * Status history: states at regular moments, one row for each series. Its options are those of the state timeline.
 * Take it for states that are reported now and then, as those of nightly jobs.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/status-history/
 *
 * @example panel.statusHistory(redisAnswers, { by: ['service'] })
 */
import type { Kind } from './kind.ts';
import { type CompleteStates, completeStates, type StateOptions } from './state-timeline.ts';

export const statusHistory: Kind<StateOptions, CompleteStates> = {
  shows: 'signals',
  format: 'range',
  height: 7,
  levelColours: 'states',
  complete: completeStates,
};
