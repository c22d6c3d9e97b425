/** The variables of a classic dashboard. */
import type * as Sdk from '@grafana/grafana-foundation-sdk/dashboard';
import type { Variable } from '../../../model/variable.ts';
import {
  allValues,
  customChoices,
  customQuery,
  firstOf,
  firstSource,
  LABEL_VALUES,
  labelValues,
  VARIABLE_REF_ID,
  type VariablePlace,
} from '../variable.ts';
import { sdk } from './sdk.ts';

interface VariableBuilder {
  build(): Sdk.VariableModel;
}

type ByKind = {
  readonly [K in Variable['kind']]: (variable: Extract<Variable, { kind: K }>, place: VariablePlace) => VariableBuilder;
};

const BUILDERS: ByKind = {
  datasource: (variable) =>
    new sdk.DatasourceVariableBuilder(variable.name)
      .label(variable.label)
      .type(variable.type)
      .regex('')
      .current(firstSource(variable)),

  query: (variable, place) => {
    const query = labelValues(variable);
    const builder = new sdk.QueryVariableBuilder(variable.name)
      .label(variable.label)
      .datasource(place.sources.prometheus)
      .query({ qryType: LABEL_VALUES, query, refId: VARIABLE_REF_ID })
      .refresh(sdk.VariableRefresh.OnTimeRangeChanged)
      .regex('')
      .sort(sdk.VariableSort.AlphabeticalAsc);
    if (!variable.several) return builder;
    return builder.multi(true).includeAll(true).allValue(allValues(variable, place)).current(firstOf([], variable));
  },

  custom: (variable) => {
    const { several } = variable;
    const choices = customChoices(variable);
    return new sdk.CustomVariableBuilder(variable.name)
      .label(variable.label)
      .values(customQuery(variable))
      .options(choices)
      .multi(several)
      .includeAll(several)
      .current(firstOf(choices, variable));
  },

  interval: ({ name, label, values }) => {
    const choices = values.map((value) => ({ text: value, value }));
    return new sdk.IntervalVariableBuilder(name)
      .label(label)
      .values(values.join(','))
      .options(choices)
      .current(firstOf(choices, { several: false }));
  },

  text: ({ name, label, value }) =>
    new sdk.TextBoxVariableBuilder(name)
      .label(label)
      .defaultValue(value)
      .options([{ text: value, value }])
      .current({ text: value, value }),

  'ad hoc': ({ name, label }, { sources }) =>
    new sdk.AdHocVariableBuilder(name).label(label).datasource(sources.prometheus),
};

/** The builder of a variable of any kind. */
export function variableBuilder<K extends Variable['kind']>(
  variable: Extract<Variable, { kind: K }>,
  place: VariablePlace,
): VariableBuilder {
  // The kind of a variable of kind K is K; the compiler sees a union.
  return BUILDERS[variable.kind as K](variable, place);
}
