/** Texts, and colours, that stand for values: the panel's own, else the names of the states that its unit has. */
import type { Mapping, Thresholds } from '../../../model/field.ts';
import { isState, type StateUnit, type Unit } from '../../../units/unit.ts';
import { given } from '../given.ts';
import type { ValueMapping } from '../schema.ts';
import { COLOUR_OF, FINE, levelOf } from './thresholds.ts';

type Result = { text?: string; color?: string; index?: number };

/** Colours that only tell states apart, for a unit with more states than down and up. */
const NEUTRAL = ['blue', 'purple', 'yellow', 'semi-dark-blue', 'semi-dark-purple', 'semi-dark-yellow'] as const;

/**
 * The mappings of a panel or line.
 *
 * @example mappingsOf([], state({ 0: 'Down', 1: 'Up' })) // 0: Down, red · 1: Up, green
 */
export function mappingsOf(
  own: readonly Mapping[],
  unit: Unit | undefined,
  thresholds?: Thresholds,
): readonly ValueMapping[] {
  if (own.length > 0) return asGrafana(own);
  return unit !== undefined && isState(unit) ? asGrafana(stateMappings(unit, thresholds)) : [];
}

interface Named {
  readonly of: Mapping['of'];
  readonly text: string;
  readonly colour?: string;
}

function stateMappings({ states }: StateUnit, thresholds: Thresholds | undefined): readonly Named[] {
  const values = Object.keys(states).map(Number);
  const colour = thresholds === undefined ? plainColour(values) : levelColour(thresholds);
  return values.map((of, index) => ({ of, text: states[of] ?? '', colour: colour(of, index) }));
}

function levelColour(thresholds: Thresholds): (value: number) => string {
  return (value) => {
    const level = levelOf(value, thresholds);
    return level === undefined ? FINE : COLOUR_OF[level];
  };
}

/** Of two states named 0 and 1, 0 is the bad one; of more, none is known to be. */
function plainColour(values: readonly number[]): (value: number, index: number) => string {
  if (values.every((value) => value === 0 || value === 1)) return (value) => (value === 0 ? COLOUR_OF.critical : FINE);
  return (_, index) => NEUTRAL[index % NEUTRAL.length] ?? NEUTRAL[0];
}

/** Single values share one mapping; ranges and special values have one each. */
function asGrafana(mappings: readonly Named[]): readonly ValueMapping[] {
  const singles: Record<string, Result> = {};
  const others: ValueMapping[] = [];
  for (const [index, mapping] of mappings.entries()) {
    const result = given<Result>({ text: mapping.text, color: mapping.colour, index });
    if (typeof mapping.of === 'number') singles[String(mapping.of)] = result;
    else others.push(special(mapping.of, result));
  }
  return Object.keys(singles).length === 0 ? others : [{ type: 'value', options: singles }, ...others];
}

function special(of: Exclude<Mapping['of'], number>, result: Result): ValueMapping {
  if (of === 'null') return { type: 'special', options: { match: 'null', result } };
  if (of === 'NaN') return { type: 'special', options: { match: 'nan', result } };
  return { type: 'range', options: { from: of.from ?? null, to: of.to ?? null, result } };
}
