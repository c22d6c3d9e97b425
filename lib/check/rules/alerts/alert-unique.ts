/** No two alerts share name and severity. */
import { rule } from '../../rule.ts';
import type { Survey } from '../../survey/survey.ts';

export const alertUnique = rule({
  id: 'alert-unique',
  reason: 'Routes, silences and inhibitions go by name and severity: two alerts that share them cannot be told apart.',
  source: 'pint: rule/duplicate; promtool: duplicate rules',
  example: {
    where: 'alert QueueLong',
    found: 'a second alert with this name and severity warning, in group queue; the first is in group alerts',
    allowed: 'one alert for each name and severity',
    remedy: 'rename one of them, or give it the other severity',
  },
  *check({ alerts }) {
    const first = new Map<string, Survey['alerts'][number]>();
    for (const placed of alerts) {
      const { name, severity } = placed.rule;
      const other = first.get(`${name} ${severity}`);
      if (other === undefined) {
        first.set(`${name} ${severity}`, placed);
        continue;
      }
      yield {
        about: placed.rule,
        found: `a second alert with this name and severity ${severity}, in group ${placed.group.name}; the first is in group ${other.group.name}`,
        allowed: 'one alert for each name and severity',
        remedy: 'rename one of them, or give it the other severity',
      };
    }
  },
});
