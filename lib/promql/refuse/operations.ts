/** What Prometheus refuses of operators, functions and aggregations: numbers of arguments, their types, matchings. */
import { AGGREGATIONS, FUNCTIONS, type FunctionFacts, type ValueType } from '../functions.ts';
import type { AggregateNode, BinaryNode, CallNode, Node } from '../node.ts';
import { print } from '../print.ts';
import { conversion, type Refusals, typeOf, typeText } from './types.ts';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);
const SETS: ReadonlySet<string> = new Set(['and', 'or', 'unless']);

/** One argument that is not of the type that `where` takes. */
function* typeRefusals(given: Node, wanted: ValueType, where: string): Refusals {
  const type = typeOf(given);
  if (type === undefined || type === wanted) return;
  yield {
    found: `${typeText(type)} in ${where}: ${short(given)}`,
    allowed: typeText(wanted),
    remedy: conversion(type, wanted),
  };
}

/** What is refused of a call by itself, its arguments' own mistakes left out. */
export function* callRefusals(node: CallNode): Refusals {
  const facts = FUNCTIONS.get(node.function);
  if (facts === undefined) {
    yield {
      found: `${node.function}()`,
      allowed: 'a function of Prometheus 3.16',
      remedy: 'correct the name; functions are written in small letters',
    };
    return;
  }
  const count = node.arguments.length;
  if (count < facts.least || count > facts.most) {
    yield {
      found: `${node.function}() of ${counted(count)}`,
      allowed: allowedCount(facts),
      remedy: `write ${signature(node.function, facts)}`,
    };
  }
  if (node.function === 'info') yield* infoRefusals(node);
  for (const [i, argument] of node.arguments.entries()) {
    const wanted = facts.takes[Math.min(i, facts.takes.length - 1)];
    if (wanted !== undefined && i < facts.most) yield* typeRefusals(argument, wanted, `${node.function}()`);
  }
}

function counted(count: number): string {
  return count === 1 ? '1 argument' : `${count} arguments`;
}

function allowedCount({ least, most }: FunctionFacts): string {
  if (least === most) return counted(least);
  return Number.isFinite(most) ? `${least} to ${counted(most)}` : `${counted(least)} or more`;
}

const PLACES: Readonly<Record<ValueType, string>> = {
  'instant vector': 'vector',
  'range vector': 'vector[5m]',
  scalar: 'number',
  string: '"text"',
};

function signature(name: string, { takes, least, most }: FunctionFacts): string {
  const given = takes.slice(0, Math.max(least, Math.min(most, takes.length))).map((type) => PLACES[type]);
  return `${name}(${given.join(', ')}${most > takes.length ? ', …' : ''})`;
}

/** The second argument of info() names labels, and never a metric in front of them. */
function* infoRefusals({ arguments: [, labels] }: CallNode): Refusals {
  if (labels === undefined || (labels.kind === 'selector' && labels.metric === '')) return;
  yield {
    found: `${short(labels)} in info()`,
    allowed: 'matchers in braces, without a metric in front of them',
    remedy: 'write {version=~".+"}, and the metric as {__name__="target_info"}',
  };
}

/** What is refused of an aggregation by itself. */
export function* aggregateRefusals({ operator, parameter, of }: AggregateNode): Refusals {
  const facts = AGGREGATIONS.get(operator);
  if (facts === undefined) return;
  if ((parameter === undefined) !== (facts.parameter === undefined)) {
    yield {
      found: `${operator}() of ${counted(parameter === undefined ? 1 : 2)}`,
      allowed: counted(facts.parameter === undefined ? 1 : 2),
      remedy: `write ${operator}(${facts.parameter === undefined ? '' : `${PLACES[facts.parameter]}, `}vector)`,
    };
  }
  if (parameter !== undefined && facts.parameter !== undefined) {
    yield* typeRefusals(parameter, facts.parameter, `${operator}()`);
  }
  yield* typeRefusals(of, 'instant vector', `${operator}()`);
}

/** What is refused of an operator by itself. */
export function* binaryRefusals(node: BinaryNode): Refusals {
  const { operator, left, right, bool, matching } = node;
  const types = [typeOf(left), typeOf(right)];
  const isComparison = COMPARISONS.has(operator);
  for (const [i, type] of types.entries()) {
    if (type !== 'range vector' && type !== 'string') continue;
    yield {
      found: `${typeText(type)} beside ${operator}: ${short(i === 0 ? left : right)}`,
      allowed: 'an instant vector or a number',
      remedy: conversion(type, 'instant vector'),
    };
  }
  if (bool && !isComparison) {
    yield {
      found: `${operator} bool`,
      allowed: 'bool behind ==, !=, >, <, >= or <=',
      remedy: 'leave bool out',
    };
  }
  const isOfNumbers = types.every((type) => type === 'scalar');
  if (isComparison && isOfNumbers && !bool) {
    yield {
      found: `${short(node)}, which compares two numbers`,
      allowed: `${operator} bool, whose answer is 1 or 0`,
      remedy: `write ${operator} bool, or compare a vector: vector(…)`,
    };
  }
  if (SETS.has(operator) && types.includes('scalar')) {
    yield {
      found: `a number beside ${operator}: ${short(types[0] === 'scalar' ? left : right)}`,
      allowed: 'two instant vectors',
      remedy: 'make a vector of the number: vector(…)',
    };
  }
  if (matching !== undefined) yield* matchingRefusals(node, types);
}

function* matchingRefusals(node: BinaryNode, types: readonly (ValueType | undefined)[]): Refusals {
  const { operator, matching } = node;
  if (matching === undefined) return;
  const { kind, labels, group } = matching;
  const twice = kind === 'on' ? (group?.include.filter((label) => labels.includes(label)) ?? []) : [];
  for (const label of twice) {
    yield {
      found: `the label ${label} in on(…) and in group_${group?.side ?? 'left'}(…)`,
      allowed: 'each label in one of them',
      remedy: `leave it out of group_${group?.side ?? 'left'}(…): what is matched on is there already`,
    };
  }
  if (labels.length > 0 && types.some((type) => type === 'scalar')) {
    yield {
      found: `${kind} (${labels.join(', ')}) beside a number: ${short(node)}`,
      allowed: 'matching between two instant vectors',
      remedy: `leave ${kind} (…) out`,
    };
  } else if (SETS.has(operator) && group !== undefined && types.every((type) => type !== 'scalar')) {
    yield {
      found: `group_${group.side} with ${operator}`,
      allowed: `${operator} on (…) or ${operator} ignoring (…): it joins many to many as it is`,
      remedy: `leave group_${group.side} out`,
    };
  }
}

/** A sign or a subquery before what cannot have it. */
export function* operandRefusals(node: Node): Refusals {
  if (node.kind === 'negation') {
    const type = typeOf(node.of);
    if (type !== 'range vector' && type !== 'string') return;
    yield {
      found: `a sign before ${typeText(type)}: ${short(node)}`,
      allowed: 'a sign before an instant vector or a number',
      remedy: conversion(type, 'instant vector'),
    };
  }
  if (node.kind === 'subquery') yield* typeRefusals(node.of, 'instant vector', 'a subquery');
}

const SHOWN = 60;

/** The text of an expression, cut where it is long. */
export function short(node: Node): string {
  const text = print(node);
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}\``;
}
