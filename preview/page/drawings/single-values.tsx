/** Stat and bar gauge: one value for each series, laid out by Grafana's own repeater. */
import { type FieldDisplay, getDisplayValueAlignmentFactors, type VizOrientation } from '@grafana/data';
import type {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeValueMode,
  VizTextDisplayOptions,
} from '@grafana/schema';
import {
  BarGauge,
  BigValue,
  type BigValueColorMode,
  type BigValueGraphMode,
  type BigValueJustifyMode,
  type BigValueTextMode,
  VizRepeater,
} from '@grafana/ui';
import type { ReactElement } from 'react';
import type { DrawingProps } from './drawing.ts';
import { isOption, numberOption, partOption, textOption } from './options.ts';
import { displayValues } from './values.ts';

interface Cell {
  readonly value: FieldDisplay;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly orientation: VizOrientation;
  readonly alignmentFactors: ReturnType<typeof getDisplayValueAlignmentFactors>;
}

function Repeated({
  drawing,
  cell,
  spacing = 8,
}: {
  drawing: DrawingProps;
  cell: (of: Cell) => ReactElement;
  spacing?: number;
}) {
  const { panel, data, revision } = drawing.prepared;
  return (
    <VizRepeater
      getValues={() => displayValues(drawing)}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      width={drawing.width}
      height={drawing.height}
      source={data}
      renderCounter={revision}
      autoGrid
      // The words of an orientation are those of Grafana's own enum, as for the modes below.
      orientation={textOption(panel, 'orientation', 'auto') as VizOrientation}
      itemSpacing={spacing}
      minVizWidth={numberOption(panel, 'minVizWidth', 0)}
      minVizHeight={numberOption(panel, 'minVizHeight', 0)}
      maxVizHeight={numberOption(panel, 'maxVizHeight', 10_000)}
      renderValue={cell}
    />
  );
}

export function StatDrawing(drawing: DrawingProps) {
  const { panel } = drawing.prepared;
  return (
    <Repeated
      drawing={drawing}
      cell={({ value, width, height, count, alignmentFactors }) => (
        <BigValue
          theme={drawing.theme}
          value={value.display}
          count={count}
          {...(value.sparkline === undefined ? {} : { sparkline: { ...value.sparkline, timeRange: drawing.range } })}
          colorMode={textOption(panel, 'colorMode', 'value') as BigValueColorMode}
          graphMode={textOption(panel, 'graphMode', 'none') as BigValueGraphMode}
          justifyMode={textOption(panel, 'justifyMode', 'auto') as BigValueJustifyMode}
          textMode={textOption(panel, 'textMode', 'auto') as BigValueTextMode}
          disableWideLayout={!isOption(panel, 'wideLayout')}
          text={partOption<VizTextDisplayOptions>(panel, 'text', {})}
          alignmentFactors={alignmentFactors}
          width={width}
          height={height}
        />
      )}
    />
  );
}

export function BarGaugeDrawing(drawing: DrawingProps) {
  const { panel } = drawing.prepared;
  return (
    <Repeated
      drawing={drawing}
      spacing={10}
      cell={({ value, width, height, orientation, alignmentFactors }) => {
        const display = value.view?.getFieldDisplayProcessor(value.colIndex ?? 0);
        return (
          <BarGauge
            theme={drawing.theme}
            value={value.display}
            field={value.field}
            {...(display === undefined ? {} : { display })}
            text={partOption<VizTextDisplayOptions>(panel, 'text', {})}
            orientation={orientation}
            displayMode={textOption(panel, 'displayMode', 'gradient') as BarGaugeDisplayMode}
            valueDisplayMode={textOption(panel, 'valueMode', 'color') as BarGaugeValueMode}
            namePlacement={textOption(panel, 'namePlacement', 'auto') as BarGaugeNamePlacement}
            showUnfilled={isOption(panel, 'showUnfilled')}
            alignmentFactors={alignmentFactors}
            width={width}
            height={height}
            itemSpacing={10}
            lcdCellWidth={12}
          />
        );
      }}
    />
  );
}
