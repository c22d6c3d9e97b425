/** Dashboard list. */

import type { ShownLook } from '../../../model/look/look.ts';
import type { PanelParts } from './parts.ts';

export function dashlist({ options }: ShownLook<'dashlist'>): PanelParts<'dashlist'> {
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
