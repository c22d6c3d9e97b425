/** Text. */

import type { ShownLook } from '../../../model/look/look.ts';
import type { PanelParts } from './parts.ts';

export function text(panel: ShownLook<'text'>): PanelParts<'text'> {
  return {
    options: {
      code: { language: 'plaintext', showLineNumbers: false, showMiniMap: false },
      content: panel.options.markdown,
      mode: 'markdown',
    },
  };
}
