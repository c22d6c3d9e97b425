/** Function calls as nodes. */
import type { CallNode, Node, NumberNode, StringNode } from './node.ts';

/** `name(args…)`. */
export function call(name: string, ...args: readonly Node[]): CallNode {
  return Object.freeze({ kind: 'call', function: name, arguments: Object.freeze(args) });
}

/** A number as an argument. */
export function numberNode(value: number): NumberNode {
  return Object.freeze({ kind: 'number', value });
}

/** A string as an argument. */
export function stringNode(value: string): StringNode {
  return Object.freeze({ kind: 'string', value });
}
