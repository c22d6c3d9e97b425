/** The colour of a number that is neither good nor bad. */
import type { ResolvedPanel } from '../../../model/resolved.ts';

const AS_TEXT = 'text';
const AS_AREA = 'semi-dark-blue';

/** As text where the number itself is coloured, as a calm blue where an area or a bar is. */
export function neutralColour(panel: ResolvedPanel): string {
  return isStat(panel) && panel.options.colour !== 'background' ? AS_TEXT : AS_AREA;
}

function isStat(panel: ResolvedPanel): panel is ResolvedPanel<'stat'> {
  return panel.kind === 'stat';
}
