/** An override names a line that the panel has. */
import type { LeftOut, ResolvedDashboard, ResolvedPanel } from '../../../model/resolved.ts';
import { didYouMean, listed } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const overrideLine = rule({
  id: 'override-line',
  reason: 'An override that matches no line does nothing: the second axis, or the colour, is silently gone.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'an override for the line order, which there is not',
    allowed: 'the key of one of its lines: orders',
    remedy: 'did you mean orders? Otherwise take it away, or add the line',
  },
  *check({ panels, model }) {
    for (const { dashboard, panel } of panels) {
      const keys = panel.queries.map(({ key }) => key);
      for (const { line } of panel.overrides) {
        // Lines found by their name are those of a label's values, which only the server knows.
        if (typeof line !== 'string' || keys.includes(line) || hasLostLine(model.leftOut, dashboard, panel)) continue;
        yield {
          about: panel,
          found: `an override for the line ${line}, which there is not`,
          allowed: `the key of one of its lines: ${listed(keys, 'or')}`,
          remedy: didYouMean(line, keys, 'take it away, or add the line'),
        };
      }
    }
  },
});

/** A line that this profile leaves out leaves its override behind. */
function hasLostLine(leftOut: readonly LeftOut[], { uid }: ResolvedDashboard, { title }: ResolvedPanel): boolean {
  return leftOut.some(
    ({ what, dashboard, name }) => what === 'line' && dashboard === uid && name.startsWith(`${title}: `),
  );
}
