/** How a series moves: one value for each moment, from a seed and a span, or the states of a state unit. */

import type { Thresholds } from '../model/field.ts';
import { levelOf } from '../model/look/levels.ts';
import type { SampleShape } from '../model/signal.ts';
import { isState, type StateUnit, type Unit } from '../units/unit.ts';
import { random, wobbling } from './random.ts';
import type { Span } from './span.ts';

/** How many moments a series has, first and last included. */
export const MOMENTS = 49;

/** 0 at the first moment, 1 at the last. */
const at = (moment: number): number => moment / (MOMENTS - 1);

type Draw = (seed: number, span: Span) => (moment: number) => number;

/** How far a steady measurement moves, as a share of its span. */
const QUIVER = 0.06;

export const SHAPES: Readonly<Record<SampleShape, Draw>> = {
  wobbling: (seed, [low, high]) => {
    const curve = wobbling(seed);
    return (moment) => low + (high - low) * curve(at(moment));
  },
  steady: (seed, [low, high]) => {
    const curve = wobbling(seed);
    const level = low + (high - low) * (0.3 + 0.5 * random(seed, 7));
    return (moment) => level + (high - low) * QUIVER * (curve(at(moment)) - 0.5);
  },
  rising: (seed, [low, high]) => {
    const curve = wobbling(seed);
    return (moment) => low + (high - low) * (0.15 + 0.7 * at(moment) + QUIVER * curve(at(moment)));
  },
  falling: (seed, [low, high]) => {
    const curve = wobbling(seed);
    return (moment) => low + (high - low) * (0.85 - 0.7 * at(moment) + QUIVER * curve(at(moment)));
  },
  rare: (seed, [, high]) => {
    const moments = eventMoments(seed);
    return (moment) => (moments.has(moment) ? high * (0.35 + 0.65 * random(seed, moment)) : 0);
  },
};

/** From which chance on a rare event happens once, and twice. */
const ONCE = 0.55;
const TWICE = 0.9;

/** The moments of rare events, a few for each; none at the end, where it would be the newest value. */
function eventMoments(seed: number): ReadonlySet<number> {
  const chance = random(seed, 0);
  const times = Number(chance >= ONCE) + Number(chance >= TWICE);
  const starts = Array.from({ length: times }, (_, n) => 4 + Math.floor(random(seed, n + 1) * (MOMENTS - 14)));
  return new Set(starts.flatMap((start) => [start, start + 1, start + 2]));
}

/** The values of all moments. */
export function drawn(shape: SampleShape, seed: number, span: Span): readonly number[] {
  const value = SHAPES[shape](seed, span);
  return Array.from({ length: MOMENTS }, (_, moment) => value(moment));
}

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
  const curve = wobbling(seed);
  return Array.from({ length: MOMENTS }, (_, moment) => {
    const turn = Math.floor(curve(moment / MOMENTS) * good.length);
    return good[Math.min(turn, good.length - 1)] ?? 0;
  });
}

function usual(all: readonly number[]): readonly number[] {
  return all.every((value) => value === 0 || value === 1) ? all.slice(-1) : all;
}
