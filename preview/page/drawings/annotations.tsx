/** Events over a graph, drawn as Grafana draws them: dashed lines, and markers under the axis that say more. */
import { colorManipulator, dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, type UPlotConfigBuilder } from '@grafana/ui';
import { type CSSProperties, useContext, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { EventsContext, type MarkedEvent } from '../events.ts';
import type { Plot } from './plot.ts';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
}

export function Annotations({ config, theme, timeZone }: Props) {
  const events = useContext(EventsContext);
  const latest = useRef(events);
  latest.current = events;
  const [plot, setPlot] = useState<Plot>();
  const [, placeAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => {
    config.addHook('ready', setPlot);
    config.addHook('draw', (drawn) => {
      drawLines(drawn, latest.current, theme);
      placeAgain();
    });
  }, [config, theme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other events need another drawing
  useEffect(() => plot?.redraw(false), [plot, events]);
  const axis = plot?.root.querySelector('.u-axis');
  if (plot === undefined || axis === null || axis === undefined) return null;
  const markers = events.map((event) => (
    <Marker key={`${event.name} ${event.title} ${event.from}`} {...{ event, plot, theme, timeZone }} />
  ));
  return createPortal(markers, axis);
}

function drawLines(plot: Plot, events: readonly MarkedEvent[], { visualization }: GrafanaTheme2): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.lineWidth = 2;
  ctx.setLineDash([5, 5]);
  for (const { from, to, colour } of events) {
    const ink = visualization.getColorByName(colour);
    const [left, right] = [plot.valToPos(from, 'x', true), plot.valToPos(to, 'x', true)];
    ctx.fillStyle = colorManipulator.alpha(ink, 0.1);
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
    ctx.strokeStyle = ink;
    for (const x of new Set([left, right])) line(ctx, x, bbox);
  }
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, x: number, { top, height }: Plot['bbox']): void {
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, top + height);
  ctx.stroke();
}

interface MarkerProps {
  readonly event: MarkedEvent;
  readonly plot: Plot;
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
}

/** A triangle where it happened, a bar for as long as it went on; nothing where that is out of sight. */
function Marker({ event, plot, theme, timeZone }: MarkerProps) {
  const { from, to, name, title, colour } = event;
  const width = plot.over.clientWidth;
  const [left, right] = [plot.valToPos(from, 'x'), plot.valToPos(to, 'x')].map(Math.round);
  if (left === undefined || right === undefined || right < 0 || left > width) return null;
  const [start, end] = [Math.max(0, left), Math.min(width, right)];
  const isBar = from !== to;
  const place: CSSProperties = isBar ? { left: start, width: Math.max(LEAST_BAR, end - start) } : { left: start };
  const time = timesOf(event, timeZone);
  const words = (
    <div className="event">
      <header>{time}</header>
      <p>{title}</p>
      <small>
        <span className="dot" style={{ background: theme.visualization.getColorByName(colour) }} /> {name}
      </small>
    </div>
  );
  return (
    <Tooltip content={words} placement="bottom">
      <button
        type="button"
        className={isBar ? 'marker bar' : 'marker'}
        style={{ ...place, color: theme.visualization.getColorByName(colour) }}
        aria-label={`${name}: ${title}, ${time}`}
      />
    </Tooltip>
  );
}

/** A bar of fewer pixels would not be seen. */
const LEAST_BAR = 3;

function timesOf({ from, to }: MarkedEvent, timeZone: string): string {
  const start = dateTimeFormat(from, { timeZone });
  return from === to ? start : `${start} – ${dateTimeFormat(to, { timeZone })}`;
}
