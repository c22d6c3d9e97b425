/** Thresholds in a graph: a line in each level's colour, or the background coloured beyond it. */
import { panelDisplay, shownFactor } from '../../model/look/display.ts';
import { limitLines, regions, TRANSPARENT } from '../../model/look/levels.ts';
import type { TimeseriesOptions } from '../../model/panel-options.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import type { Box } from '../box.ts';
import type { Context } from '../context.ts';
import { limitLook } from '../look/timeseries.ts';
import { element, type Lines } from '../svg/element.ts';
import { polyline } from '../svg/path.ts';
import { colourOf } from '../theme.ts';
import { valueY } from './frame.ts';
import type { ValueAxis } from './value-axis.ts';

type Style = NonNullable<TimeseriesOptions['limits']>;

/** The drawing of a panel's thresholds; those beyond the axis are not seen. */
export function limitDrawing(panel: ResolvedPanel<'timeseries'>, plot: Box, axis: ValueAxis, context: Context): Lines {
  const style = limitLook(panel);
  if (style === 'none') return [];
  return style === 'area' ? areas(panel, plot, axis, context) : across(panel, style, plot, axis, context);
}

function factor(panel: ResolvedPanel): number {
  return shownFactor(panel.unit, panelDisplay(panel));
}

function across(panel: ResolvedPanel, style: Style, plot: Box, axis: ValueAxis, { theme }: Context): Lines {
  return limitLines(panel.thresholds, factor(panel))
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

function areas(panel: ResolvedPanel, plot: Box, axis: ValueAxis, { theme }: Context): Lines {
  const steps = regions(panel.thresholds, { fine: TRANSPARENT, factor: factor(panel) });
  return steps.flatMap(({ from, colour }, index) => {
    const bottom = valueY(plot, axis, Math.max(from, axis.min));
    const top = valueY(plot, axis, Math.min(steps[index + 1]?.from ?? axis.max, axis.max));
    if (colour === TRANSPARENT || bottom - top < 0.1) return [];
    const place = { x: plot.x, y: top, width: plot.width, height: bottom - top };
    return [element('rect', { ...place, fill: colourOf(theme, colour), 'fill-opacity': '.15' })];
  });
}
