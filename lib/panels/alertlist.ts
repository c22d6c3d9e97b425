/** Alert list: the alerts that fire, or are in other states. */
import type { Kind } from './kind.ts';

export interface AlertListOptions {
  readonly show?: readonly ('firing' | 'pending' | 'normal' | 'no data' | 'error')[];
  /** Label matchers such as `service="shop"`. */
  readonly matching?: string;
  readonly most?: number;
}

export const alertlist: Kind<AlertListOptions, Required<AlertListOptions>, 'nothing'> = {
  shows: 'nothing',
  height: 7,
  complete: ({ options }) => ({ show: ['firing', 'pending'], matching: '', most: 20, ...options }),
};
