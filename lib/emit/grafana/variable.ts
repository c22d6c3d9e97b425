/** What classic dashboards and schema v2 say alike of variables: their queries, their options, what is chosen first. */
import { print as printLog } from '../../logql/print.ts';
import { logQueries, type ResolvedDashboard } from '../../model/resolved.ts';
import type { CustomVariable, DatasourceVariable, QueryVariable } from '../../model/variable.ts';
import { print } from '../../promql/print.ts';
import type { Sources } from './datasource.ts';

/** One value of a variable, as it is chosen and as it is shown. */
export interface Choice {
  readonly text: string | string[];
  readonly value: string | string[];
}

/** Where a variable stands: what its dashboard asks, and whom. */
export interface VariablePlace extends Pick<ResolvedDashboard, 'rows'> {
  readonly sources: Sources;
}

/**
 * What "All" of a variable stands for: everything, so that a series without the label is shown too, and one that appears
 * later. The list of the known values would hide both. With `=~` it filters nothing. Loki refuses a query all of whose
 * matchers let the empty text pass: a variable that is asked of it stands for any text that is not empty.
 */
export function allValues({ name }: Pick<QueryVariable, 'name'>, { rows }: VariablePlace): string {
  const use = new RegExp(`\\$(?:${name}\\b|\\{${name}[:.}])|\\[\\[${name}[:\\]]`);
  const panels = rows.flatMap((row) => row.panels);
  const texts = panels.flatMap((panel) => [
    ...logQueries(panel).map(({ node }) => printLog(node)),
    ...(panel.logs === undefined ? [] : [printLog(panel.logs.node)]),
  ]);
  return texts.some((text) => use.test(text)) ? '.+' : '.*';
}

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
