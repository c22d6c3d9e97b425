/** A critical threshold lies beyond the warning, in the direction that is bad, and none is breached by nothing. */
import type { Thresholds } from '../../../model/field.ts';
import { rule } from '../../rule.ts';
import type { Definition } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

export const thresholds = rule({
  id: 'thresholds',
  reason:
    'Thresholds out of order colour a panel wrongly, and a warning that comes after the critical alert warns of nothing. A count of 0 has already reached a limit from 0 on.',
  source: 'Grafana: steps of thresholds are drawn in ascending order; our own',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'from 100 it is a warning, and from 10 critical',
    allowed: 'a critical threshold that is greater than the warning',
    remedy: 'swap the two numbers, or set `below` where small values are bad',
  },
  *check(survey) {
    const seen = new Set<Thresholds>();
    for (const { about, thresholds: limits } of placed(survey)) {
      if (limits === undefined || seen.has(limits)) continue;
      seen.add(limits);
      const fault = faultOf(limits);
      if (fault !== undefined) {
        yield { about, ...fault };
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

interface Fault {
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

const ORDER = {
  from: { allowed: 'a critical threshold that is greater than the warning', other: '`below` where small' },
  below: { allowed: 'a critical threshold that is less than the warning', other: '`from` where large' },
} as const;

function faultOf(limits: Thresholds): Fault | undefined {
  return faultOfNumbers(limits) ?? faultOfOrder(limits);
}

function faultOfNumbers({ direction, at }: Thresholds): Fault | undefined {
  for (const [level, value] of Object.entries(at)) {
    const found = `${level} ${direction} ${value}`;
    if (!Number.isFinite(value)) {
      return { found: `${found}, which is no number`, allowed: 'a number', remedy: `give ${level} a number` };
    }
    if (direction === 'from' && value === 0) {
      return {
        found: `${found}, which a count breaches when there is nothing`,
        allowed: 'a limit that a healthy value has not reached',
        remedy: 'write `from: 1` of what is counted, and of anything else the smallest value that is a concern',
      };
    }
  }
  return undefined;
}

function faultOfOrder({ direction, at: { warning, critical } }: Thresholds): Fault | undefined {
  // Only the levels that were given are present.
  if (warning === undefined || critical === undefined) return undefined;
  const { allowed, other } = ORDER[direction];
  if (warning === critical) {
    return {
      found: `${direction} ${warning} it is a warning and critical at once`,
      allowed,
      remedy: 'warn earlier, or not at all',
    };
  }
  if (direction === 'from' ? critical > warning : critical < warning) return undefined;
  return {
    found: `${direction} ${warning} it is a warning, and ${direction} ${critical} critical`,
    allowed,
    remedy: `swap the two numbers, or set ${other} values are bad`,
  };
}
