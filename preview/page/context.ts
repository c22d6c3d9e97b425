/** What all panels of a page share. */
import type { GrafanaTheme2 } from '@grafana/data';
import { createContext } from 'react';
import type { Chosen, DashboardState } from '../protocol.ts';
import type { Span } from './time.ts';

export interface Shown {
  readonly profile: string;
  readonly dashboard: DashboardState;
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
  readonly span: Span;
  readonly variables: Chosen;
  /** Where data comes from: panels say it when they are drawn from samples. */
  readonly source: 'samples' | 'live';
  readonly onOpen: (panel: number) => void;
}

export const ShownContext = createContext<Shown | undefined>(undefined);
