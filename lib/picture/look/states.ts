/** Texts, and colours, that stand for values: the panel's own, else the names of the states that its unit has. */
import type { Mapping, Thresholds } from '../../model/field.ts';
import { isState, type StateUnit, type Unit } from '../../units/unit.ts';
import { type ColourName, levelColour, levelOf } from './levels.ts';

export interface NamedValue {
  readonly of: Mapping['of'];
  readonly text: string;
  readonly colour?: ColourName;
}

/** Colours that only tell states apart, for a unit with more states than down and up. */
const NEUTRAL = ['blue', 'purple', 'yellow', 'semi-dark-blue', 'semi-dark-purple', 'semi-dark-yellow'] as const;

/** The texts for the values of a panel or line. */
export function namedValues(
  own: readonly Mapping[],
  unit: Unit | undefined,
  thresholds: Thresholds | undefined,
): readonly NamedValue[] {
  if (own.length > 0) return own;
  return unit !== undefined && isState(unit) ? stateNames(unit, thresholds) : [];
}

function stateNames({ states }: StateUnit, thresholds: Thresholds | undefined): readonly NamedValue[] {
  const values = Object.keys(states).map(Number);
  return values.map((of, index) => ({
    of,
    text: states[of] ?? '',
    colour: stateColour(of, { values, index, thresholds }),
  }));
}

interface Among {
  readonly values: readonly number[];
  readonly index: number;
  readonly thresholds: Thresholds | undefined;
}

/** Of two states named 0 and 1, 0 is the bad one; of more, none is known to be. */
function stateColour(value: number, { values, index, thresholds }: Among): ColourName {
  if (thresholds !== undefined) return levelColour(levelOf(value, thresholds));
  if (values.every((each) => each === 0 || each === 1)) return levelColour(value === 0 ? 'critical' : undefined);
  return NEUTRAL[index % NEUTRAL.length] ?? NEUTRAL[0];
}

/** What is said of a value. Single values come before ranges, the bounds of a range belong to it. */
export function namedValue(names: readonly NamedValue[], value: number | null): NamedValue | undefined {
  const exact = names.find(({ of }) => of === value);
  return exact ?? names.find(({ of }) => isOther(of, value));
}

function isOther(of: Mapping['of'], value: number | null): boolean {
  if (of === 'null') return value === null;
  if (of === 'NaN') return Number.isNaN(value);
  if (typeof of === 'number' || value === null || Number.isNaN(value)) return false;
  return value >= (of.from ?? -Infinity) && value <= (of.to ?? Infinity);
}
