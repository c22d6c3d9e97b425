/**
 * Random expression trees that Prometheus accepts: every kind of node, every operator and modifier, and text of any
 * characters wherever text may stand.
 */
import fc from 'fast-check';
import { FUNCTIONS, type FunctionFacts, type ValueType } from '../../lib/promql/functions.ts';
import type { AggregateNode, BinaryOperator, Grouping, Matching, Node } from '../../lib/promql/node.ts';
import { certain, labels, matcher, selector, shift, text, window } from './arbitrary-selector.ts';

const number: fc.Arbitrary<Node> = fc
  .oneof(fc.integer({ min: -10, max: 1000 }), fc.double(), fc.constantFrom(0.1, 1e21, 1e-7, 123456789012345680))
  .map((value) => ({ kind: 'number', value }));
const numberVariable: fc.Arbitrary<Node> = fc
  .constantFrom('$__range_s', `\${__interval_ms}`)
  .map((name) => ({ kind: 'number variable', name }));
const string: fc.Arbitrary<Node> = text.map((value) => ({ kind: 'string', value }));

const grouping: fc.Arbitrary<Grouping> = fc.record({ kind: fc.constantFrom('by', 'without'), labels });
const matchingOnly: fc.Arbitrary<Matching> = fc.record({ kind: fc.constantFrom('on', 'ignoring'), labels });
const matchingGroup: fc.Arbitrary<Matching> = fc
  .tuple(matchingOnly, fc.constantFrom('left' as const, 'right' as const), labels)
  // A label may not stand in `on` and in `group_left` at once.
  .map(([matching, side, include]) => ({
    ...matching,
    group: { side, include: include.filter((name) => !matching.labels.includes(name)) },
  }));

const ARITHMETIC = ['+', '-', '*', '/', '%', '^', 'atan2'] as const satisfies readonly BinaryOperator[];
const COMPARISONS = ['==', '!=', '>', '<', '>=', '<='] as const satisfies readonly BinaryOperator[];
const SETS = ['and', 'or', 'unless'] as const satisfies readonly BinaryOperator[];

type Trees = {
  readonly vector: Node;
  readonly scalar: Node;
  readonly range: Node;
};

const { vector, scalar } = fc.letrec<Trees>((tie) => {
  const argument: Readonly<Record<ValueType, fc.Arbitrary<Node>>> = {
    'instant vector': tie('vector'),
    scalar: tie('scalar'),
    'range vector': tie('range'),
    string,
  };
  const given = ({ takes, least, most }: FunctionFacts): fc.Arbitrary<readonly Node[]> =>
    fc.integer({ min: least, max: Math.min(most, takes.length + 1) }).chain((count) => {
      const kinds = Array.from({ length: count }, (_, i) => takes[Math.min(i, takes.length - 1)] ?? 'scalar');
      return fc.tuple(...kinds.map((kind) => argument[kind]));
    });
  const calling = (gives: FunctionFacts['gives']) =>
    // The second argument of info() is a selector without a name.
    [...FUNCTIONS]
      .filter(([name, facts]) => facts.gives === gives && name !== 'info')
      .map(([name, facts]) => given(facts).map((list) => call(name, list)));
  const info = fc
    .tuple(tie('vector'), certain, fc.array(matcher, { maxLength: 2 }))
    .map(([of, first, more]) => call('info', [of, { kind: 'selector', metric: '', matchers: [first, ...more] }]));
  const pair = fc.tuple(tie('vector'), tie('vector'));
  const mixed = fc.oneof(fc.tuple(tie('vector'), tie('scalar')), fc.tuple(tie('scalar'), tie('vector')));
  return {
    vector: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      selector,
      fc.oneof(...calling('instant vector'), info),
      aggregate(tie('vector'), tie('scalar')),
      binary(fc.constantFrom(...ARITHMETIC), pair, fc.option(fc.oneof(matchingOnly, matchingGroup))),
      binary(fc.constantFrom(...COMPARISONS), pair, fc.option(fc.oneof(matchingOnly, matchingGroup)), fc.boolean()),
      binary(fc.constantFrom(...SETS), pair, fc.option(matchingOnly)),
      binary(fc.constantFrom('</' as const, '>/' as const), fc.oneof(pair, mixed), fc.constant(null)),
      binary(fc.constantFrom(...ARITHMETIC), mixed, fc.constant(null)),
      binary(fc.constantFrom(...COMPARISONS), mixed, fc.constant(null), fc.boolean()),
      tie('vector').map(negation),
    ),
    scalar: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      number,
      numberVariable,
      fc.oneof(...calling('scalar')),
      binary(fc.constantFrom(...ARITHMETIC), fc.tuple(tie('scalar'), tie('scalar')), fc.constant(null)),
      binary(
        fc.constantFrom(...COMPARISONS),
        fc.tuple(tie('scalar'), tie('scalar')),
        fc.constant(null),
        fc.constant(true),
      ),
      tie('scalar').map(negation),
    ),
    range: fc.oneof(
      { depthSize: 'small' },
      fc.tuple(selector, window).map(([of, reach]): Node => ({ kind: 'range', selector: of, window: reach })),
      fc.tuple(tie('vector'), window, fc.option(window), shift).map(
        ([of, reach, step, time]): Node => ({
          kind: 'subquery',
          of,
          window: reach,
          ...(step === null ? {} : { step }),
          ...time,
        }),
      ),
    ),
  };
});

function call(name: string, given: readonly Node[]): Node {
  return { kind: 'call', function: name, arguments: given };
}

/** A number carries its sign itself. */
function negation(of: Node): Node {
  return of.kind === 'number' ? { kind: 'number', value: -of.value } : { kind: 'negation', of };
}

function aggregate(of: fc.Arbitrary<Node>, parameter: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  const operators = fc.oneof(
    fc.tuple(fc.constantFrom('sum', 'avg', 'min', 'max', 'count', 'group', 'stddev', 'stdvar'), fc.constant(null)),
    fc.tuple(fc.constantFrom('topk', 'bottomk', 'limitk', 'limit_ratio', 'quantile'), parameter),
    fc.tuple(fc.constant('count_values'), string),
  );
  return fc.tuple(operators, of, fc.option(grouping)).map(
    ([[operator, given], operand, group]): AggregateNode => ({
      kind: 'aggregate',
      operator,
      of: operand,
      ...(given === null ? {} : { parameter: given }),
      ...(group === null ? {} : { grouping: group }),
    }),
  );
}

function binary(
  operators: fc.Arbitrary<BinaryOperator>,
  sides: fc.Arbitrary<readonly [Node, Node]>,
  matchings: fc.Arbitrary<Matching | null>,
  bools: fc.Arbitrary<boolean> = fc.constant(false),
): fc.Arbitrary<Node> {
  return fc.tuple(operators, sides, matchings, bools).map(([operator, [left, right], matching, bool]) => ({
    kind: 'binary',
    operator,
    left,
    right,
    ...(bool ? { bool } : {}),
    ...(matching === null ? {} : { matching }),
  }));
}

/** Any expression that a panel or a rule could hold. */
export const arbitraryNode: fc.Arbitrary<Node> = fc.oneof({ weight: 4, arbitrary: vector }, scalar);

/** Label values of any characters. */
export const arbitraryText: fc.Arbitrary<string> = text;
