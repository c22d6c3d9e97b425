/** What the pointer does over lines: values under it, a range dragged to look closer, the same moment in other panels. */
import { type DataFrame, dateTimeFormat, formattedValueToString, getFieldDisplayName } from '@grafana/data';
import { SeriesTable, TooltipPlugin2, type UPlotConfigBuilder } from '@grafana/ui';
import { useContext } from 'react';
import type { PanelJson } from '../../protocol.ts';
import { PointerContext } from '../context.ts';
import { partOption } from './options.ts';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly frame: DataFrame;
  readonly timeZone: string;
  readonly panel: PanelJson;
}

interface TooltipOption {
  readonly mode?: 'single' | 'multi' | 'none';
  readonly sort?: 'asc' | 'desc' | 'none';
}

/** The enum of hover modes is not exported: the nearest line, or all lines at that moment. */
const HOVER = { single: 0, multi: 1, none: 0 } as const;
const FACTOR = { asc: 1, desc: -1, none: 0 } as const;

export function LinesTooltip({ config, frame, timeZone, panel }: Props) {
  const { crosshair, onZoom } = useContext(PointerContext);
  const { mode = 'single', sort = 'none' } = partOption<TooltipOption>(panel, 'tooltip', {});
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={HOVER[mode]}
      queryZoom={onZoom}
      clientZoom
      syncMode={crosshair}
      render={(_, indexes, nearest, __, ___, ____, isRemote) => {
        const at = indexes.find((index, line) => line > 0 && index !== null);
        if (mode === 'none' || at === undefined || at === null) return null;
        const [time, ...lines] = frame.fields;
        const showsAll = mode === 'multi' || isRemote;
        const series = lines
          .map((field, index) => ({ field, value: field.values[at], isNearest: index + 1 === nearest }))
          .filter(({ value, isNearest }) => (showsAll ? value !== null && value !== undefined : isNearest))
          .sort((a, b) => FACTOR[sort] * (Number(a.value) - Number(b.value)))
          .map(({ field, value, isNearest }) => ({
            label: getFieldDisplayName(field, frame),
            color: field.display?.(value).color ?? '',
            value: field.display === undefined ? '' : formattedValueToString(field.display(value)),
            isActive: isNearest,
          }));
        return (
          <div className="tooltip">
            <SeriesTable timestamp={dateTimeFormat(time?.values[at], { timeZone })} series={series} />
          </div>
        );
      }}
    />
  );
}
