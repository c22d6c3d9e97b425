/** A heatmap, drawn after Grafana's: the component is not exported. */
import { formattedValueToString, getValueFormat } from '@grafana/data';
import { ink } from '../ink.ts';
import type { DrawingProps } from './drawing.ts';
import { partOption } from './options.ts';
import { schemeColour } from './scheme.ts';
import { TimeAxis } from './time-axis.tsx';

interface ColourOptions {
  readonly scheme?: string;
  readonly exponent?: number;
}

interface UnitOption {
  readonly unit?: string;
}

interface Cells {
  /** Upper bounds, from the bottom. */
  readonly bounds: readonly string[];
  readonly times: readonly number[];
  readonly rows: readonly (readonly (number | null)[])[];
  readonly most: number;
}

const LEFT = 52;
const TOP = 8;
const AXIS = 22;
const SCALE = 22;

export function HeatmapDrawing({ prepared, width, height, theme, span, timeZone }: DrawingProps) {
  const cells = cellsOf(prepared.data);
  const { scheme = 'Oranges', exponent = 0.5 } = partOption<ColourOptions>(prepared.panel, 'color', {});
  const unit = partOption<UnitOption>(prepared.panel, 'yAxis', {}).unit ?? 'none';
  const counted = partOption<UnitOption>(prepared.panel, 'cellValues', {}).unit ?? 'short';
  const bottom = height - AXIS - SCALE;
  const rowHeight = (bottom - TOP) / Math.max(1, cells.bounds.length);
  const right = width - 8;
  const step = (cells.times[1] ?? span.to) - (cells.times[0] ?? span.from);
  const x = (at: number): number => LEFT + ((right - LEFT) * (at - span.from)) / (span.to - span.from);
  const cellWidth = Math.max(1, x(span.from + step) - LEFT);
  const every = Math.ceil(16 / rowHeight);
  return (
    <svg width={width} height={height} role="img" aria-label={`${cells.bounds.length} buckets over time`}>
      {cells.rows.map((row, index) => (
        <g key={cells.bounds[index]}>
          {row.map((value, column) => {
            if (value === null || value <= 1e-9) return null;
            const at = cells.times[column] ?? span.from;
            const left = Math.max(LEFT, x(at) - cellWidth);
            const fill = schemeColour(scheme, (value / cells.most) ** exponent, theme.isDark ? 'dark' : 'light');
            const y = bottom - (index + 1) * rowHeight;
            return (
              <rect
                key={at}
                x={left}
                y={y}
                width={Math.max(0, x(at) - left - 0.5)}
                height={Math.max(1, rowHeight - 1)}
                fill={fill}
              />
            );
          })}
          {(cells.rows.length - 1 - index) % every === 0 && (
            // A bucket is named by its upper bound, which is where its row ends.
            <text
              x={LEFT - 6}
              y={bottom - (index + 1) * rowHeight + 4}
              textAnchor="end"
              fontSize={12}
              fill={ink(theme).text}
            >
              {boundText(cells.bounds[index] ?? '', unit)}
            </text>
          )}
        </g>
      ))}
      <TimeAxis {...{ span, theme, timeZone, right }} left={LEFT} y={bottom + 16} />
      <ColourScale {...{ scheme, exponent, theme }} most={cells.most} unit={counted} y={height - SCALE + 6} />
    </svg>
  );
}

function cellsOf(data: DrawingProps['prepared']['data']): Cells {
  const series = data.map((frame) => ({
    bound: frame.fields[1]?.labels?.le ?? frame.name ?? '',
    times: frame.fields[0]?.values ?? [],
    values: frame.fields[1]?.values ?? [],
  }));
  const rows = series.map(({ values }) => values as readonly (number | null)[]);
  return {
    bounds: series.map(({ bound }) => bound),
    times: series[0]?.times ?? [],
    rows,
    most: rows.flat().reduce<number>((most, value) => Math.max(most, value ?? 0), 1e-9),
  };
}

function boundText(bound: string, unit: string): string {
  const value = Number(bound);
  return Number.isFinite(value) ? formattedValueToString(getValueFormat(unit)(value)) : '+Inf';
}

interface ScaleProps {
  readonly most: number;
  /** Of the counts. */
  readonly unit: string;
  readonly scheme: string;
  readonly exponent: number;
  readonly y: number;
  readonly theme: DrawingProps['theme'];
}

const STOPS = 40;
const STOP_WIDTH = 3;

function ColourScale({ most, unit, scheme, exponent, y, theme }: ScaleProps) {
  return (
    <g>
      {Array.from({ length: STOPS }, (_, index) => index / (STOPS - 1)).map((share, index) => (
        <rect
          key={share}
          x={LEFT + index * STOP_WIDTH}
          y={y}
          width={STOP_WIDTH + 0.5}
          height={8}
          fill={schemeColour(scheme, share ** exponent, theme.isDark ? 'dark' : 'light')}
        />
      ))}
      <text x={LEFT - 6} y={y + 9} textAnchor="end" fontSize={12} fill={ink(theme).faint}>
        0
      </text>
      <text x={LEFT + STOPS * STOP_WIDTH + 8} y={y + 9} fontSize={12} fill={ink(theme).faint}>
        {formattedValueToString(getValueFormat(unit)(most))}
      </text>
    </g>
  );
}
