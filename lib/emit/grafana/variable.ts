/** What classic dashboards and schema v2 say alike of variables: their queries, their options, what is chosen first. */
import type { CustomVariable, DatasourceVariable, QueryVariable } from '../../model/variable.ts';
import { print } from '../../promql/print.ts';

/** One value of a variable, as it is chosen and as it is shown. */
export interface Choice {
  readonly text: string | string[];
  readonly value: string | string[];
}

/**
 * What "All" stands for: everything, so that a series without the label is shown too, and one that appears later. The
 * list of the known values would hide both. With `=~` it filters nothing.
 */
export const ALL_VALUES = '.*';

/** The choice of all values. */
export function allOfThem(): Choice {
  return { text: ['All'], value: ['$__all'] };
}

/** The kind of query that lists a label's values, in the numbering of the Prometheus plugin. */
export const LABEL_VALUES = 1;

/** What the Prometheus plugin calls the query of a variable. */
export const VARIABLE_REF_ID = 'PrometheusVariableQueryEditor-VariableQuery';

/**
 * The query of a variable.
 *
 * @example labelValues(service) // 'label_values(up{job="shop"}, service)'
 */
export function labelValues({ node, of }: QueryVariable): string {
  return `label_values(${print(node)}, ${of})`;
}

/** The data source that is chosen first. Grafana takes the first of the type where its default is of another. */
export function firstSource(_: DatasourceVariable): Choice {
  return { text: 'default', value: 'default' };
}

/** The values of a list. */
export function customChoices({ values }: CustomVariable): { readonly text: string; readonly value: string }[] {
  return values.map(({ value, text = value }) => ({ text, value }));
}

/**
 * The values of a list in Grafana's notation, commas within them escaped.
 *
 * @example customQuery({ values: [{ value: 'shop', text: 'Shop' }, { value: 'a,b' }] }) // 'Shop : shop,a\\,b'
 */
export function customQuery({ values }: Pick<CustomVariable, 'values'>): string {
  return values
    .map(({ value, text }) => (text === undefined ? escaped(value) : `${escaped(text)} : ${escaped(value)}`))
    .join(',');
}

function escaped(text: string): string {
  return text.replaceAll(',', '\\,');
}

/** What is chosen first from a list: everything where several can be chosen, else the first value. */
export function firstOf(choices: readonly Choice[], { several }: { readonly several: boolean }): Choice {
  return several ? allOfThem() : (choices[0] ?? { text: '', value: '' });
}
