/** A signal's id stands for one signal. */
import type { SignalWords } from '../../../model/resolved.ts';
import { rule } from '../../rule.ts';
import type { Definition } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

export const signalUnique = rule({
  id: 'signal-unique',
  reason:
    'Alerts and panels find each other through the id of their signal: of two that share it the wrong one is found.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel orders-2',
    found: 'two signals with the id orders: "Other orders" here, and "Orders" in dashboard shop / panel orders',
    allowed: 'an id of its own for each signal',
    remedy: 'rename one of them; a panel without a `key` takes the id of its signal',
  },
  *check(survey) {
    const first = new Map<string, Shown>();
    const told = new Set<string>();
    for (const shown of signals(survey)) {
      const { about, signal } = shown;
      const other = first.get(signal.id);
      if (other === undefined) first.set(signal.id, shown);
      else if (!sameSignal(signal, other.signal) && !told.has(signal.id)) {
        told.add(signal.id);
        yield {
          about,
          found: `two signals with the id ${signal.id}: "${signal.name}" here, and "${other.signal.name}" in ${other.about.where.what}`,
          allowed: 'an id of its own for each signal',
          remedy: 'rename one of them; a panel without a `key` takes the id of its signal',
        };
      }
    }
  },
});

interface Shown {
  readonly about: Definition;
  readonly signal: SignalWords;
}

/** Each signal where it is shown first: most panels of a large system show the same few. */
function* signals({ queries, rules }: Survey): Iterable<Shown> {
  const seen = new Set<SignalWords>();
  for (const { about, query } of queries) {
    if (seen.has(query.signal)) continue;
    seen.add(query.signal);
    yield { about, signal: query.signal };
  }
  for (const placed of rules) {
    const { about } = placed;
    if (placed.use === 'recording rule') yield { about, signal: placed.rule.signal };
    else yield* placed.rule.signals.map((signal) => ({ about, signal }));
  }
}

function sameSignal(a: SignalWords, b: SignalWords): boolean {
  return a.name === b.name && a.description === b.description && a.unit === b.unit;
}
