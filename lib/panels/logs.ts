/** Logs: the lines of the log streams whose labels match. */
import type { Kind } from './kind.ts';

export interface LogsOptions {
  readonly order?: 'newest first' | 'oldest first';
  readonly wrap?: boolean;
  readonly time?: 'show' | 'hide';
}

export const logs: Kind<LogsOptions, Required<LogsOptions>, 'log streams'> = {
  shows: 'log streams',
  format: 'range',
  height: 10,
  complete: ({ options }) => ({ order: 'newest first', wrap: false, time: 'show', ...options }),
};
