/** Is it a dashboard of schema v2, as Grafana's own types have it? Without relaxations. */
import { type Checker, checker, loadSchemas } from './ajv.ts';
import { type Parts, partProblems } from './panel-parts.ts';

interface ElementLike {
  readonly spec: {
    readonly vizConfig: { readonly group: string; readonly spec: Pick<Parts, 'options' | 'fieldConfig'> };
    readonly data: {
      readonly spec: {
        readonly queries: readonly { readonly spec: { readonly query: { group: string; spec: object } } }[];
      };
    };
  };
}

let loaded: Checker | undefined;

/** What is wrong with a resource, each with the path to it; empty when it is right. */
export function v2Problems(resource: unknown): readonly string[] {
  loaded ??= checker(loadSchemas('v2'));
  const own = loaded.problems('DashboardResource', resource, 'resource');
  if (own.length > 0) return own;
  // The schema has said that there are elements of this shape.
  const { elements } = (resource as { spec: { elements: Readonly<Record<string, ElementLike>> } }).spec;
  return Object.entries(elements).flatMap(([name, element]) => partProblems(partsOf(element), name));
}

function partsOf({ spec: { vizConfig, data } }: ElementLike): Parts {
  const queries = data.spec.queries.map(({ spec: { query } }) => ({ plugin: query.group, query: query.spec }));
  return { kind: vizConfig.group, ...vizConfig.spec, queries };
}
