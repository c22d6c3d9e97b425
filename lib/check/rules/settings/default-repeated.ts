/** What a dashboard, panel or alert says makes a difference. */
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import type { Definition } from '../../survey/expressions.ts';

export const defaultRepeated = rule({
  id: 'default-repeated',
  reason: 'A setting that says what is so anyway hides those that matter, and stays behind when the default changes.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel queue-length',
    found: 'draw and legend say what would be so without them',
    allowed: 'settings that make a difference',
    remedy: 'leave draw and legend out',
  },
  *check({ model, panels, alerts }) {
    const definitions: readonly (Definition & { readonly repeats: readonly string[] })[] = [
      ...model.dashboards,
      ...panels.map(({ panel }) => panel),
      ...alerts.map(({ rule: alert }) => alert),
    ];
    for (const about of definitions) {
      const [first, ...others] = about.repeats;
      if (first === undefined) continue;
      const names = listed([...about.repeats].sort());
      yield {
        about,
        found: `${names} ${others.length === 0 ? 'says' : 'say'} what would be so without ${others.length === 0 ? 'it' : 'them'}`,
        allowed: 'settings that make a difference',
        remedy: `leave ${names} out`,
      };
    }
  },
});
