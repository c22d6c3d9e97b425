/** Prometheus is the oracle of what compiles: for expressions that people write, and for whatever the syntax makes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objections } from '../../../test/support/promtool.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { quote } from '../quote.ts';
import { regexpFault } from './compile.ts';

const WRITTEN = [
  ...[
    'a.b',
    'a\\.b',
    '(?i)a',
    '(?s:a.)b',
    '(?P<n>a)',
    '(?<n>a)',
    '[[:alpha:]]+',
    '\\Qa(b\\E',
    'a{2,1000}',
    '\\pN',
    'a\\\\1',
  ],
  ...[
    '[]a]',
    '\\d+\\z',
    '(?=a)',
    '(?<!a)b',
    '(a)\\1',
    'a**',
    'a++',
    'a{1001}',
    'a{2,1}',
    '[a',
    '(a',
    'a)',
    '*a',
    '\\y',
  ],
  ...[
    '[z-a]',
    '\\Z',
    'a[^]b',
    '(a{500}){3}',
    '(?:a{500}){3}',
    '[a-\\d]+',
    '\\p{Script=Greek}',
    '\\x4',
    '\\p{L}+',
    '\\123',
  ],
  ...[
    '(a{10}){100}',
    '(a{10}){101}',
    '((a{10}){10}){11}',
    '(a{1001}){0}',
    '(a{0,500}){0,3}',
    'a{,5}',
    'a{5',
    '{5}',
    'x{0}',
  ],
  ...[
    '\\u0041',
    '\\cA',
    '\\x{41}',
    '\\x{110000}',
    '\\x{}',
    '\\08',
    '\\0',
    '\\8',
    '\\777',
    '[\\123]',
    '\\k<n>',
    '\\G',
    '\\K',
    '\\h',
  ],
  ...[
    '\\R',
    '\\X',
    '\\C',
    '\\Q',
    '\\E',
    'a\\',
    '\\p{Greek}',
    '\\p{^Greek}',
    '\\P{L}',
    '\\pZ',
    '\\p{Lu}',
    '\\p{foo}',
    '\\p',
    '[\\p{L}-z]',
  ],
  ...[
    '[[:foo:]]',
    '[[:constructor:]]',
    '[[:^digit:]]',
    '[:alpha:]',
    '[[=a=]]',
    '[[.a.]]',
    '[a-]',
    '[-a]',
    '[a-b-c]',
    '[--a]',
  ],
  ...[
    '[]',
    '[^]',
    '[[]',
    '[]]',
    '[\\]',
    '[a\\]',
    '[a&&b]',
    '[\\b]',
    '[\\B]',
    '[\\z]',
    '[\\Qa\\E]',
    '()',
    '(|a)',
    '||',
    '(?:)',
    '(?)',
  ],
  ...[
    '(?i',
    '(?i:',
    '(?-s)',
    '(?x)a',
    '(?u)a',
    '(?U)a',
    '(?i-i)a',
    '(?#c)a',
    '(?>a)',
    '(?|a)',
    '(?P=n)',
    '(?P>n)',
    "(?'n'a)",
  ],
  ...[
    '(?P<n>a)(?P<n>b)',
    '(?<n>a)|(?<n>b)',
    '(?P<1>a)',
    '(?P<>a)',
    '(?P<n a>b)',
    '(?P<é>a)',
    '(?(1)a|b)',
    'a{2}{3}',
    'a{2}*',
    'a?*',
  ],
  ...[
    'a??',
    'a???',
    'a*?',
    'a+?+',
    '^*',
    '$+',
    '\\b*',
    '^^',
    '$$',
    '(?:^)*',
    '.{1000}',
    '.{1000}.{1000}',
    'é+',
    '\\é',
    '\\_',
    '\\-',
  ],
  ...[
    '\\/',
    '\\<',
    '\\ ',
    '\\\n',
    '((((((((((a))))))))))',
    '5..',
    '.+',
    '\\d{3}',
    '(2|3)\\d\\d',
    'a|b|',
    '[^/]+',
    '\\w+@\\w+',
    '/var/.*',
  ],
];

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b', '.', '\\d', '[a-c]', '[^x]', '\\.', '(', ')', '|', '*', '+', '?', '^', '$'),
  },
  fc.constantFrom(
    '{2}',
    '{0,3}',
    '{40}',
    '{999,}',
    '{1001}',
    '{',
    '}',
    '[',
    ']',
    '-',
    '(?:',
    '(?i)',
    '(?P<n>',
    '(?<m>',
    '(?=',
    '\\',
  ),
  fc.constantFrom(
    '\\1',
    '\\x41',
    '\\x{',
    '\\p{L}',
    '\\pL',
    '\\Q',
    '\\E',
    '[[:alpha:]]',
    '[:word:]',
    '\\b',
    '\\z',
    'é',
    '☃',
    '😀',
  ),
);
const arbitraryRegexp = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));

describeWithServer(['promtool'], 'regexpFault(), against Prometheus', () => {
  const unlike = async (texts: readonly string[]): Promise<readonly unknown[]> => {
    const refused = await objections(texts.map((text) => `x{a=~${quote(text)}}`));
    return texts
      .map((text, i) => ({ text, theirs: refused.get(i), ours: regexpFault(text) }))
      .filter(({ theirs, ours }) => (theirs === undefined) !== (ours === undefined));
  };

  test('agrees on what people write', async () => {
    expect(await unlike(WRITTEN)).toEqual([]);
  });

  test('agrees on whatever the syntax makes', async () => {
    expect(await unlike(fc.sample(arbitraryRegexp, { seed: 42, numRuns: 4000 }))).toEqual([]);
  });

  test('agrees near the limits of size', async () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(await unlike([nested(300), nested(999), nested(1001), `(${'a|'.repeat(900)}b)`])).toEqual([]);
  });
});
