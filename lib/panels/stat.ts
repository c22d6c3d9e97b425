/**
 * Stat: one large number for each series, with its history behind it where that is asked for.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/
 *
 * @example panel.stat(ordersAccepted, { sparkline: 'area' })
 * // sum(rate(redis_commands_total{cmd="rpush",job="redis"}[$__rate_interval]))
 */
import type { Kind, NeutralColours } from './kind.ts';
import type { Calculation } from './options.ts';

export interface StatOptions {
  /** Which of a series' values is shown; the newest where nothing is said. */
  readonly calculation?: Calculation;
  /** The history behind the number; then the query is asked over the whole time shown. */
  readonly sparkline?: 'area' | 'none';
  /** Where the axis of the history begins, or at a lower value: 0 where nothing is said. */
  readonly min?: number;
  /**
   * Where it ends, or at a higher value: at a limit the history fills the tile as the limit comes near. Where nothing is
   * said it ends at the highest value.
   */
  readonly max?: number;
  /** What the colour of the level is given to: the number where nothing is said. */
  readonly colour?: 'value' | 'background' | 'none';
  /**
   * Where nothing is said, names are shown beside several numbers, and above a number with its history: Grafana would
   * draw the history through a number that stands alone.
   */
  readonly show?: 'auto' | 'value' | 'value and name' | 'name';
  /** The height of names in pixels: 12 above a number with its history, else what Grafana finds for the tile. */
  readonly nameSize?: number;
  readonly direction?: 'auto' | 'horizontal' | 'vertical';
}

/** Only a history has an axis. */
type Open = 'min' | 'max' | 'nameSize';
export type CompleteStat = Required<Omit<StatOptions, Open>> & Pick<StatOptions, Open>;

export const stat: Kind<StatOptions, CompleteStat> = {
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
    direction: 'auto',
    ...(options.sparkline === 'area' ? WITH_HISTORY : { show: 'auto' }),
    ...options,
  }),
};

/** Left to itself, Grafana makes a short name as large as the panel's title, or larger than it. */
const WITH_HISTORY = { show: 'value and name', min: 0, nameSize: 12 } as const;

/** Either the number itself is coloured, or the whole tile. */
function neutral({ colour }: StatOptions): NeutralColours {
  return colour === 'background' ? { number: 'area', noValue: 'area' } : { number: 'text', noValue: 'text' };
}
