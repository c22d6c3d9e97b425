/** The colour of a value. */
import { type ColourName, type Step, TRANSPARENT } from '../../model/look/levels.ts';

/** The colour at a value: the last step that is not above it. */
export function colourAt(steps: readonly Step[], value: number): ColourName {
  return steps.findLast(({ from }) => value >= from)?.colour ?? TRANSPARENT;
}
