/** What a dashboard, panel, alert or signal says makes a difference. */

import type { SignalWords } from '../../../model/resolved.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import type { Definition } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

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
  *check(survey) {
    const { model, panels, alerts } = survey;
    const definitions: readonly Repeating[] = [
      ...model.dashboards,
      ...panels.map(({ panel }) => panel),
      ...alerts.map(({ rule: alert }) => alert),
    ];
    for (const about of definitions) {
      const names = about.repeats.filter((name) => name !== PANEL).sort();
      if (names.length > 0) yield { about, ...finding(names) };
      if (about.repeats.includes(PANEL)) yield { about, ...finding([PANEL]), isOfAll: true };
    }
    for (const [{ id, repeats }, about] of signals(survey)) {
      yield { about, ...finding(repeats.map((name) => `${name} of signal ${id}`)) };
    }
  },
});

/** Of an alert: which panel would be found without it, the other panels of an output decide. */
const PANEL = 'panel';

interface Repeating extends Definition {
  readonly repeats: readonly string[];
}

/** Signals that repeat something, each once, with what reads it first. */
function signals({ queries, rules }: Survey): ReadonlyMap<SignalWords, Definition> {
  const found = new Map<SignalWords, Definition>();
  const read = (signal: SignalWords, about: Definition): void => {
    if (signal.repeats.length > 0 && !found.has(signal)) found.set(signal, about);
  };
  for (const { about, query } of queries) read(query.signal, about);
  for (const { about, rule: of } of rules) {
    for (const signal of of.kind === 'recording' ? [of.signal] : of.signals) read(signal, about);
  }
  return found;
}

function finding(names: readonly string[]) {
  const [says, them] = names.length === 1 ? ['says', 'it'] : ['say', 'them'];
  return {
    found: `${listed(names)} ${says} what would be so without ${them}`,
    allowed: 'settings that make a difference',
    remedy: `leave ${listed(names)} out`,
  };
}
