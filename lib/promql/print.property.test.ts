/** Whatever tree there is: Prometheus takes its text, and the text is read back as the same tree. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryNode, arbitraryText } from '../../test/support/arbitrary-node.ts';
import { formatted, refusals } from '../../test/support/promtool.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import type { Matcher, Node, TimeShift } from './node.ts';
import { isVariable, mask } from './parse/mask.ts';
import { parse } from './parse/parse.ts';
import { print } from './print.ts';
import { mapNode } from './walk.ts';

/** What two trees have in common that print the same: matchers in order, nothing that leaves no trace in the text. */
function canonical(tree: Node): Node {
  return mapNode(tree, (node) => {
    if (node.kind === 'selector') return sorted(withoutZero(node));
    if (node.kind === 'subquery') return withoutZero(node);
    if (node.kind === 'aggregate' && node.grouping?.kind === 'by' && node.grouping.labels.length === 0) {
      const { grouping: _, ...rest } = node;
      return rest;
    }
    if (node.kind === 'binary' && node.matching?.kind === 'ignoring') {
      const { matching, ...rest } = node;
      return matching.labels.length === 0 && matching.group === undefined ? rest : node;
    }
    return node;
  });
}

function sorted<N extends { readonly matchers: readonly Matcher[] }>(node: N): N {
  const text = (matcher: Matcher): string => print({ kind: 'selector', metric: '', matchers: [matcher] });
  return { ...node, matchers: [...node.matchers].sort((a, b) => (text(a) < text(b) ? -1 : 1)) };
}

function withoutZero<N extends TimeShift>(node: N): N {
  if (node.offset === undefined || !('ms' in node.offset) || node.offset.ms !== 0) return node;
  const { offset: _, ...rest } = node;
  // What is left lacks nothing but an optional property.
  return rest as unknown as N;
}

function read(text: string): Node {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  return parsed.node;
}

const runs = { seed: 42, numRuns: 1500 };

describe('a printed tree', () => {
  test('is read back as the same tree', () => {
    fc.assert(
      fc.property(arbitraryNode, (node) => {
        expect(canonical(read(print(node)))).toEqual(canonical(node));
      }),
      runs,
    );
  });

  test('is read back and printed as the same text', () => {
    fc.assert(
      fc.property(arbitraryNode, (node) => {
        expect(print(read(print(node)))).toBe(print(node));
      }),
      runs,
    );
  });

  test('keeps label values of any characters', () => {
    fc.assert(
      fc.property(arbitraryText, (value) => {
        fc.pre(!isVariable(value));
        const text = print({ kind: 'selector', metric: 'a', matchers: [{ label: 'b', operator: '=', value }] });
        const node = read(text);
        expect(node.kind === 'selector' && node.matchers[0]?.value).toEqual(value);
      }),
      runs,
    );
  });
});

describeWithServer(['promtool'], 'a printed tree and Prometheus', () => {
  // promtool knows nothing of Grafana's variables: something that it knows stands in their places.
  const texts = (seed: number, numRuns: number): readonly string[] =>
    fc.sample(arbitraryNode, { seed, numRuns }).map((node) => mask(print(node)));

  test('agree that it is an expression', async () => {
    expect(await refusals(texts(43, 3000))).toBe('');
  });

  test('agree on how it is written', async () => {
    // Prometheus prints a label `inf` in a list as it cannot read it back: as a number. Numbers with zeros in front are
    // those that stand in for variables.
    const some = texts(44, 400).filter((text) => !/\("(?:inf|nan)"|, "(?:inf|nan)"|\b0+1s?\b/i.test(text));
    // It leaves out a plus that only its parser needs.
    const expected = some.map((text) => text.replace(/ offset \+\(/g, ' offset ('));
    expect((await formatted(some)).map(spelledOut)).toEqual(expected.map(spelledOut));
  });
});

/** Which characters are escaped hangs on the edition of Unicode that Go and Node were built with. */
function spelledOut(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|U([0-9a-f]{8}))/g, (_, short: string, long: string) =>
    String.fromCodePoint(Number.parseInt(short ?? long, 16)),
  );
}
