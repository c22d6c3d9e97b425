/** The variables of schema v2. */
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
import type { VariableKind } from './query.ts';
import { dataQuery } from './query.ts';

type ByKind = {
  readonly [K in Variable['kind']]: (variable: Extract<Variable, { kind: K }>, place: VariablePlace) => VariableKind;
};

const SHOWN = { hide: 'dontHide', skipUrlSync: false } as const;
const OPEN = { allowCustomValue: true } as const;

const KINDS: ByKind = {
  datasource: (variable) => ({
    kind: 'DatasourceVariable',
    spec: {
      ...SHOWN,
      ...OPEN,
      name: variable.name,
      label: variable.label,
      pluginId: variable.type,
      refresh: 'onDashboardLoad',
      regex: '',
      current: firstSource(variable),
      options: [],
      multi: false,
      includeAll: false,
    },
  }),

  query: (variable, place) => {
    const { several } = variable;
    const query = labelValues(variable);
    return {
      kind: 'QueryVariable',
      spec: {
        ...SHOWN,
        ...OPEN,
        name: variable.name,
        label: variable.label,
        definition: query,
        query: dataQuery(place.sources.prometheus, { qryType: LABEL_VALUES, query, refId: VARIABLE_REF_ID }),
        refresh: 'onTimeRangeChanged',
        regex: '',
        sort: 'alphabeticalAsc',
        current: firstOf([], variable),
        options: [],
        multi: several,
        includeAll: several,
        ...(several ? { allValue: allValues(variable, place) } : {}),
      },
    };
  },

  custom: (variable) => {
    const { several } = variable;
    const choices = customChoices(variable);
    return {
      kind: 'CustomVariable',
      spec: {
        ...SHOWN,
        ...OPEN,
        name: variable.name,
        label: variable.label,
        query: customQuery(variable),
        current: firstOf(choices, variable),
        options: choices,
        multi: several,
        includeAll: several,
      },
    };
  },

  interval: ({ name, label, values }) => {
    const choices = values.map((value) => ({ text: value, value }));
    return {
      kind: 'IntervalVariable',
      spec: {
        ...SHOWN,
        name,
        label,
        query: values.join(','),
        current: firstOf(choices, { several: false }),
        options: choices,
        auto: false,
        auto_min: '10s',
        auto_count: 30,
        refresh: 'onTimeRangeChanged',
      },
    };
  },

  text: ({ name, label, value }) => ({
    kind: 'TextVariable',
    spec: { ...SHOWN, name, label, query: value, current: { text: value, value } },
  }),

  'ad hoc': ({ name, label }, { sources }) => ({
    kind: 'AdhocVariable',
    group: sources.prometheus.type,
    datasource: { name: sources.prometheus.uid },
    spec: { ...SHOWN, ...OPEN, name, label, baseFilters: [], filters: [], defaultKeys: [] },
  }),
};

/** A variable of any kind. */
export function variableKind<K extends Variable['kind']>(
  variable: Extract<Variable, { kind: K }>,
  place: VariablePlace,
): VariableKind {
  // The kind of a variable of kind K is K; the compiler sees a union.
  return KINDS[variable.kind as K](variable, place);
}
