/**
 * Logs: the lines of the log streams whose labels match.
 * The dashboard declares the data source of type loki that the viewer chooses.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/logs/
 *
 * @example panel.logs({ key: 'lines', title: 'Lines', description: 'What the shop wrote.', lines: shopLogs })
 */
import type { Kind } from './kind.ts';

export interface LogsOptions {
  /** Newest first where nothing is said. */
  readonly order?: 'newest first' | 'oldest first';
  /** Long lines are broken, where they are cut off else. */
  readonly wrap?: boolean;
  /** Whether each line has its time before it, which it has where nothing is said. */
  readonly time?: 'show' | 'hide';
}

export const logs: Kind<LogsOptions, Required<LogsOptions>, 'log streams'> = {
  shows: 'log streams',
  format: 'range',
  height: 10,
  complete: ({ options }) => ({ order: 'newest first', wrap: false, time: 'show', ...options }),
};
