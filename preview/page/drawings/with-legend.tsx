/** A drawing with Grafana's legend below or beside it. */

import type { LegendDisplayMode } from '@grafana/schema';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { PanelJson } from '../../protocol.ts';
import { legendOption } from './options.ts';

interface Props {
  readonly panel: PanelJson;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Omit<VizLegendItem, 'yAxis'>[];
  readonly children: (width: number, height: number) => ReactNode;
}

export function WithLegend({ panel, width, height, items, children }: Props) {
  const { showLegend, placement, displayMode } = legendOption(panel);
  const all = items.map((item) => ({ ...item, yAxis: 0 }));
  const legend = showLegend ? (
    <VizLayout.Legend placement={placement}>
      <VizLegend placement={placement} items={all} displayMode={displayMode as LegendDisplayMode} />
    </VizLayout.Legend>
  ) : null;
  return (
    <VizLayout width={width} height={height} legend={legend}>
      {children}
    </VizLayout>
  );
}
