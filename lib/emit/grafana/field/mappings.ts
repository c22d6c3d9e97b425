/** Texts, and colours, that stand for values, as Grafana's mappings. */
import type { NamedValue } from '../../../model/look/states.ts';
import { given } from '../given.ts';
import type { ValueMapping } from '../schema.ts';

type Result = { text?: string; color?: string; index?: number };

/**
 * Single values share one mapping; ranges and special values have one each.
 *
 * @example mappingsOf([{ of: 0, text: 'Down' }]) // [{ type: 'value', options: { 0: { text: 'Down', index: 0 } } }]
 */
export function mappingsOf(names: readonly NamedValue[]): readonly ValueMapping[] {
  const singles: Record<string, Result> = {};
  const others: ValueMapping[] = [];
  for (const [index, { of, text, colour }] of names.entries()) {
    const result = given<Result>({ text, color: colour, index });
    if (typeof of === 'number') singles[String(of)] = result;
    else others.push(special(of, result));
  }
  return Object.keys(singles).length === 0 ? others : [{ type: 'value', options: singles }, ...others];
}

function special(of: Exclude<NamedValue['of'], number>, result: Result): ValueMapping {
  if (of === 'null') return { type: 'special', options: { match: 'null', result } };
  if (of === 'NaN') return { type: 'special', options: { match: 'nan', result } };
  return { type: 'range', options: { from: of.from ?? null, to: of.to ?? null, result } };
}
