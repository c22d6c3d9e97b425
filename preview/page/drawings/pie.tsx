/** A pie chart, drawn after Grafana's: the component is not exported. */
import { type FieldDisplay, formattedValueToString } from '@grafana/data';
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

interface SlicesProps {
  readonly values: readonly FieldDisplay[];
  readonly whole: number;
  readonly w: number;
  readonly h: number;
  readonly theme: DrawingProps['theme'];
  readonly panel: DrawingProps['prepared']['panel'];
}

function Slices({ values, whole, w, h, theme, panel }: SlicesProps) {
  const outer = Math.max(4, Math.min(w, h) / 2 - 4);
  const inner = textOption(panel, 'pieType', 'pie') === 'donut' ? outer * 0.6 : 0;
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
        const reach = (outer + inner) / 2 || outer * 0.6;
        return (
          <g key={display.title}>
            <path d={ring(middle, { outer, inner }, turn)} fill={display.color} stroke={ink(theme).page} />
            {words.length > 0 && turn.to - turn.from > 0.35 && (
              <text
                x={middle.x + reach * Math.cos(centre)}
                y={middle.y + reach * Math.sin(centre)}
                textAnchor="middle"
                fontSize={12}
                fill={theme.colors.getContrastText(display.color ?? '#000')}
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

function labelOf(word: string, display: FieldDisplay['display'], whole: number): string {
  if (word === 'name') return display.title ?? '';
  return word === 'value' ? formattedValueToString(display) : `${Math.round((100 * display.numeric) / whole)}%`;
}

function spoken(display: FieldDisplay['display']): string {
  return `${display.title ?? ''} ${formattedValueToString(display)}`;
}
