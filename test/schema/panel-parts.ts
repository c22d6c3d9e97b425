/** The parts of a panel that depend on its kind, checked alike for classic dashboards and schema v2. */
import { type Checker, checker, loadSchemas } from './ajv.ts';

interface FieldConfigLike {
  readonly defaults: { readonly custom?: Readonly<Record<string, unknown>> };
  readonly overrides: readonly { readonly properties: readonly { readonly id: string; readonly value?: unknown }[] }[];
}

export interface Parts {
  readonly kind: string;
  readonly options: unknown;
  readonly fieldConfig: FieldConfigLike;
  readonly queries: readonly { readonly plugin: string; readonly query: unknown }[];
}

const QUERY: Readonly<Record<string, string>> = { prometheus: 'PrometheusQuery', loki: 'LokiQuery' };

let loaded: Checker | undefined;

/** What is wrong with a panel's options, its settings per field, its overrides and its queries. */
export function partProblems({ kind, options, fieldConfig, queries }: Parts, at: string): readonly string[] {
  loaded ??= checker(loadSchemas('classic'));
  const types = loaded;
  const custom = fieldConfig.defaults.custom ?? {};
  return [
    ...types.problems(typeOf(kind), { options, custom }, at),
    ...fieldConfig.overrides.flatMap(({ properties }, index) =>
      properties.flatMap((property) =>
        propertyProblems(types, { kind, options, custom, property }, `${at}/overrides/${index}`),
      ),
    ),
    ...queries.flatMap(({ plugin, query }, index) =>
      types.problems(QUERY[plugin] ?? plugin, query, `${at}/queries/${index}`),
    ),
  ];
}

interface Overridden {
  readonly kind: string;
  readonly options: unknown;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly property: { readonly id: string; readonly value?: unknown };
}

/** An override is right when the panel would be right with the overridden setting for all its fields. */
function propertyProblems(types: Checker, overridden: Overridden, at: string): readonly string[] {
  const { kind, options, custom, property } = overridden;
  const [first = '', ...path] = property.id.split('.');
  const key = path.join('.');
  if (first === 'custom')
    return types.problems(typeOf(kind), { options, custom: { ...custom, [key]: property.value } }, at);
  const panel = { type: kind, fieldConfig: { defaults: { [first]: property.value }, overrides: [] } };
  return types.problems('ClassicPanel', panel, at);
}

/** @example typeOf('state-timeline') // 'StateTimelineParts' */
function typeOf(kind: string): string {
  const words = kind.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Parts`;
}
