/** Lines, bars or points over time. */
import type { Field, PanelLook } from '../../model/look/look.ts';
import type { AxisOptions } from '../../panels/options.ts';
import { type ValueAxis, valueAxis } from '../axis/value-axis.ts';
import { extent } from '../data/reduce.ts';
import type { Draw, PanelLine } from '../drawing.ts';
import { type Curve, type CurveLook, curveLines, curves } from '../plot/curves.ts';
import { type Axes, axesLines, plotBox, plotHeight } from '../plot/frame.ts';
import { lineLegend, placedLegend } from '../plot/legend.ts';
import { limitDrawing } from '../plot/limits.ts';

type GraphPanel = PanelLook<'timeseries'>;

export const timeseries: Draw<'timeseries'> = (panel, { lines }, box, context) => {
  const look = panel.options.legendStyle;
  const legend = placedLegend(lineLegend(lines, look.calculations), look, box, context);
  const drawn = curves(lines, panel.options.stack);
  const axes = axesOf(panel, drawn, plotHeight(legend.rest));
  const plot = plotBox(legend.rest, axes);
  const main = axes.left ?? axes.right;
  return {
    lines: [
      ...axesLines(plot, axes, context),
      ...(main === undefined ? [] : limitDrawing(panel, plot, main, context)),
      ...drawn.flatMap((curve) => {
        const axis = axes[curve.side];
        return axis === undefined ? [] : curveLines(curve, lookOf(panel, curve.line), { plot, axis });
      }),
      ...legend.lines,
    ],
    ...(panel.options.curve === 'smooth' ? { note: 'curves not smoothed' } : {}),
  };
};

/** The panel's look with the line's overrides. */
function lookOf(panel: GraphPanel, { override }: PanelLine): CurveLook {
  const { draw, fill, ...look } = panel.options;
  return { ...look, draw: override.draw ?? draw, fill: override.fill ?? fill };
}

function axesOf(panel: GraphPanel, drawn: readonly Curve[], length: number): Axes {
  const on = (side: Curve['side']): readonly Curve[] => drawn.filter((curve) => curve.side === side);
  const [left, right] = [axisOf(panel, on('left'), length), axisOf(panel, on('right'), length)];
  return { ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) };
}

function axisOf(panel: GraphPanel, drawn: readonly Curve[], length: number): ValueAxis | undefined {
  const [first] = drawn;
  if (first === undefined) return undefined;
  // Bars stand on zero, lines need not.
  const reached = drawn.flatMap(({ upper, lower, line }) =>
    lookOf(panel, line).draw === 'bars' ? [upper, lower] : [upper],
  );
  const options = axisOptions(panel, drawn);
  return valueAxis({ data: extent(reached), options, field: axisField(panel, first.line.field), length });
}

/** The panel's axis options with those of its lines. */
function axisOptions(panel: GraphPanel, drawn: readonly Curve[]): AxisOptions {
  const share = panel.options.stack === 'percent' ? { min: 0, max: 1 } : {};
  return Object.assign({}, share, panel.options, ...drawn.map(({ line }) => line.override.axis ?? {}));
}

function axisField({ options }: GraphPanel, field: Field): Pick<Field, 'display' | 'decimals' | 'names'> {
  return options.stack === 'percent' ? { display: 'percentunit', names: [] } : field;
}
