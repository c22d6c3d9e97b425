/** Annotations list. */

import type { ShownLook } from '../../../model/look/look.ts';
import type { PanelParts } from './parts.ts';

export function annolist({ options }: ShownLook<'annolist'>): PanelParts<'annolist'> {
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
