/**
 * Random queries of logs that Loki's grammar takes: every kind of node and stage, every operator and modifier, and text
 * of any characters wherever text may stand.
 */
import fc from 'fast-check';
import type {
  LabelChoice,
  LabelCondition,
  LinesNode,
  LogAggregateNode,
  LogBinaryNode,
  LogfmtStage,
  LogNode,
  LogQueryNode,
  LogRangeNode,
  Stage,
  Unwrap,
} from '../../lib/logql/node.ts';
import type { Grouping, Matcher, Matching } from '../../lib/promql/node.ts';
import { isVariable } from '../../lib/promql/parse/mask.ts';
import { plainWindow, text } from './arbitrary-selector.ts';

/** LogQL knows a label's name by its letters alone, and some words are its own. */
const label = fc.stringMatching(/^[a-z_][a-zA-Z0-9]{0,3}_[a-z]$/);
const labels = fc.uniqueArray(label, { maxLength: 3 });
const someLabels = fc.uniqueArray(label, { minLength: 1, maxLength: 3 });
const value = text.map((literal) => (isVariable(literal) ? { variable: literal } : literal));
const variable = fc.constantFrom('$service', `\${service:regex}`, '[[service]]').map((name) => ({ variable: name }));
const operators = fc.constantFrom('=', '!=', '=~', '!~');

const matcher: fc.Arbitrary<Matcher> = fc.record({
  label,
  operator: operators,
  value: fc.oneof({ weight: 3, arbitrary: value }, variable),
});

const comparison = fc.constantFrom('==', '!=', '>', '>=', '<', '<=');
const number = fc.oneof(
  fc.integer({ min: -100, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, 1e21, 1e-7, -0),
);
const duration = fc.constantFrom('200ms', '0.7s', '-1h30m', '5µs', '1d');
const bytes = fc.constantFrom('4KB', '1.5GiB', '20B', '3MB');
const field = fc.oneof(fc.record({ label }), fc.record({ label, path: text }));

const one: fc.Arbitrary<LabelCondition> = fc.oneof(
  matcher.map((of) => ({ kind: 'text' as const, matcher: of })),
  fc.record({ kind: fc.constant('number' as const), label, operator: comparison, value: number }),
  fc.record({ kind: fc.constant('duration' as const), label, operator: comparison, value: duration }),
  fc.record({ kind: fc.constant('bytes' as const), label, operator: comparison, value: bytes }),
  fc.record({ kind: fc.constant('ip' as const), label, operator: fc.constantFrom('=', '!='), value: text }),
);
const { condition } = fc.letrec<{ condition: LabelCondition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    one,
    fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('condition'), right: tie('condition') }),
  ),
}));

const choice: fc.Arbitrary<LabelChoice> = fc.oneof(fc.record({ label }), fc.record({ matcher }));
/** The grammar of Grafana takes one address in a chain of `or`, and takes it in every case where it comes last. */
const lineMatches = fc
  .tuple(fc.array(fc.oneof(value, variable), { minLength: 1, maxLength: 2 }), fc.option(fc.record({ ip: text })))
  .map(([texts, address]) => (address === null ? texts : [...texts, address]));
const logfmtFlags: fc.Arbitrary<Pick<LogfmtStage, 'strict' | 'keepEmpty'>> = fc.constantFrom(
  {},
  { strict: true },
  { keepEmpty: true },
  { strict: true, keepEmpty: true },
);

const stage: fc.Arbitrary<Stage> = fc.oneof(
  fc.record({
    kind: fc.constant('line filter' as const),
    operator: fc.constantFrom('|=', '!=', '|~', '!~', '|>', '!>'),
    matches: fc.oneof({ weight: 3, arbitrary: lineMatches }, fc.tuple(fc.record({ ip: text }))),
  }),
  fc.record({ kind: fc.constant('json' as const), fields: fc.array(field, { maxLength: 2 }) }),
  fc
    .tuple(fc.array(field, { maxLength: 2 }), logfmtFlags)
    .map(([fields, flags]): Stage => ({ kind: 'logfmt', fields, ...flags })),
  text.map((pattern): Stage => ({ kind: 'pattern', pattern })),
  text.map((regexp): Stage => ({ kind: 'regexp', regexp })),
  text.map((template): Stage => ({ kind: 'line format', template })),
  fc.record({
    kind: fc.constant('label format' as const),
    labels: fc.array(fc.record({ label, from: fc.oneof(fc.record({ label }), fc.record({ template: text })) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({ kind: fc.constant('label filter' as const), condition }),
  fc.record({ kind: fc.constantFrom('drop', 'keep'), labels: fc.array(choice, { minLength: 1, maxLength: 2 }) }),
  fc.constantFrom<Stage>({ kind: 'unpack' }, { kind: 'decolorize' }),
);

/** `| drop a != "x"` is one stage: a filter of lines cannot stand there. */
function isSwallowed(filter: Stage, at: number, stages: readonly Stage[]): boolean {
  const before = stages[at - 1]?.kind;
  const negated = filter.kind === 'line filter' && (filter.operator === '!=' || filter.operator === '!~');
  return negated && (before === 'drop' || before === 'keep');
}

const lines: fc.Arbitrary<LinesNode> = fc.record({
  kind: fc.constant('lines'),
  streams: fc.array(matcher, { minLength: 1, maxLength: 3 }),
  stages: fc.array(stage, { maxLength: 4 }).filter((stages) => !stages.some(isSwallowed)),
});

const unwrap: fc.Arbitrary<Unwrap> = fc
  .tuple(
    label,
    fc.option(fc.constantFrom('duration', 'duration_seconds', 'bytes')),
    fc.array(condition, { maxLength: 2 }),
  )
  .map(([name, conversion, filters]) => ({ label: name, ...(conversion === null ? {} : { conversion }), filters }));
const offset = fc.integer({ min: -1000, max: 1000 }).filter((seconds) => seconds !== 0);

const range: fc.Arbitrary<LogRangeNode> = fc
  .tuple(lines, fc.option(unwrap), plainWindow, fc.option(offset))
  .map(([of, unwrapped, span, back]) => ({
    kind: 'log range',
    lines: of,
    ...(unwrapped === null ? {} : { unwrap: unwrapped }),
    window: span,
    ...(back === null ? {} : { offset: { ms: back * 1000 } }),
  }));

const grouping: fc.Arbitrary<Grouping> = fc.record({ kind: fc.constantFrom('by', 'without'), labels });
/** Without labels `by ()` leaves no trace. */
const outerGrouping = grouping.filter(({ kind, labels: names }) => kind === 'without' || names.length > 0);
const RANGES = ['rate', 'count_over_time', 'bytes_rate', 'sum_over_time', 'first_over_time', 'absent_over_time'];

const matching: fc.Arbitrary<Matching> = fc.oneof(
  fc.record({ kind: fc.constant('on' as const), labels }),
  fc.record({ kind: fc.constant('ignoring' as const), labels: someLabels }),
  fc.record({
    kind: fc.constantFrom('on', 'ignoring'),
    labels,
    group: fc.record({ side: fc.constantFrom('left', 'right'), include: labels }),
  }),
);
const binaryOperators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '==',
  '!=',
  '>',
  '<',
  '>=',
  '<=',
  'and',
  'or',
  'unless',
] as const;

const positive = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(0.95, 0.5));

const { metric } = fc.letrec<{ metric: LogNode }>((tie) => ({
  metric: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fc.constantFrom(...RANGES), range, fc.option(grouping)).map(
      ([operator, of, group]): LogNode => ({
        kind: 'range aggregate',
        operator,
        of,
        ...(group === null ? {} : { grouping: group }),
      }),
    ),
    fc
      .tuple(positive, range)
      .map(([parameter, of]): LogNode => ({ kind: 'range aggregate', operator: 'quantile_over_time', parameter, of })),
    number.map((of): LogNode => ({ kind: 'number', value: of })),
    fc.constantFrom<LogNode>({ kind: 'vector', value: 0 }, { kind: 'vector', value: 2.5 }),
    fc.tuple(fc.constantFrom('sum', 'avg', 'count', 'stddev', 'sort'), tie('metric'), fc.option(outerGrouping)).map(
      ([operator, of, group]): LogAggregateNode => ({
        kind: 'aggregate',
        operator,
        of,
        ...(group === null ? {} : { grouping: group }),
      }),
    ),
    fc
      .tuple(fc.constantFrom('topk', 'bottomk'), positive, tie('metric'))
      .map(([operator, parameter, of]): LogNode => ({ kind: 'aggregate', operator, parameter, of })),
    fc.tuple(fc.constantFrom(...binaryOperators), tie('metric'), tie('metric'), fc.boolean(), fc.option(matching)).map(
      ([operator, left, right, bool, on]): LogBinaryNode => ({
        kind: 'binary',
        operator,
        left,
        right,
        ...(bool ? { bool } : {}),
        ...(on === null ? {} : { matching: on }),
      }),
    ),
    fc.record({
      kind: fc.constant('label replace' as const),
      of: tie('metric'),
      to: label,
      replacement: text,
      from: label,
      regexp: text,
    }),
  ),
}));

/** Any query that a panel or a rule could hold. */
export const arbitraryLogQuery: fc.Arbitrary<LogQueryNode> = fc.oneof(lines, { weight: 2, arbitrary: metric });
