/** Lists of alerts, annotations and dashboards. */
import type { AlertListOptions as Wanted } from '../../../model/panel-options.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import type { PanelParts } from './parts.ts';

/** The plugin's number for "by importance". */
const MOST_IMPORTANT_FIRST = 3;
const USUAL_STATES = ['firing', 'pending'] as const;

export function alertlist({ options }: ResolvedPanel<'alertlist'>): PanelParts<'alertlist'> {
  const states = new Set<string>(options.show ?? USUAL_STATES);
  return {
    options: {
      alertInstanceLabelFilter: matchers(options.matching),
      alertName: '',
      dashboardAlerts: false,
      groupBy: [],
      groupMode: 'default',
      maxItems: options.most ?? 20,
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
function matchers(matching: Wanted['matching']): string {
  if (matching === undefined || matching === '') return '';
  return matching.startsWith('{') ? matching : `{${matching}}`;
}

export function annolist({ options }: ResolvedPanel<'annolist'>): PanelParts<'annolist'> {
  return {
    options: {
      limit: options.most ?? 10,
      navigateAfter: '10m',
      navigateBefore: '10m',
      navigateToPanel: true,
      onlyFromThisDashboard: false,
      onlyInTimeRange: false,
      showTags: true,
      showTime: true,
      showUser: false,
      tags: [...(options.tags ?? [])],
    },
  };
}

export function dashlist({ options }: ResolvedPanel<'dashlist'>): PanelParts<'dashlist'> {
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
