/**
 * One verdict: of whatever text, we say what Prometheus says. The texts are printed trees in which tokens were left out,
 * doubled, exchanged or put in, so that most of them are wrong in one place.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryNode } from '../../../test/support/arbitrary-node.ts';
import { objections } from '../../../test/support/promtool.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { print } from '../print.ts';
import { experimentalIn, refusals } from '../refuse/refusals.ts';
import { regexpFault } from '../regexp/compile.ts';
import { selectors } from '../walk.ts';
import { mask } from './mask.ts';
import { parse } from './parse.ts';

/** Why we would refuse a text; undefined where we take it. */
function refusedBy(text: string): string | undefined {
  const parsed = parse(text);
  if (!parsed.ok) return `${parsed.problem.column}: expected ${parsed.problem.expected}`;
  const [experimental] = experimentalIn(parsed.node);
  if (experimental !== undefined) return `${experimental}()`;
  const faults = selectors(parsed.node).flatMap(({ matchers }) =>
    matchers.flatMap(({ operator, value }) =>
      operator.endsWith('~') && typeof value === 'string' ? (regexpFault(value) ?? []) : [],
    ),
  );
  return refusals(parsed.node)[0]?.found ?? faults[0];
}

const TOKEN = /"(?:\\.|[^"\\])*"|[\w.]+|\s+|<=|>=|<\/|>\/|==|!=|=~|!~|./gsu;
const VOCABULARY = [
  ...[
    'a',
    'b',
    '5',
    '5.',
    '.5',
    '1e3',
    '0x1F',
    '08',
    '5m',
    '1h30m',
    '30m1h',
    '0s',
    'Inf',
    'NaN',
    '"a"',
    "'b'",
    '`c`',
    '"\\x"',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '@',
    '+',
    '-',
    '*',
    '/',
    '%',
    '^',
    '=',
    '==',
    '!=',
    '=~',
    '!~',
    '<',
    '>',
    '<=',
    '>=',
  ],
  ...[
    '</',
    '>/',
    'and',
    'or',
    'unless',
    'atan2',
    'bool',
    'on',
    'ignoring',
    'group_left',
    'group_right',
    'by',
    'without',
  ],
  ...[
    'offset',
    'anchored',
    'smoothed',
    'start',
    'end',
    'start()',
    'end()',
    'step()',
    'range()',
    'min_of',
    'max_of',
    'fill',
  ],
  ...[
    'sum',
    'topk',
    'count_values',
    'rate',
    'time',
    'vector',
    'scalar',
    'abs',
    '[5m]',
    '[5m:1m]',
    '{a="b"}',
    '{a=~".*"}',
    '{}',
  ],
  ...[
    '(a)',
    '(b,)',
    '()',
    ' ',
    '\n',
    '# c\n',
    '#',
    '$',
    'é',
    '\\',
    '"',
    '~',
    ';',
    '\t',
    '\u00a0',
    '__name__',
    '1_000',
    '1__0',
  ],
];

interface Change {
  readonly how: 'left out' | 'doubled' | 'exchanged' | 'put in';
  readonly at: number;
  readonly token: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('left out', 'doubled', 'exchanged', 'put in'),
  at: fc.nat(10_000),
  token: fc.constantFrom(...VOCABULARY),
});

const CHANGES: Readonly<Record<Change['how'], (was: string, token: string) => readonly string[]>> = {
  'left out': () => [],
  doubled: (was) => [was, ' ', was],
  exchanged: (_, token) => [token],
  'put in': (was, token) => [token, ' ', was],
};

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, { how, at, token }) => {
    const tokens: string[] = before.match(TOKEN) ?? [];
    const place = at % Math.max(tokens.length, 1);
    tokens.splice(place, 1, ...CHANGES[how](tokens[place] ?? '', token));
    return tokens.join('');
  }, text);
}

/** Short ones say more: what is long is wrong in several places. */
const printed = arbitraryNode.map((node) => mask(print(node))).filter((text) => text.length < 200);
const broken = fc
  .tuple(printed, fc.array(change, { minLength: 1, maxLength: 2 }))
  .map(([text, changes]) => changed(text, changes));
/** Words in any order, to find what nobody would write. */
const babble = fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

describeWithServer(['promtool'], 'the verdict', () => {
  test.each([
    ['printed trees', printed, 1000],
    ['broken trees', broken, 5000],
    ['words in any order', babble, 5000],
  ] as const)("is Prometheus', of %s", async (_, texts, numRuns) => {
    // promtool reads YAML, which has no lone halves of characters and no U+FFFD in its own right.
    // A dollar begins one of Grafana's variables, which Prometheus never sees.
    const isTheirs = (text: string): boolean => text.isWellFormed() && text.trim() !== '' && mask(text) === text;
    const all = fc.sample(texts, { seed: 42, numRuns }).filter(isTheirs);
    const theirs = await objections(all);
    const unlike = all
      .map((text, i) => ({ text, theirs: theirs.get(i), ours: refusedBy(text) }))
      .filter((verdict) => (verdict.theirs === undefined) !== (verdict.ours === undefined));
    expect(unlike.slice(0, 20)).toEqual([]);
  });
});
