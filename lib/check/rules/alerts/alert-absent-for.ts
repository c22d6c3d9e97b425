/** An alert on absence waits for the first scrapes. */
import { type Duration, durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';
import type { PlacedAlert } from '../../survey/expressions.ts';
import { sampledEvery } from '../../survey/series.ts';
import type { Survey } from '../../survey/survey.ts';

const ABSENT: ReadonlySet<string> = new Set(['absent', 'absent_over_time']);
const MIN_SCRAPES = 2;

export const alertAbsentFor = rule({
  id: 'alert-absent-for',
  reason:
    'After a restart of Prometheus everything is absent until it is scraped: without `for` each such alert fires.',
  source: 'pint: alerts/absent',
  example: {
    where: 'alert Gone',
    found: 'absent() without `for`, and a scrape every 15s',
    allowed: 'a `for` of at least 30s, two scrapes',
    remedy: "set for: '30s' or more",
  },
  *check(survey) {
    for (const [{ rule: alert }, every] of slowest(survey)) {
      const least = { ms: MIN_SCRAPES * every.ms };
      if ((alert.for?.ms ?? 0) >= least.ms) continue;
      const waits = alert.for === undefined ? 'without `for`' : `for ${durationText(alert.for)}`;
      yield {
        about: alert,
        found: `absent() ${waits}, and a scrape every ${durationText(every)}`,
        allowed: `a \`for\` of at least ${durationText(least)}, two scrapes`,
        remedy: `set for: '${durationText(least)}' or more`,
      };
    }
  },
});

/** Alerts on absence, with the longest time between two samples of what they miss. */
function slowest(survey: Survey): ReadonlyMap<PlacedAlert, Duration> {
  const found = new Map<PlacedAlert, Duration>();
  for (const { node, expressions } of survey.inRules.calls) {
    const [missed] = node.arguments;
    if (!ABSENT.has(node.function) || missed === undefined) continue;
    const selector = missed.kind === 'range' ? missed.selector : missed;
    const every = selector.kind === 'selector' ? sampledEvery(selector, survey) : survey.model.scrapeInterval;
    for (const alert of expressions.filter((each) => each.use === 'alert')) {
      const longest = found.get(alert) ?? every;
      found.set(alert, longest.ms < every.ms ? every : longest);
    }
  }
  return found;
}
