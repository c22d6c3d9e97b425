/** Annotations list. */

import type { PanelLook } from '../../../model/look/look.ts';
import type { PanelParts } from './parts.ts';

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
