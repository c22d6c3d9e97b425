/**
 * An alert's expression over signals that are read from log lines, as Loki has to be asked: the operators are the same in
 * both languages, the functions of PromQL are not.
 */

import type { LogNode } from '../../logql/node.ts';
import { AGGREGATIONS } from '../../logql/refuse/operators.ts';
import type { Node, ReferenceNode } from '../../promql/node.ts';

/** What Loki cannot be asked, in words: 'deriv()', 'the metric redis_up'. */
export class NotInLogql extends Error {
  override readonly name = 'NotInLogql';
}

/**
 * The tree in LogQL; `read` says what stands for a signal.
 *
 * @throws NotInLogql for what Loki does not know.
 */
export function asLogql(tree: Node, read: (reference: ReferenceNode) => LogNode): LogNode {
  const node = (of: Node): LogNode => asLogql(of, read);
  switch (tree.kind) {
    case 'reference':
      return read(tree);
    case 'number':
      return tree;
    case 'negation':
      return { kind: 'binary', operator: '*', left: { kind: 'number', value: -1 }, right: node(tree.of) };
    case 'binary': {
      const { operator, left, right, ...rest } = tree;
      if (operator === 'atan2') throw new NotInLogql('the operator atan2');
      return { ...rest, operator, left: node(left), right: node(right) };
    }
    case 'aggregate': {
      const { operator, parameter, of, grouping } = tree;
      if (!(operator in AGGREGATIONS)) throw new NotInLogql(`${operator}()`);
      if (parameter !== undefined && parameter.kind !== 'number') throw new NotInLogql(`${operator}() of a query`);
      return {
        kind: 'aggregate',
        operator,
        of: node(of),
        ...(parameter === undefined ? {} : { parameter: parameter.value }),
        ...(grouping === undefined ? {} : { grouping }),
      };
    }
    case 'call': {
      const [argument] = tree.arguments;
      if (tree.function === 'vector' && argument?.kind === 'number') return { kind: 'vector', value: argument.value };
      throw new NotInLogql(`${tree.function}()`);
    }
    case 'selector':
      throw new NotInLogql(`the metric ${tree.metric}`);
    case 'raw':
      throw new NotInLogql('raw() text in PromQL');
    default:
      throw new NotInLogql(`a ${tree.kind}`);
  }
}
