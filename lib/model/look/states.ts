/** Texts, and colours, that stand for values: the panel's own, else the names of the states that its unit has. */
import { isState, type StateUnit, type Unit } from '../../units/unit.ts';
import type { Mapping, Thresholds } from '../field.ts';
import { type ColourName, levelColour, levelOf } from './levels.ts';

export interface NamedValue {
  readonly of: Mapping['of'];
  readonly text: string;
  readonly colour?: ColourName;
}

/** Colours that only tell states apart, for a unit with more states than down and up. */
const NEUTRAL = ['blue', 'purple', 'yellow', 'semi-dark-blue', 'semi-dark-purple', 'semi-dark-yellow'] as const;

/**
 * The texts for the values of a panel or line.
 *
 * @example namedValues([], unit.state({ 0: 'Down', 1: 'Up' }), undefined).map(({ text }) => text) // ['Down', 'Up']
 */
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
  const colour = thresholds === undefined ? plainColour(values) : colourByLevel(thresholds);
  return values.map((of, index) => ({ of, text: states[of] ?? '', colour: colour(of, index) }));
}

type StateColour = (value: number, index: number) => ColourName;

function colourByLevel(thresholds: Thresholds): StateColour {
  return (value) => levelColour(levelOf(value, thresholds));
}

/** Of two states named 0 and 1, 0 is the bad one; of more, none is known to be. */
function plainColour(values: readonly number[]): StateColour {
  if (values.every((value) => value === 0 || value === 1))
    return (value) => levelColour(value === 0 ? 'critical' : undefined);
  return (_, index) => NEUTRAL[index % NEUTRAL.length] ?? NEUTRAL[0];
}
