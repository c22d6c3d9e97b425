/** State timeline and status history, drawn after Grafana's: the components are not exported. */
import {
  colorManipulator,
  type DataFrame,
  type DisplayValue,
  formattedValueToString,
  getFieldDisplayName,
} from '@grafana/data';
import { ink } from '../ink.ts';
import type { DrawingProps } from './drawing.ts';
import { numberOption, textOption } from './options.ts';
import { TimeAxis } from './time-axis.tsx';
import { WithLegend } from './with-legend.tsx';

interface Band {
  readonly from: number;
  readonly to: number;
  readonly display: DisplayValue;
}

interface Row {
  readonly name: string;
  readonly bands: readonly Band[];
}

const AXIS = 22;
const LETTER = 7;
const OPACITY = 0.7;
/** Names take at most this share of the width. */
const NAMES = 0.34;

/** One band for as long as a state lasts. */
export function StateTimelineDrawing(drawing: DrawingProps) {
  return <Bands drawing={drawing} rows={rowsOf(drawing, 'merged')} gap={0} />;
}

/** One box for each moment. */
export function StatusHistoryDrawing(drawing: DrawingProps) {
  return <Bands drawing={drawing} rows={rowsOf(drawing, 'single')} gap={0.1} />;
}

function Bands({ drawing, rows, gap }: { drawing: DrawingProps; rows: readonly Row[]; gap: number }) {
  const { prepared, width, height } = drawing;
  const seen = new Map(
    rows.flatMap(({ bands }) => bands.map(({ display }) => [formattedValueToString(display), display.color ?? ''])),
  );
  const items = [...seen].map(([label, color]) => ({ label, color }));
  return (
    <WithLegend panel={prepared.panel} width={width} height={height} items={items}>
      {(w, h) => <Rows {...{ drawing, rows, gap, w, h }} />}
    </WithLegend>
  );
}

interface RowsProps {
  readonly drawing: DrawingProps;
  readonly rows: readonly Row[];
  /** Share of a band that stays free. */
  readonly gap: number;
  readonly w: number;
  readonly h: number;
}

function Rows({ drawing: { prepared, span, theme, timeZone }, rows, gap, w, h }: RowsProps) {
  const longest = Math.max(0, ...rows.map(({ name }) => name.length));
  const left = Math.min(w * NAMES, longest * LETTER + 14);
  const letters = Math.floor((left - 14) / (LETTER - 0.6));
  const right = w - 4;
  const rowHeight = (h - AXIS) / Math.max(1, rows.length);
  const barHeight = rowHeight * numberOption(prepared.panel, 'rowHeight', 0.9);
  const showsValue = textOption(prepared.panel, 'showValue', 'auto');
  const x = (at: number): number =>
    left + ((right - left) * (Math.max(span.from, at) - span.from)) / (span.to - span.from);
  return (
    <svg width={w} height={h} role="img" aria-label={rows.map(({ name, bands }) => spoken(name, bands)).join(', ')}>
      {rows.map(({ name, bands }, index) => {
        const y = index * rowHeight + (rowHeight - barHeight) / 2;
        return (
          <g key={name}>
            <text x={left - 8} y={y + barHeight / 2 + 4} textAnchor="end" fontSize={12} fill={ink(theme).text}>
              {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
              <title>{name}</title>
            </text>
            {bands.map(({ from, to, display }) => {
              const text = formattedValueToString(display);
              const wide = Math.max(1, (x(to) - x(from)) * (1 - gap));
              const fits = showsValue !== 'never' && wide > text.length * LETTER + 10;
              return (
                <g key={from}>
                  <rect x={x(from)} y={y} width={wide} height={barHeight} fill={display.color} fillOpacity={OPACITY} />
                  {fits && (
                    <text
                      x={x(from) + 6}
                      y={y + barHeight / 2 + 4}
                      fontSize={12}
                      fill={textColour(display.color, theme)}
                    >
                      {text}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      <TimeAxis {...{ span, theme, timeZone, left, right }} y={h - 6} />
    </svg>
  );
}

/** Black or white, whichever can be read on a band that the ground shines through. */
function textColour(colour: string | undefined, { colors }: DrawingProps['theme']): string {
  return colors.getContrastText(colorManipulator.alpha(colour ?? '#000000', OPACITY), 3);
}

function rowsOf({ prepared: { data }, span }: DrawingProps, bands: 'merged' | 'single'): readonly Row[] {
  return data.flatMap((frame) =>
    frame.fields.slice(1).map((field) => ({
      name: getFieldDisplayName(field, frame, data),
      bands: bandsOf(frame, field, span.to, bands),
    })),
  );
}

function bandsOf(
  frame: DataFrame,
  field: DataFrame['fields'][number],
  end: number,
  kind: 'merged' | 'single',
): readonly Band[] {
  const times = frame.fields[0]?.values ?? [];
  const bands: { from: number; to: number; value: unknown }[] = [];
  for (const [index, value] of field.values.entries()) {
    const from = times[index] ?? end;
    const to = times[index + 1] ?? end;
    const last = bands.at(-1);
    if (kind === 'merged' && last !== undefined && last.value === value && last.to === from) last.to = to;
    else if (value !== null && to > from) bands.push({ from, to, value });
  }
  return bands.flatMap(({ from, to, value }) => {
    const display = field.display?.(value);
    return display === undefined ? [] : [{ from, to, display }];
  });
}

function spoken(name: string, bands: readonly Band[]): string {
  const last = bands.at(-1);
  return last === undefined ? `${name}: no data` : `${name}: now ${formattedValueToString(last.display)}`;
}
