/** The variables of a dashboard with the values that a viewer can choose. */

import type { ResolvedModel } from '../../lib/model/resolved.ts';
import type { Variable } from '../../lib/model/variable.ts';
import { labelSets } from '../../lib/sample/label-sets.ts';
import { knownJobs } from '../../lib/sample/target-labels.ts';
import type { VariableInfo } from '../protocol.ts';

/** A variable as the page shows it. Values that only a server knows are those that scrapes have shown. */
export function variableInfo(variable: Variable, model: ResolvedModel): VariableInfo {
  const { name, label, kind } = variable;
  const several = (kind === 'query' || kind === 'custom') && variable.several;
  return { name, label, kind, several, values: valuesOf(variable, model) };
}

function valuesOf(variable: Variable, model: ResolvedModel): VariableInfo['values'] {
  switch (variable.kind) {
    case 'query':
      return sampleValues(variable, model).map(plain);
    case 'custom':
      return variable.values.map(({ value, text = value }) => ({ value, text }));
    case 'interval':
      return variable.values.map(plain);
    case 'text':
      return [plain(variable.value)];
    default:
      return [];
  }
}

function sampleValues({ node, of }: Extract<Variable, { kind: 'query' }>, { jobs }: ResolvedModel): readonly string[] {
  const sets = labelSets(node, { wanted: new Set([of]), jobs: knownJobs(jobs) });
  return [...new Set(sets.map((set) => set[of] ?? ''))].filter((value) => value !== '').sort();
}

function plain(value: string) {
  return { value, text: value };
}
