/** One change of a panel, before it is said whose: what many panels have in common is said once. */
import type { PanelRecord } from '../read/records.ts';
import { type Detail, saysAll } from './detail.ts';
import type { Origin } from './finding.ts';
import type { Kind } from './kinds.ts';

/** One change. `says` goes on after the panel's title and a colon. */
export interface PanelChange {
  readonly kind: Kind;
  readonly says: string;
  /** Which of its queries it is about, where there are several. */
  readonly part?: string;
  readonly details?: readonly Detail[];
  readonly origin?: Origin;
}

/** A panel before and after. */
export interface PanelPair {
  readonly before: PanelRecord;
  readonly after: PanelRecord;
  /** Whether a newer version of Grafana wrote the dashboard. */
  readonly isUpgrade: boolean;
  /** Names of variables that the dashboard had, and has no longer. */
  readonly lostVariables: readonly string[];
}

/** Looks at one side of a panel. */
export type Facet = (pair: PanelPair) => readonly PanelChange[];

/** What a newer version of Grafana writes down. */
export function newerDefaults(details: readonly Detail[]): PanelChange {
  return { kind: 'newer-defaults', says: saysAll(details), origin: 'upgrade' };
}
