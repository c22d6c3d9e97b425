/** Thresholds in a graph: a line in each level's colour, or the background coloured beyond it. */
import { type Step, TRANSPARENT } from '../../model/look/levels.ts';
import type { PanelLook } from '../../model/look/look.ts';
import { limitSteps } from '../../model/look/look.ts';
import type { ValueAxis } from '../axis/value-axis.ts';
import type { Box } from '../box.ts';
import type { Context } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { polyline } from '../svg/path.ts';
import { colourOf } from '../theme.ts';
import { valueY } from './frame.ts';

type GraphPanel = PanelLook<'timeseries'>;
type Style = GraphPanel['options']['limits'];

/** The drawing of a panel's thresholds; those beyond the axis are not seen. */
export function limitDrawing(panel: GraphPanel, plot: Box, axis: ValueAxis, context: Context): Lines {
  const { limits } = panel.options;
  if (limits === 'none') return [];
  const steps = limitSteps(panel);
  return limits === 'area' ? areas(steps, plot, axis, context) : across(steps, limits, plot, axis, context);
}

function across(steps: readonly Step[], style: Style, plot: Box, axis: ValueAxis, { theme }: Context): Lines {
  return steps
    .filter(({ from }) => from >= axis.min && from <= axis.max)
    .map(({ from, colour }) => {
      const y = valueY(plot, axis, from);
      return element('path', {
        d: polyline([
          { x: plot.x, y },
          { x: plot.x + plot.width, y },
        ]),
        stroke: colourOf(theme, colour),
        'stroke-width': 2,
        'stroke-opacity': '.7',
        'stroke-dasharray': style === 'dashed' ? '10 10' : undefined,
      });
    });
}

function areas(steps: readonly Step[], plot: Box, axis: ValueAxis, { theme }: Context): Lines {
  return steps.flatMap(({ from, colour }, index) => {
    const bottom = valueY(plot, axis, Math.max(from, axis.min));
    const top = valueY(plot, axis, Math.min(steps[index + 1]?.from ?? axis.max, axis.max));
    if (colour === TRANSPARENT || bottom - top < 0.1) return [];
    const place = { x: plot.x, y: top, width: plot.width, height: bottom - top };
    return [element('rect', { ...place, fill: colourOf(theme, colour), 'fill-opacity': '.15' })];
  });
}
