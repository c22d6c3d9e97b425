/** Random selectors, and what stands in them: names, texts, windows and times of any kind that Prometheus takes. */
import fc from 'fast-check';
import { escapeRegExp } from '../../lib/promql/matcher.ts';
import type {
  Matcher,
  MatchValue,
  PlainWindow,
  SelectorNode,
  SpanTerm,
  TimeShift,
  WindowNode,
} from '../../lib/promql/node.ts';
import { isVariable } from '../../lib/promql/parse/mask.ts';

/** Text of any characters, those that need escapes among them. */
export const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }), fc.string());
const someText = text.filter((value) => value !== '');

const plainName = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/);
/** Names that the grammar could take for something else. */
const keyword = fc.constantFrom(
  'on',
  'by',
  'bool',
  'and',
  'sum',
  'offset',
  'inf',
  'nan',
  'group_left',
  'start',
  'rate',
);
const label = fc.oneof({ weight: 4, arbitrary: plainName }, keyword, someText).filter((name) => name !== '__name__');
export const labels = fc.uniqueArray(label, { maxLength: 3 });

const variable = fc.constantFrom('$service', `\${service:regex}`, '[[service]]', `\${a.b:json}`);
const expression = fc.oneof(
  fc.constantFrom('.+', '5..', 'a|b', '[0-9]+', '(?i)x', '\\d+', ''),
  text.map((value) => escapeRegExp(value)),
);
/** A text that is a variable and nothing else is what the tree calls a variable. */
const matchValue = (value: string): MatchValue => (isVariable(value) ? { variable: value } : value);

export const matcher: fc.Arbitrary<Matcher> = fc.oneof(
  fc.record({ label, operator: fc.constantFrom('=', '!='), value: text.map(matchValue) }),
  fc.record({ label, operator: fc.constantFrom('=~', '!~'), value: expression.map(matchValue) }),
  fc.record({ label, operator: fc.constantFrom('=~', '!~'), value: variable.map(matchValue) }),
);
/** Prometheus wants at least one matcher that the empty text does not satisfy. */
export const certain: fc.Arbitrary<Matcher> = fc.record({
  label,
  operator: fc.constant('='),
  value: someText.map(matchValue),
});

const metric = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,12}$/) },
  keyword,
  someText,
);

/** Whole seconds, and a few of less: Prometheus counts in floating seconds and loses a millisecond of some others. */
const milliseconds = fc.oneof(
  fc.constantFrom(1, 500, 1000, 60_000, 3_600_000, 86_400_000, 604_800_000, 31_536_000_000),
  fc.integer({ min: 1, max: 100_000_000 }).map((seconds) => seconds * 1000),
);
const windowVariable = fc
  .constantFrom('$__rate_interval', `\${__interval}`, '[[window]]', '$w')
  .map((name) => ({ kind: 'variable', name }) as const);

type Terms = { readonly operation: SpanTerm; readonly term: SpanTerm };
const literal: fc.Arbitrary<SpanTerm> = fc.record({
  kind: fc.constant('span'),
  value: fc.integer({ min: -100, max: 100_000 }).filter((value) => value !== 0),
  as: fc.constantFrom('duration', 'seconds'),
});
const ofQuery = fc.constantFrom<SpanTerm>({ kind: 'step' }, { kind: 'query range' });
/** What Prometheus has to work out: a number alone it has read already. */
const { operation } = fc.letrec<Terms>((tie) => ({
  term: fc.oneof({ depthSize: 'small' }, literal, windowVariable, ofQuery, tie('operation')),
  operation: fc.oneof(
    { depthSize: 'small' },
    ofQuery,
    fc.oneof(ofQuery, windowVariable, tie('operation')).map((of): SpanTerm => ({ kind: 'span negation', of })),
    fc.record({
      kind: fc.constant('span operation' as const),
      operator: fc.constantFrom('+', '-', '*', '/', '%', '^', 'min_of', 'max_of'),
      left: tie('term'),
      right: tie('term'),
    }),
  ),
}));
const computed = operation.map((of) => ({ kind: 'computed', of }) as const);

export const shift: fc.Arbitrary<TimeShift> = fc.record(
  {
    offset: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.tuple(milliseconds, fc.constantFrom(1, -1, 0)).map(([ms, sign]) => ({ ms: ms * sign })),
      },
      windowVariable,
      computed,
    ),
    at: fc.oneof(
      fc.constantFrom('start' as const, 'end' as const, { kind: 'variable', name: '$t' } as const),
      fc.integer({ min: -4_000_000_000_000, max: 4_000_000_000_000 }).map((ms) => ms / 1000),
    ),
  },
  { requiredKeys: [] },
);

const extended = fc.record(
  { extended: fc.constantFrom('anchored' as const, 'smoothed' as const) },
  { requiredKeys: [] },
);
const namedSelector = fc.tuple(metric, fc.array(matcher, { maxLength: 3 }), shift, extended);
const namelessSelector = fc.tuple(fc.constant(''), fc.tuple(certain, matcher), shift, extended);
export const selector: fc.Arbitrary<SelectorNode> = fc
  .oneof({ weight: 4, arbitrary: namedSelector }, namelessSelector)
  .map(([name, matchers, time, ends]) => ({ kind: 'selector', metric: name, matchers, ...ends, ...time }));

const duration: fc.Arbitrary<PlainWindow> = milliseconds.map((ms) => ({ kind: 'duration', duration: { ms } }));
/** What every server can read. */
export const plainWindow: fc.Arbitrary<PlainWindow> = fc.oneof({ weight: 4, arbitrary: duration }, windowVariable);
export const window: fc.Arbitrary<WindowNode> = fc.oneof(
  { weight: 4, arbitrary: plainWindow },
  computed.filter(({ of }) => !(of.kind === 'span negation' && of.of.kind === 'variable')),
);
