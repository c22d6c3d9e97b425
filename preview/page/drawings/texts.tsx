/** Text, tables and lists. */
import { renderMarkdown } from '@grafana/data';
import type { TableCellHeight } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';
import type { DrawingProps } from './drawing.ts';
import { isOption, numberOption, partOption, textOption } from './options.ts';

/** Markdown, rendered and sanitised by Grafana. */
export function TextDrawing({ prepared, height }: DrawingProps) {
  const html = renderMarkdown(textOption(prepared.panel, 'content', ''));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown sanitises
  return <div className="markdown-html scrolls" style={{ height }} dangerouslySetInnerHTML={{ __html: html }} />;
}

export function TableDrawing({ prepared, width, height, range }: DrawingProps) {
  const { data, panel, fieldConfig, revision } = prepared;
  const frame = data[numberOption(panel, 'frameIndex', 0)] ?? data[0];
  if (frame === undefined) return null;
  return (
    <TableNG
      data={frame}
      width={width}
      height={height}
      noHeader={!isOption(panel, 'showHeader')}
      sortBy={partOption<{ displayName: string; desc?: boolean }[]>(panel, 'sortBy', [])}
      cellHeight={textOption(panel, 'cellHeight', 'sm') as TableCellHeight}
      timeRange={range}
      structureRev={revision}
      fieldConfig={fieldConfig}
    />
  );
}

/** Lists come from a Grafana's own database: what they will hold is said, not invented. */
export function ListDrawing({ prepared, height }: DrawingProps) {
  return (
    <div className="hint" style={{ height }}>
      {LISTS[prepared.panel.type] ?? 'Grafana fills this panel itself.'}
    </div>
  );
}

const LISTS: Readonly<Record<string, string>> = {
  alertlist: 'Grafana lists the alerts here that fire or are about to.',
  annolist: 'Grafana lists the newest annotations here.',
  dashlist: 'Grafana lists other dashboards here.',
};
