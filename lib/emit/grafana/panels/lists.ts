/** Lists of alerts, annotations and dashboards. */
import type { PanelLook } from '../../../model/look/look.ts';
import type { PanelParts } from './parts.ts';

/** The plugin's number for "by importance". */
const MOST_IMPORTANT_FIRST = 3;

export function alertlist({ options }: PanelLook<'alertlist'>): PanelParts<'alertlist'> {
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

export function annolist({ options }: PanelLook<'annolist'>): PanelParts<'annolist'> {
  return {
    options: {
      limit: options.most,
      navigateAfter: '10m',
      navigateBefore: '10m',
      navigateToPanel: true,
      onlyFromThisDashboard: false,
      onlyInTimeRange: false,
      showTags: true,
      showTime: true,
      showUser: false,
      tags: [...options.tags],
    },
  };
}

export function dashlist({ options }: PanelLook<'dashlist'>): PanelParts<'dashlist'> {
  return {
    options: {
      includeVars: true,
      keepTime: true,
      maxItems: 30,
      query: '',
      showFolderNames: false,
      showHeadings: false,
      showRecentlyViewed: false,
      showSearch: true,
      showStarred: false,
      tags: [...options.tags],
    },
  };
}
