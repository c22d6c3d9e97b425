/** A critical threshold lies beyond the warning, in the direction that is bad. */
import type { Thresholds } from '../../../model/field.ts';
import { rule } from '../../rule.ts';
import type { Definition } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

export const thresholds = rule({
  id: 'thresholds',
  reason: 'Thresholds out of order colour a panel wrongly, and a warning that comes after the page warns of nothing.',
  source: 'Grafana: steps of thresholds are drawn in ascending order; our own',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'above 100 is a warning, and above 10 critical',
    allowed: 'a critical threshold above the warning',
    remedy: 'swap the two numbers, or set `below` where small values are bad',
  },
  *check(survey) {
    const seen = new Set<Thresholds>();
    for (const { about, thresholds: limits } of placed(survey)) {
      if (limits === undefined || seen.has(limits)) continue;
      seen.add(limits);
      const fault = faultOf(limits);
      if (fault !== undefined) {
        yield { about, ...fault, allowed: `a critical threshold ${limits.direction} the warning` };
      }
    }
  },
});

interface Placed {
  readonly about: Definition;
  readonly thresholds: Thresholds | undefined;
}

/** Where thresholds are shown first, then where only an alert or a recording rule knows them. */
function* placed({ panels, alerts, recordings }: Survey): Iterable<Placed> {
  for (const { panel } of panels) yield { about: panel, thresholds: panel.thresholds };
  for (const { about, rule: alert } of alerts) {
    for (const signal of alert.signals) yield { about, thresholds: signal.thresholds };
  }
  for (const { about, rule: recording } of recordings) yield { about, thresholds: recording.signal.thresholds };
}

function faultOf({ direction, at }: Thresholds): { readonly found: string; readonly remedy: string } | undefined {
  const [level, value] = Object.entries(at).find(([, each]) => !Number.isFinite(each)) ?? [];
  if (level !== undefined) {
    return { found: `${level} ${direction} ${value}, which is no number`, remedy: `give ${level} a number` };
  }
  const { warning, critical } = at;
  // Only the levels that were given are present.
  if (warning === undefined || critical === undefined) return undefined;
  if (warning === critical) {
    return {
      found: `${direction} ${warning} is a warning and critical at once`,
      remedy: 'warn earlier, or not at all',
    };
  }
  if (direction === 'above' ? critical > warning : critical < warning) return undefined;
  const other = direction === 'above' ? '`below` where small' : '`above` where large';
  return {
    found: `${direction} ${warning} is a warning, and ${direction} ${critical} critical`,
    remedy: `swap the two numbers, or set ${other} values are bad`,
  };
}
