/** Bar chart and histogram, drawn after Grafana's: the components are not exported. */
import {
  buildHistogram,
  type DataFrame,
  type Field,
  FieldType,
  formattedValueToString,
  getFieldColorModeForField,
  getFieldDisplayName,
  getFieldSeriesColor,
} from '@grafana/data';
import { ink } from '../ink.ts';
import type { DrawingProps } from './drawing.ts';
import { numberOption, textOption } from './options.ts';
import { valueTicks } from './ticks.ts';
import { WithLegend } from './with-legend.tsx';

interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly value: number; readonly colour: string; readonly text: string }[];
}

const LEAST_LEFT = 40;
const AXIS = 22;
const LETTER = 6.5;

export function BarChartDrawing(drawing: DrawingProps) {
  const { prepared, width, height, theme } = drawing;
  const [frame] = prepared.data;
  const numbers = (frame?.fields ?? []).filter((field) => field.type === FieldType.number);
  // As Grafana's bar chart does: colours are counted from its first bars, whatever stood beside them before.
  const fields = numbers.map((field, seriesIndex) => ({ ...field, state: { ...field.state, seriesIndex } }));
  const items = fields.map((field) => ({
    label: frame === undefined ? '' : getFieldDisplayName(field, frame),
    color: getFieldSeriesColor(field, theme).color,
  }));
  return (
    <WithLegend panel={prepared.panel} width={width} height={height} items={items}>
      {(w, h) => (
        <Bars bars={barsOf(frame, fields, theme)} field={fields[0]} {...{ drawing, w, h }} gap={0.2} every={1} />
      )}
    </WithLegend>
  );
}

function barsOf(frame: DataFrame | undefined, fields: readonly Field[], theme: DrawingProps['theme']): readonly Bar[] {
  const names = frame?.fields.find((field) => field.type === FieldType.string)?.values ?? [];
  return names.map((label, index) => ({
    label: String(label),
    parts: fields.map((field) => {
      const display = field.display?.(field.values[index]);
      const byValue = getFieldColorModeForField(field).isByValue === true ? display?.color : undefined;
      const colour = byValue ?? getFieldSeriesColor(field, theme).color;
      return {
        value: Number(field.values[index] ?? 0),
        colour,
        text: display === undefined ? '' : formattedValueToString(display),
      };
    }),
  }));
}

export function HistogramDrawing(drawing: DrawingProps) {
  const { prepared, width, height, theme } = drawing;
  const { data, panel } = prepared;
  const size = numberOption(panel, 'bucketSize', 0);
  const counted = buildHistogram(data, {
    bucketCount: numberOption(panel, 'bucketCount', 30),
    ...(size > 0 ? { bucketSize: size } : {}),
  });
  const source = data[0]?.fields[1];
  const bounds = counted?.xMin.values ?? [];
  const bars = bounds.map((bound: number, index: number): Bar => {
    const parts = (counted?.counts ?? []).map((field) => ({
      value: Number(field.values[index] ?? 0),
      colour: getFieldSeriesColor(field, theme).color,
      text: '',
    }));
    const display = source?.display?.(bound);
    return { label: display === undefined ? String(bound) : formattedValueToString(display), parts };
  });
  const items = data.map((frame) => ({
    label: frame.fields[1] === undefined ? '' : getFieldDisplayName(frame.fields[1], frame, data),
    color: frame.fields[1] === undefined ? '' : getFieldSeriesColor(frame.fields[1], theme).color,
  }));
  return (
    <WithLegend panel={panel} width={width} height={height} items={items}>
      {(w, h) => (
        <Bars
          {...{ bars, drawing, w, h }}
          field={undefined}
          gap={0.05}
          every={Math.ceil(bars.length / Math.max(1, w / 90))}
        />
      )}
    </WithLegend>
  );
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** Formats the numbers on the axis; plain ones without it. */
  readonly field: Field | undefined;
  readonly drawing: DrawingProps;
  readonly w: number;
  readonly h: number;
  /** Share of a place that stays free. */
  readonly gap: number;
  /** Every how many bars have their name below. */
  readonly every: number;
}

function Bars({ bars, field, drawing: { prepared, theme }, w, h, gap, every }: BarsProps) {
  const stacked = textOption(prepared.panel, 'stacking', 'none') !== 'none';
  const heights = bars.map(({ parts }) => {
    const values = parts.map(({ value }) => value);
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  const ticks = valueTicks(Math.max(0, ...heights));
  const most = ticks.at(-1) ?? 1;
  const tickText = (tick: number): string =>
    field?.display === undefined ? String(tick) : formattedValueToString(field.display(tick));
  const left = Math.max(LEAST_LEFT, ...ticks.map((tick) => tickText(tick).length * LETTER + 12));
  const [top, bottom, right] = [18, h - AXIS, w - 4];
  const y = (value: number): number => bottom - ((bottom - top) * value) / most;
  const place = (right - left) / Math.max(1, bars.length);
  const longest = Math.max(0, ...bars.map(({ label }) => label.length));
  const named = Math.max(every, Math.ceil((longest * LETTER + 8) / place));
  return (
    <svg
      width={w}
      height={h}
      role="img"
      aria-label={bars.map(({ label, parts }) => `${label} ${parts[0]?.text ?? ''}`).join(', ')}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${right}`} stroke={ink(theme).line} />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end" fontSize={12} fill={ink(theme).text}>
            {tickText(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ label, parts }, index) => {
        const start = left + index * place + (place * gap) / 2;
        const wide = (place * (1 - gap)) / (stacked ? 1 : Math.max(1, parts.length));
        return (
          <g key={label}>
            {parts.map(({ value, colour, text }, part) => {
              const below = stacked ? parts.slice(0, part).reduce((sum, each) => sum + each.value, 0) : 0;
              const x = stacked ? start : start + part * wide;
              return (
                // The parts of a bar have an order and nothing else.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <g key={part}>
                  <rect
                    x={x}
                    y={y(below + value)}
                    width={wide}
                    height={Math.max(0, y(below) - y(below + value))}
                    fill={colour}
                    fillOpacity={0.8}
                    stroke={colour}
                  />
                  {text !== '' && wide > text.length * 6 && (
                    <text
                      x={x + wide / 2}
                      y={y(below + value) - 5}
                      textAnchor="middle"
                      fontSize={12}
                      fill={ink(theme).text}
                    >
                      {text}
                    </text>
                  )}
                </g>
              );
            })}
            {index % named === 0 && (
              <text
                x={start + (place * (1 - gap)) / 2}
                y={h - 6}
                textAnchor="middle"
                fontSize={12}
                fill={ink(theme).text}
              >
                {label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
