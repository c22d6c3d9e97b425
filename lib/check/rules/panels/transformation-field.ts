/** Transformations name columns that there are, and calculations that Grafana has. */
import type { Transformation } from '../../../model/field.ts';
import { RESHAPES } from '../../../model/look/columns.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import type { Text } from '../../../model/text.ts';
import { isReducer, REDUCERS } from '../../../panels/options.ts';
import { didYouMean, listed } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import { hasLostQuery } from '../../survey/expressions.ts';

export const transformationField = rule({
  id: 'transformation-field',
  reason:
    'A transformation of a column that is not there does nothing, without any error: nothing is renamed, sorted or hidden.',
  source: 'our own; Grafana: the ids of its calculations, fieldReducers in packages/grafana-data',
  example: {
    where: 'dashboard shop / panel queue-length',
    found: 'sort by jobb, which the panel does not have',
    allowed: 'a label or a query of the panel: job, queue-length-by-job, queue-length, Value or Time',
    remedy: 'did you mean job? Otherwise remove it',
  },
  *check({ panels, model }) {
    for (const { dashboard, panel } of panels) {
      for (const fault of faultsOf(panel)) {
        if (!hasLostQuery(model.leftOut, dashboard, panel)) yield { about: panel, ...fault };
      }
    }
  },
});

function* faultsOf(panel: ResolvedPanel): Iterable<Fault> {
  if (panel.transformations.length === 0 && panel.kind !== 'table') return;
  const fields = new Set(fieldsOf(panel));
  for (const step of panel.transformations) {
    if (step.kind === 'reduce' && !isReducer(step.calculation)) yield calculationFault(step.calculation);
    for (const field of namedIn(step)) {
      if (!fields.has(field)) yield unknown(`${step.kind} ${PREPOSITION[step.kind] ?? ''}${field}`, field, fields);
    }
    // What they make of names depends on the answers: only Grafana knows the columns after them.
    if (RESHAPES.has(step.kind)) return;
    if (step.kind === 'rename') fields.add(step.to);
  }
  if (panel.kind !== 'table' || !('columns' in panel.options || 'sortBy' in panel.options)) return;
  const { columns = [], sortBy } = panel.options;
  for (const { field } of columns) if (!fields.has(field)) yield unknown(`a column ${field}`, field, fields);
  if (sortBy !== undefined && !fields.has(sortBy.field))
    yield unknown(`sorted by ${sortBy.field}`, sortBy.field, fields);
}

function calculationFault(name: string): Fault {
  return {
    found: `reduce by ${JSON.stringify(name)}`,
    allowed: 'one of the calculations, such as lastNotNull, max or p95',
    remedy: didYouMean(name, REDUCERS, 'take one of them'),
  };
}

const PREPOSITION: { readonly [K in Transformation['kind']]?: string } = { sort: 'by ' };

function unknown(what: string, field: string, fields: ReadonlySet<string>): Fault {
  return {
    found: `${what}, which the panel does not have`,
    allowed: `a label or a query of the panel: ${listed([...fields], 'or')}`,
    remedy: didYouMean(field, fields, 'remove it'),
  };
}

/** What a panel's answers have: labels, and the values of each query under its key and its signal's id. */
function fieldsOf({ queries }: ResolvedPanel): readonly string[] {
  const names = queries.flatMap(({ labels, key, signal, legend }) => [...labels, key, signal.id, ...fixedName(legend)]);
  return [...new Set([...names, 'Value', 'Time'])];
}

/** A legend without holes is what its line is called. */
function fixedName({ pieces }: Text): readonly string[] {
  return pieces.length > 0 && pieces.every((piece) => typeof piece === 'string') ? [pieces.join('')] : [];
}

function namedIn(step: Transformation): readonly string[] {
  if (step.kind === 'rename') return [step.from];
  if (step.kind === 'sort') return [step.field];
  return step.kind === 'hide' ? step.fields : [];
}
