/** Which drawing a kind of panel has, and whether it is Grafana's own. */
import type { ComponentType } from 'react';
import type { DrawingProps } from './drawing.ts';
import { LogsDrawing } from './logs.tsx';
import { PictureDrawing } from './picture.tsx';
import { BarGaugeDrawing, StatDrawing } from './single-values.tsx';
import { ListDrawing, TableDrawing, TextDrawing } from './texts.tsx';
import { TimeseriesDrawing } from './timeseries.tsx';

export interface Kind {
  readonly draw: ComponentType<DrawingProps>;
  /** Drawn by Grafana's own component; as in the pictures of the dashboards; or by the page itself. */
  readonly by: 'Grafana' | 'lib/picture' | 'the preview';
  /** What an answer without values looks like: the drawing's own way, or the words of the definition. */
  readonly empty: 'drawn' | 'words';
}

export const kinds: Readonly<Record<string, Kind>> = {
  timeseries: { draw: TimeseriesDrawing, by: 'Grafana', empty: 'words' },
  stat: { draw: StatDrawing, by: 'Grafana', empty: 'drawn' },
  bargauge: { draw: BarGaugeDrawing, by: 'Grafana', empty: 'drawn' },
  table: { draw: TableDrawing, by: 'Grafana', empty: 'words' },
  text: { draw: TextDrawing, by: 'Grafana', empty: 'drawn' },
  gauge: { draw: PictureDrawing, by: 'lib/picture', empty: 'words' },
  heatmap: { draw: PictureDrawing, by: 'lib/picture', empty: 'words' },
  'state-timeline': { draw: PictureDrawing, by: 'lib/picture', empty: 'words' },
  'status-history': { draw: PictureDrawing, by: 'lib/picture', empty: 'words' },
  piechart: { draw: PictureDrawing, by: 'lib/picture', empty: 'words' },
  barchart: { draw: PictureDrawing, by: 'lib/picture', empty: 'words' },
  histogram: { draw: PictureDrawing, by: 'lib/picture', empty: 'words' },
  logs: { draw: LogsDrawing, by: 'the preview', empty: 'words' },
  alertlist: { draw: ListDrawing, by: 'the preview', empty: 'drawn' },
  annolist: { draw: ListDrawing, by: 'the preview', empty: 'drawn' },
  dashlist: { draw: ListDrawing, by: 'the preview', empty: 'drawn' },
};
