/** The objectives of one profile. */
import type { Model } from '../model.ts';
import type { AnyObjective } from '../objective/objective.ts';
import { originOf } from '../problem.ts';
import type { ResolvedObjective } from '../resolved.ts';
import type { Findings } from './dashboards.ts';
import type { Reader } from './reader.ts';

/** The objectives that the profile has sources for; the others are left out, with the reasons. */
export function resolveObjectives(
  { objectives }: Model,
  signals: Reader,
  { leftOut }: Findings,
): readonly ResolvedObjective[] {
  return objectives.flatMap((objective): readonly ResolvedObjective[] => {
    const reasons = [...new Set(objective.signals.flatMap((signal) => signals.missing(signal)))];
    if (reasons.length === 0) return [resolved(objective)];
    leftOut.push({ what: 'objective', name: objective.name, reasons });
    return [];
  });
}

function resolved(objective: AnyObjective): ResolvedObjective {
  const { id, name, description, target, window, unit, labels, signals } = objective;
  return Object.freeze({
    id,
    name,
    description,
    target,
    window,
    unit,
    labels,
    signals: signals.map((signal) => signal.id),
    where: originOf(objective, `objective ${id}`),
  });
}

/** The model without the signals of objectives that were left out: each of their rules would be told once more. */
export function withoutMissing(model: Model, kept: readonly ResolvedObjective[]): Model {
  const ids = new Set(kept.map(({ id }) => id));
  const gone = new Set(model.objectives.filter(({ id }) => !ids.has(id)).flatMap(({ signals }) => signals));
  return gone.size === 0 ? model : { ...model, signals: model.signals.filter((signal) => !gone.has(signal)) };
}
