/** A real Loki is the oracle: it took or refused each of these texts. */
import { describe, expect, it, test } from 'vitest';
import { TEXTS } from '../../../test/support/loki-answers.ts';
import type { LogQueryNode } from '../node.ts';
import { parse } from '../parse/parse.ts';
import type { QueryPlace } from './refusal.ts';
import { refusals } from './refusals.ts';

function takes(text: string): boolean {
  const parsed = parse(text);
  return parsed.ok && refusals(parsed.node).length === 0;
}

function found(text: string, at: QueryPlace = {}): readonly string[] {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  return refusals(parsed.node, at).map((refusal) => refusal.found);
}

describe('refusals() and Loki', () => {
  test.each(TEXTS)('%s is taken: %s', (text, taken) => {
    expect(takes(text)).toBe(taken);
  });
});

describe('refusals() says what it found', () => {
  it.each([
    ['{service=~".*", pod!="x"}', ['{service=~".*", pod!="x"}']],
    ['{service=~"("}', ['service=~"(": missing closing ): `(`']],
    ['{service!=""}', []],
    ['{a="b"} | json="c"', undefined],
    ['{a="b"} |~ "[" or "b"', ['|~ "[": missing closing ]: `[`']],
    ['{a="b"} |> "<x>"', ['|> "<x>": the capture <x> has a name']],
    ['{a="b"} |= ip("1.2.3.4") or "x"', ['ip(…) before another `or`']],
    ['{a="b"} |~ ip("1.2.3.4")', ['|~ ip(…)']],
    ['{a="b"} | json c="d..e"', ['c="d..e"']],
    ['{a="b"} | logfmt c="d e"', ['c="d e"']],
    ['{a="b"} | regexp "x"', ['| regexp "x": no group has a name']],
    ['{a="b"} | line_format "{{ shout .c }}"', ['| line_format "{{ shout .c }}": there is no function `shout`']],
    ['{a="b"} | line_format "{{ if .c }}x{{ end }}"', []],
    ['{a="b"} | label_format c="{{"', ['label_format c="{{": the action `{{` is not closed']],
    ['{a="b"} | c:d="x"', ['the label `c:d`']],
    ['{a="b"} | drop c=~"("', ['c=~"(": missing closing ): `(`']],
    ['sort(vector(1)) by (a)', ['sort() with a grouping']],
    ['sum(2, vector(1))', ['sum(2, …)']],
    ['topk(2.5, vector(1))', ['topk(2.5, …)']],
    ['quantile_over_time({a="b"} | unwrap c [5m])', ['quantile_over_time(…)']],
    ['rate(2, {a="b"}[5m])', ['rate(2, …)']],
    ['vector(1) or 2', ['a number beside or']],
    ['label_replace(vector(1), "a", "b", "c", "(")', ['label_replace(…, "("): missing closing ): `(`']],
    ['rate({a="b"}[5m]) by (c)', ['rate(…) by (c)']],
    ['rate({a="b"}[$__auto])', ['[$__auto]']],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(parse(text).ok).toBe(false);
    else expect(found(text)).toEqual(expected);
  });

  it('takes a variable that Grafana fills in', () => {
    expect(found('rate({service=~"$service"} |~ "$text" [$__auto])', { variables: 'filled in' })).toEqual([]);
    expect(found('{service!~"$service"}', { variables: 'filled in' })).toEqual(['{service!~""}']);
  });

  it.each<[LogQueryNode, string]>([
    [{ kind: 'number', value: Number.NaN }, 'NaN'],
    [{ kind: 'vector', value: -1 }, 'vector(-1)'],
    [{ kind: 'raw', text: 'rate(', reason: 'a test' }, '1:6: found the end, expected a selector of streams'],
    [{ kind: 'raw', text: 'topk(0, vector(1))', reason: 'a test' }, 'topk(0, …)'],
    [{ kind: 'aggregate', operator: 'group', of: { kind: 'vector', value: 1 } }, 'group()'],
    [
      {
        kind: 'lines',
        streams: [{ label: 'a', operator: '=', value: 'b' }],
        stages: [
          { kind: 'drop', labels: [{ label: 'c' }] },
          { kind: 'line filter', operator: '!=', matches: ['x'] },
        ],
      },
      '| drop c != "x", read as a condition of drop',
    ],
    [
      {
        kind: 'lines',
        streams: [{ label: 'json', operator: '=', value: 'b' }],
        stages: [
          { kind: 'label filter', condition: { kind: 'duration', label: 'c', operator: '>', value: '5 minutes' } },
        ],
      },
      'the label `json`, a word of LogQL|c > 5 minutes',
    ],
  ])('%j', (node, expected) => {
    expect(
      refusals(node)
        .map((refusal) => refusal.found)
        .join('|'),
    ).toBe(expected);
  });
});
