/** Lines over time: Grafana's own component, with its tooltip, zoom, shared crosshair and annotations. */
import { KeyboardPlugin, TimeSeries } from '@grafana/ui';
import { Annotations } from './annotations.tsx';
import type { DrawingProps } from './drawing.ts';
import { EdgeRoom } from './edge-room.tsx';
import { legendOption } from './options.ts';
import { LinesTooltip } from './tooltip.tsx';

export function TimeseriesDrawing({ prepared, width, height, range, timeZone, theme }: DrawingProps) {
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
      {(config, frame) => (
        <>
          <EdgeRoom config={config} />
          <KeyboardPlugin config={config} />
          <LinesTooltip {...{ config, frame, timeZone, panel }} />
          <Annotations {...{ config, theme, timeZone }} />
        </>
      )}
    </TimeSeries>
  );
}
