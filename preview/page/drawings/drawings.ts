/** Which drawing a kind of panel has, and whether it is Grafana's own. */
import type { ComponentType } from 'react';
import { BarChartDrawing, HistogramDrawing } from './bars.tsx';
import type { DrawingProps } from './drawing.ts';
import { HeatmapDrawing } from './heatmap.tsx';
import { LogsDrawing } from './logs.tsx';
import { PieDrawing } from './pie.tsx';
import { BarGaugeDrawing, GaugeDrawing, StatDrawing } from './single-values.tsx';
import { StateTimelineDrawing, StatusHistoryDrawing } from './states.tsx';
import { ListDrawing, TableDrawing, TextDrawing } from './texts.tsx';
import { TimeseriesDrawing } from './timeseries.tsx';

export interface Kind {
  readonly draw: ComponentType<DrawingProps>;
  /** Drawn by Grafana's own component, or after it. */
  readonly by: 'Grafana' | 'approximated';
  /** What an answer without values looks like: the drawing's own way, or the words of the definition. */
  readonly empty: 'drawn' | 'words';
}

export const kinds: Readonly<Record<string, Kind>> = {
  timeseries: { draw: TimeseriesDrawing, by: 'Grafana', empty: 'words' },
  stat: { draw: StatDrawing, by: 'Grafana', empty: 'drawn' },
  bargauge: { draw: BarGaugeDrawing, by: 'Grafana', empty: 'drawn' },
  table: { draw: TableDrawing, by: 'Grafana', empty: 'words' },
  text: { draw: TextDrawing, by: 'Grafana', empty: 'drawn' },
  gauge: { draw: GaugeDrawing, by: 'approximated', empty: 'drawn' },
  heatmap: { draw: HeatmapDrawing, by: 'approximated', empty: 'words' },
  'state-timeline': { draw: StateTimelineDrawing, by: 'approximated', empty: 'words' },
  'status-history': { draw: StatusHistoryDrawing, by: 'approximated', empty: 'words' },
  piechart: { draw: PieDrawing, by: 'approximated', empty: 'words' },
  barchart: { draw: BarChartDrawing, by: 'approximated', empty: 'words' },
  histogram: { draw: HistogramDrawing, by: 'approximated', empty: 'words' },
  logs: { draw: LogsDrawing, by: 'approximated', empty: 'words' },
  alertlist: { draw: ListDrawing, by: 'approximated', empty: 'drawn' },
  annolist: { draw: ListDrawing, by: 'approximated', empty: 'drawn' },
  dashlist: { draw: ListDrawing, by: 'approximated', empty: 'drawn' },
};
