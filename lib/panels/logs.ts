/** Logs: the lines of the log streams whose labels match. */
import type { Kind } from './kind.ts';

export interface LogsOptions {
  readonly order?: 'newest first' | 'oldest first';
  readonly wrap?: 'yes' | 'no';
  readonly time?: 'show' | 'hide';
}

export const logs: Kind<LogsOptions, Required<LogsOptions>, 'log streams'> = {
  shows: 'log streams',
  format: 'range',
  height: 10,
  complete: ({ options }) => ({ order: 'newest first', wrap: 'no', time: 'show', ...options }),
};
