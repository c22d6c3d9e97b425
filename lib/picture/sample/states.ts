/** Invented states: all is well, and where there are several ways of being well, they take turns. */
import type { Thresholds } from '../../model/field.ts';
import { levelOf } from '../../model/look/levels.ts';
import { isState, type StateUnit, type Unit } from '../../units/unit.ts';
import { wobble } from './random.ts';
import { MOMENTS } from './shape.ts';

/** True for a unit whose values are states with names. */
export function isStateUnit(unit: Unit): unit is StateUnit {
  return isState(unit) && Object.keys(unit.states).length > 0;
}

/** The states of all moments. Of 0 and 1, 1 is the good one: what is up stays up. */
export function stateValues(
  { states }: StateUnit,
  thresholds: Thresholds | undefined,
  seed: number,
): readonly number[] {
  const all = Object.keys(states)
    .map(Number)
    .sort((a, b) => a - b);
  const well = thresholds === undefined ? usual(all) : all.filter((value) => levelOf(value, thresholds) === undefined);
  const good = well.length === 0 ? all.slice(-1) : well;
  return Array.from({ length: MOMENTS }, (_, moment) => {
    const turn = Math.floor(wobble(seed, moment / MOMENTS) * good.length);
    return good[Math.min(turn, good.length - 1)] ?? 0;
  });
}

function usual(all: readonly number[]): readonly number[] {
  return all.every((value) => value === 0 || value === 1) ? all.slice(-1) : all;
}
