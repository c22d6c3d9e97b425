/** Stat: one large number for each series, with its history behind it where that is asked for. */
import type { Kind, NeutralColours } from './kind.ts';
import type { Calculation } from './options.ts';

export interface StatOptions {
  readonly calculation?: Calculation;
  readonly sparkline?: 'area' | 'none';
  readonly colour?: 'value' | 'background' | 'none';
  readonly show?: 'auto' | 'value' | 'value and name' | 'name';
  readonly direction?: 'auto' | 'horizontal' | 'vertical';
}

export const stat: Kind<StatOptions, Required<StatOptions>> = {
  shows: 'signals',
  // Over a range the last value that there was would stand for an hour after an exporter is gone.
  format: ({ sparkline }) => (sparkline === 'area' ? 'range' : 'instant'),
  height: 4,
  levelColours: 'numbers',
  neutral,
  complete: ({ options }) => ({
    calculation: 'lastNotNull',
    sparkline: 'none',
    colour: 'value',
    show: 'auto',
    direction: 'auto',
    ...options,
  }),
};

/** Either the number itself is coloured, or the whole tile. */
function neutral({ colour }: StatOptions): NeutralColours {
  return colour === 'background' ? { number: 'area', noValue: 'area' } : { number: 'text', noValue: 'text' };
}
