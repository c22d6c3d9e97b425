/** The one way out of the types: PromQL as text, with a reason. The build parses it and looks its metrics up. */
import type { Unit } from '../units/unit.ts';
import { type Expr, expr } from './expr.ts';

/** What the author vouches for. */
export interface RawOptions<L extends string, U extends Unit> {
  readonly reason: string;
  readonly labels: readonly L[];
  readonly unit: U;
}

/**
 * PromQL as text. `npm run build` refuses it when it does not parse or names a metric that no catalogue file has.
 *
 * @throws TypeError without text or reason.
 * @example raw('up offset 1w', { reason: 'a week-old value', labels: ['job'], unit: count('targets') }) // up offset 1w
 */
export function raw<const L extends string, U extends Unit>(text: string, options: RawOptions<L, U>): Expr<L, U> {
  if (text.trim() === '') throw new TypeError('raw(): the expression is empty.');
  if (options.reason.trim() === '')
    throw new TypeError(`raw('${text}'): give the reason why the types cannot say this.`);
  return expr({ kind: 'raw', text, reason: options.reason }, options.labels, options.unit);
}
