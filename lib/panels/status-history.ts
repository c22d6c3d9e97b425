/** Status history: states at regular moments, one row for each series. Its options are those of the state timeline. */
import type { Kind } from './kind.ts';
import { type CompleteStates, completeStates, type StateOptions } from './state-timeline.ts';

export const statusHistory: Kind<StateOptions, CompleteStates> = {
  shows: 'signals',
  format: 'range',
  height: 7,
  levelColours: 'states',
  complete: completeStates,
};
