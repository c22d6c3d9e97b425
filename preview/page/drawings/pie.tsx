/** A pie chart, drawn after Grafana's: the component is not exported. */
import { colorManipulator, type FieldDisplay, formattedValueToString } from '@grafana/data';
import { ink } from '../ink.ts';
import { ring } from './arc.ts';
import type { DrawingProps } from './drawing.ts';
import { partOption, textOption } from './options.ts';
import { displayValues } from './values.ts';
import { WithLegend } from './with-legend.tsx';

export function PieDrawing(drawing: DrawingProps) {
  const { prepared, width, height, theme } = drawing;
  const values = displayValues(drawing)
    .filter(({ display }) => Number.isFinite(display.numeric))
    .sort((a, b) => b.display.numeric - a.display.numeric);
  const whole = values.reduce((sum, { display }) => sum + display.numeric, 0) || 1;
  const items = values.map(({ display }) => ({
    label: display.title ?? '',
    color: display.color ?? '',
    getDisplayValues: () => [{ ...display, title: 'Value' }, percentOf(display.numeric / whole)],
  }));
  return (
    <WithLegend panel={prepared.panel} width={width} height={height} items={items}>
      {(w, h) => <Slices {...{ values, whole, w, h, theme }} panel={prepared.panel} />}
    </WithLegend>
  );
}

function percentOf(share: number) {
  return { numeric: share * 100, text: `${Math.round(share * 100)}%`, title: 'Percent' };
}

/** Grafana's measures: what stays free around a pie, how thick a donut is, and the least turn with a label. */
const MARGIN = 16;
const LEAST_THICKNESS = 20;
const LEAST_TURN = 0.3;

interface SlicesProps {
  readonly values: readonly FieldDisplay[];
  readonly whole: number;
  readonly w: number;
  readonly h: number;
  readonly theme: DrawingProps['theme'];
  readonly panel: DrawingProps['prepared']['panel'];
}

function Slices({ values, whole, w, h, theme, panel }: SlicesProps) {
  const outer = Math.max(4, Math.min(w, h) / 2 - MARGIN);
  const isDonut = textOption(panel, 'pieType', 'pie') === 'donut';
  const inner = isDonut ? Math.max(0, outer - Math.max(outer / 3, LEAST_THICKNESS)) : 0;
  const fontSize = Math.min(36, Math.max(12, outer * 0.14));
  const middle = { x: w / 2, y: h / 2 };
  const words = partOption<readonly string[]>(panel, 'displayLabels', []);
  const starts = values.map((_, index) =>
    values.slice(0, index).reduce((sum, { display }) => sum + display.numeric, 0),
  );
  const angle = (of: number): number => -Math.PI / 2 + (2 * Math.PI * of) / whole;
  return (
    <svg width={w} height={h} role="img" aria-label={values.map(({ display }) => spoken(display)).join(', ')}>
      {values.map(({ display }, index) => {
        const start = starts[index] ?? 0;
        const turn = { from: angle(start), to: angle(start + display.numeric) };
        const centre = (turn.from + turn.to) / 2;
        const reach = (outer + (isDonut ? inner : outer / 6)) / 2;
        return (
          <g key={display.title}>
            <path
              d={ring(middle, { outer, inner }, turn)}
              fill={shaded(display.color, theme)}
              stroke={ink(theme).page}
            />
            {words.length > 0 && turn.to - turn.from >= LEAST_TURN && (
              <text
                x={middle.x + reach * Math.cos(centre)}
                y={middle.y + reach * Math.sin(centre)}
                dy=".33em"
                textAnchor="middle"
                fontSize={fontSize}
                fontWeight={500}
                fill={ink(theme).text}
              >
                {words.map((word) => labelOf(word, display, whole)).join(' ')}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The middle of the gradient that Grafana fills slices with: labels can be read on it. */
function shaded(colour = '#000000', { isDark }: DrawingProps['theme']): string {
  return isDark ? colorManipulator.darken(colour, 0.25) : colorManipulator.lighten(colour, 0.2);
}

function labelOf(word: string, display: FieldDisplay['display'], whole: number): string {
  if (word === 'name') return display.title ?? '';
  return word === 'value' ? formattedValueToString(display) : `${Math.round((100 * display.numeric) / whole)}%`;
}

function spoken(display: FieldDisplay['display']): string {
  return `${display.title ?? ''} ${formattedValueToString(display)}`;
}
