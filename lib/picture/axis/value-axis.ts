/** The axis of a graph's values: where it begins and ends, where a value stands, and what is written beside it. */
import type { Field } from '../../model/look/look.ts';
import type { AxisOptions } from '../../panels/options.ts';
import { tickText } from '../format/display.ts';
import { namedValue } from '../format/shown.ts';
import { USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';
import { type Bounds, bounds, logBounds } from './bounds.ts';
import { logTicks, type Ticks, tickSpace, ticks } from './ticks.ts';

export interface ValueAxis {
  /** Where a value stands, 0 at the beginning of the axis and 1 at its end; values beyond an end stand at that end. */
  at(value: number): number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly min: number;
  readonly max: number;
  readonly label?: string;
}

const BASES = { log2: 2, log10: 10 } as const;

interface AxisInput {
  readonly data: Bounds;
  readonly options: AxisOptions;
  readonly field: Pick<Field, 'display' | 'decimals' | 'names'>;
  /** The length of the axis in pixels. */
  readonly length: number;
}

/** The axis for the values `data`. */
export function valueAxis({ data, options, field, length }: AxisInput): ValueAxis {
  const { scale = 'linear', label } = options;
  const space = tickSpace(length);
  const whole = field.decimals === 0;
  const room = { length, space, display: field.display };
  const ends = scale === 'linear' ? bounds(data, { ...options, whole }) : logBounds(data, BASES[scale], options);
  const { step, values } = scale === 'linear' ? ticks(ends, room) : logTicks(ends, BASES[scale], room);
  const [min, max] = ends;
  return {
    at: scale === 'linear' ? linear(ends) : logarithmic(ends),
    ticks: written({ step, values: whole ? values.filter(Number.isInteger) : values }, field),
    min,
    max,
    ...(label === undefined || label === '' ? {} : { label }),
  };
}

function linear([min, max]: Bounds): (value: number) => number {
  return (value) => within((value - min) / (max - min));
}

function logarithmic([min, max]: Bounds): (value: number) => number {
  const span = Math.log(max) - Math.log(min);
  return (value) => (value <= min ? 0 : within((Math.log(value) - Math.log(min)) / span));
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function written({ step, values }: Ticks, { display, decimals, names }: AxisInput['field']) {
  const tick = { display, step, ...(decimals === undefined ? {} : { decimals }) };
  return values.map((value) => ({ value, text: namedValue(names, value)?.text ?? tickText(value, tick) }));
}

const GAP = 9;
const LABEL = 20;

/** The width of the axis beside the graph; its numbers take `max` pixels at most. */
export function axisWidth({ ticks: marks, label }: ValueAxis, max: number): number {
  const widest = Math.max(0, ...marks.map(({ text }) => textWidth(text, USUAL_SIZE)));
  return Math.ceil(Math.min(widest, max) + GAP + (label === undefined ? 0 : LABEL));
}
