/** What Prometheus refuses of an expression, in data, and what an expression is when it runs. */
import { FUNCTIONS, type ValueType } from '../functions.ts';
import type { Node } from '../node.ts';
import { isNumberVariable } from '../parse/mask.ts';

/** A mistake that the grammar does not see. */
export interface Refusal {
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

export type Refusals = Iterable<Refusal>;

/** The type of an expression's result; undefined for what Grafana or the profile fills in later. */
export function typeOf(node: Node): ValueType | undefined {
  switch (node.kind) {
    case 'selector':
    case 'aggregate':
      return 'instant vector';
    case 'range':
    case 'subquery':
      return 'range vector';
    case 'number':
      return 'scalar';
    case 'number variable':
      return isNumberVariable(node.name) ? 'scalar' : undefined;
    case 'string':
      return 'string';
    case 'call':
      return FUNCTIONS.get(node.function)?.gives;
    case 'negation':
      return typeOf(node.of);
    case 'binary':
      return typeOfBoth(typeOf(node.left), typeOf(node.right));
    case 'raw':
    case 'reference':
      return undefined;
  }
}

/** Two numbers make a number; with a vector there is a vector. */
function typeOfBoth(left: ValueType | undefined, right: ValueType | undefined): ValueType | undefined {
  if (left === 'scalar' && right === 'scalar') return 'scalar';
  const isKnown = left !== undefined && right !== undefined;
  return isKnown || left === 'instant vector' || right === 'instant vector' ? 'instant vector' : undefined;
}

const ARTICLES: Readonly<Record<ValueType, string>> = {
  'instant vector': 'an instant vector',
  'range vector': 'a range vector',
  scalar: 'a number',
  string: 'a text',
};

/** A type in words, with its article. */
export function typeText(type: ValueType): string {
  return ARTICLES[type];
}

/** How to make one type out of another, where there is a way. */
export function conversion(from: ValueType, to: ValueType): string {
  const way = WAYS[to]?.[from];
  return way ?? `write ${typeText(to)} there`;
}

const WAYS: Readonly<Partial<Record<ValueType, Readonly<Partial<Record<ValueType, string>>>>>> = {
  'range vector': {
    'instant vector': 'give it a range: [5m] behind a metric, [5m:1m] behind any other expression',
  },
  'instant vector': {
    'range vector': 'take a function of the range first, such as last_over_time() or rate()',
    scalar: 'make a vector of the number: vector(…)',
  },
  scalar: { 'instant vector': 'make a number of the vector: scalar(…)' },
};
