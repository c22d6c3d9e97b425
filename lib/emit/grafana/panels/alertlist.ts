/** Alert list. */

import type { ShownLook } from '../../../model/look/look.ts';
import type { PanelParts } from './parts.ts';

/** The plugin's number for "by importance". */
const MOST_IMPORTANT_FIRST = 3;

export function alertlist({ options }: ShownLook<'alertlist'>): PanelParts<'alertlist'> {
  const states = new Set<string>(options.show);
  return {
    options: {
      alertInstanceLabelFilter: matchers(options.matching),
      alertName: '',
      dashboardAlerts: false,
      groupBy: [],
      groupMode: 'default',
      maxItems: options.most,
      showInactiveAlerts: false,
      sortOrder: MOST_IMPORTANT_FIRST,
      stateFilter: {
        error: states.has('error'),
        firing: states.has('firing'),
        noData: states.has('no data'),
        normal: states.has('normal'),
        pending: states.has('pending'),
        recovering: states.has('firing'),
      },
      viewMode: 'list',
    },
  };
}

/** The plugin reads label matchers in braces. */
function matchers(matching: string): string {
  if (matching === '') return '';
  return matching.startsWith('{') ? matching : `{${matching}}`;
}
