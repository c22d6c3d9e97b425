/** Lines over time: Grafana's own component, with its tooltip. */
import { TimeSeries } from '@grafana/ui';
import type { DrawingProps } from './drawing.ts';
import { legendOption } from './options.ts';
import { LinesTooltip } from './tooltip.tsx';

export function TimeseriesDrawing({ prepared, width, height, range, timeZone }: DrawingProps) {
  const { data, panel, revision } = prepared;
  return (
    <TimeSeries
      frames={data}
      structureRev={revision}
      width={width}
      height={height}
      timeRange={range}
      timeZone={timeZone}
      legend={legendOption(panel)}
      options={{ ...panel.options }}
    >
      {(config, frame) => <LinesTooltip config={config} frame={frame} timeZone={timeZone} />}
    </TimeSeries>
  );
}
