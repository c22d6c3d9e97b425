/** Walking and rebuilding, over one tree that has every kind of node with something below it. */
import { describe, expect, test } from 'vitest';
import type { Node, SelectorNode } from './node.ts';
import { parse } from './parse/parse.ts';
import { print } from './print.ts';
import { children, mapNode, mapWindows, selectors, visit } from './walk.ts';

const selector = (metric: string): SelectorNode => ({ kind: 'selector', metric, matchers: [] });
const window = { kind: 'duration', duration: { ms: 300_000 } } as const;
const rate = (metric: string): Node => ({
  kind: 'call',
  function: 'rate',
  arguments: [{ kind: 'range', selector: selector(metric), window }],
});
const topk: Node = { kind: 'aggregate', operator: 'topk', parameter: { kind: 'number', value: 5 }, of: rate('b') };
const highest: Node = {
  kind: 'call',
  function: 'max_over_time',
  arguments: [{ kind: 'subquery', of: { kind: 'negation', of: selector('a') }, window, step: window }],
};
/** max_over_time((-a)[5m:5m]) / topk(5, rate(b[5m])) */
const tree: Node = { kind: 'binary', operator: '/', left: highest, right: topk };

const named = (node: Node): string => (node.kind === 'selector' ? node.metric : node.kind);

describe('children()', () => {
  test.each<[Node, readonly string[]]>([
    [tree, ['call', 'aggregate']],
    [topk, ['number', 'call']],
    [{ kind: 'aggregate', operator: 'sum', of: selector('a') }, ['a']],
    [highest, ['subquery']],
    [{ kind: 'range', selector: selector('a'), window }, ['a']],
    [{ kind: 'subquery', of: selector('a'), window }, ['a']],
    [{ kind: 'negation', of: selector('a') }, ['a']],
    [{ kind: 'call', function: 'time', arguments: [] }, []],
    [selector('a'), []],
    [{ kind: 'number', value: 1 }, []],
    [{ kind: 'number variable', name: '$__range_s' }, []],
    [{ kind: 'string', value: 'a' }, []],
    [{ kind: 'raw', text: 'a', reason: 'a test' }, []],
    [{ kind: 'reference', to: 'a', by: [], window }, []],
  ])('%# of $kind', (node, expected) => {
    expect(children(node).map(named)).toEqual(expected);
  });
});

test('visit() sees a node before its children, and left before right', () => {
  const seen: string[] = [];
  visit(tree, (node) => seen.push(named(node)));
  expect(seen).toEqual([
    ...['binary', 'call', 'subquery', 'negation', 'a'],
    ...['aggregate', 'number', 'call', 'range', 'b'],
  ]);
});

test('selectors() finds those of ranges and of subqueries', () => {
  expect(selectors(tree).map((found) => found.metric)).toEqual(['a', 'b']);
});

describe('mapNode()', () => {
  const renamed = (from: string, to: string) => (node: Node) =>
    node.kind === 'selector' && node.metric === from ? { ...node, metric: to } : node;

  test('changes a selector wherever it stands', () => {
    const text = print(mapNode(mapNode(tree, renamed('a', 'x')), renamed('b', 'y')));
    expect(text).toBe('max_over_time((-x)[5m:5m]) / topk(5, rate(y[5m]))');
  });

  test('changes each kind of node, children first', () => {
    const order: string[] = [];
    mapNode(tree, (node) => {
      order.push(named(node));
      return node;
    });
    expect(order).toEqual([
      ...['a', 'negation', 'subquery', 'call'],
      ...['number', 'b', 'range', 'call', 'aggregate', 'binary'],
    ]);
  });

  test('gives back the same object where nothing changed', () => {
    expect(mapNode(tree, (node) => node)).toBe(tree);
    const changed = mapNode(tree, renamed('b', 'y'));
    expect(changed).not.toBe(tree);
    expect(children(changed)[0]).toBe(children(tree)[0]);
  });

  test('freezes what it makes', () => {
    const changed = mapNode(tree, renamed('b', 'y'));
    const all: Node[] = [];
    visit(changed, (node) => all.push(node));
    expect(all.filter((node) => !Object.isFrozen(node))).toEqual([]);
    const call = mapNode(rate('b'), renamed('b', 'y'));
    expect(Object.isFrozen(children(call))).toBe(true);
  });

  test('refuses to put anything but a selector into a range', () => {
    expect(() => mapNode(rate('a'), (node) => (node.kind === 'selector' ? tree : node))).toThrow(
      "mapNode(): only a selector can stand in a range, not a 'binary'.",
    );
  });
});

test('mapWindows() changes ranges, and the range and step of a subquery', () => {
  const hour = { kind: 'duration', duration: { ms: 3_600_000 } } as const;
  const parsed = parse('sum_over_time(rate(a[5m])[10m:1m]) + rate(b[$__rate_interval]) + c offset 5m');
  expect(parsed.ok && print(mapWindows(parsed.node, () => hour))).toBe(
    'sum_over_time(rate(a[1h])[1h:1h]) + rate(b[1h]) + c offset 5m',
  );
});
