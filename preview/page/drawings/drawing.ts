/** What every drawing is given. */
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import type { PanelInfo, Span } from '../../protocol.ts';
import type { Prepared } from '../grafana/prepare.ts';

export interface DrawingProps {
  readonly prepared: Prepared;
  readonly info: PanelInfo | undefined;
  readonly width: number;
  readonly height: number;
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
  readonly span: Span;
  /** The same time in Grafana's own type. */
  readonly range: TimeRange;
}
