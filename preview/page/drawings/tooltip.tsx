/** The values under the pointer. */
import { type DataFrame, dateTimeFormat, formattedValueToString, getFieldDisplayName } from '@grafana/data';
import { SeriesTable, TooltipPlugin2, type UPlotConfigBuilder } from '@grafana/ui';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly frame: DataFrame;
  readonly timeZone: string;
}

/** All lines at one moment; the enum of hover modes is not exported, and 0 follows the time alone. */
const ALONG_TIME = 0;

export function LinesTooltip({ config, frame, timeZone }: Props) {
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={ALONG_TIME}
      render={(_, indexes) => {
        const at = indexes.find((index) => index !== null);
        if (at === undefined || at === null) return null;
        const [time, ...lines] = frame.fields;
        const series = lines.map((field) => ({
          label: getFieldDisplayName(field, frame),
          color: field.display?.(field.values[at]).color ?? '',
          value: field.display === undefined ? '' : formattedValueToString(field.display(field.values[at])),
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
