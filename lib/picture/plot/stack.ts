/** The curves of a graph: where each line's values begin and end, stacked or not. */
import type { TimeseriesOptions } from '../../model/panel-options.ts';
import type { PanelLine } from '../data/lines.ts';

export interface Curve {
  readonly line: PanelLine;
  readonly side: 'left' | 'right';
  /** The values as they are drawn: multiplied for the display, mirrored, on top of those below. */
  readonly upper: readonly number[];
  /** What an area reaches down to; zero where it is not on top of another one. */
  readonly lower: readonly number[];
}

/** The curves of a panel's lines, in order; each side of the graph is a stack of its own. */
export function curves(lines: readonly PanelLine[], stack: TimeseriesOptions['stack']): readonly Curve[] {
  const plain = lines.map((line) => ({
    line,
    side: line.override.axis?.side ?? ('left' as const),
    values: shownValues(line),
  }));
  if (stack === undefined)
    return plain.map(({ line, side, values }) => ({ line, side, upper: values, lower: zeros(values) }));
  const tops = new Map<string, readonly number[]>();
  return plain.map(({ line, side, values }) => {
    const own =
      stack === 'percent'
        ? shares(
            values,
            plain.filter((each) => each.side === side).map((each) => each.values),
          )
        : values;
    const lower = tops.get(side) ?? zeros(values);
    const upper = own.map((value, moment) => value + (lower[moment] ?? 0));
    tops.set(side, upper);
    return { line, side, upper, lower };
  });
}

function shownValues({ values, field, override }: PanelLine): readonly number[] {
  const sign = override.mirrored === 'yes' ? -1 : 1;
  return values.map((value) => sign * value * field.factor);
}

function zeros(values: readonly number[]): readonly number[] {
  return values.map(() => 0);
}

/** Shares of the sum at each moment; of nothing, nothing. */
function shares(values: readonly number[], all: readonly (readonly number[])[]): readonly number[] {
  return values.map((value, moment) => {
    const sum = all.reduce((total, each) => total + Math.abs(each[moment] ?? 0), 0);
    return sum === 0 ? 0 : value / sum;
  });
}
