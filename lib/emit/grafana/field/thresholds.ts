/** Steps of colour as Grafana's thresholds. */
import type { Step } from '../../../model/look/levels.ts';
import type { ThresholdsConfig } from '../schema.ts';

/**
 * Thresholds by the values themselves, not by percent.
 *
 * @example thresholdsOf([{ from: -Infinity, colour: 'green' }]).steps // [{ color: 'green', value: null }]
 */
export function thresholdsOf(steps: readonly Step[]): ThresholdsConfig {
  return {
    mode: 'absolute',
    steps: steps.map(({ from, colour }) => ({ color: colour, value: from === -Infinity ? null : from })),
  };
}
