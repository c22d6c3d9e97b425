/** Logs. */

import type { ShownLook } from '../../../model/look/look.ts';
import type { PanelParts } from './parts.ts';

export function logs({ options }: ShownLook<'logs'>): PanelParts<'logs'> {
  return {
    options: {
      dedupStrategy: 'none',
      enableInfiniteScrolling: true,
      enableLogDetails: true,
      prettifyLogMessage: false,
      showCommonLabels: false,
      showLabels: false,
      showLogContextToggle: true,
      showTime: options.time === 'show',
      sortOrder: options.order === 'oldest first' ? 'Ascending' : 'Descending',
      wrapLogMessage: options.wrap,
    },
  };
}
