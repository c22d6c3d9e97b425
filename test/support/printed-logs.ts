/**
 * Tables of log queries with their text and labels, and the unit of those whose answer is numbers. Each row holds to each
 * other what the compiler infers, what the value says at run time, and what the text is when it is read; none is anything
 * that Loki refuses.
 */

import type { LabelsOf, UnitOf } from 'plainsight/promql';
import { describe, expect, test } from 'vitest';
import type { AnyLinesQuery } from '../../lib/logql/lines.ts';
import type { LinesNode, LogQueryNode } from '../../lib/logql/node.ts';
import { parse } from '../../lib/logql/parse/parse.ts';
import { print } from '../../lib/logql/print.ts';
import { refusals } from '../../lib/logql/refuse/refusals.ts';
import type { AnyLogVector } from '../../lib/logql/vector.ts';
import { mapLines } from '../../lib/logql/walk.ts';
import type { Unit } from '../../lib/units/unit.ts';
import type { Every } from './printed.ts';

export interface LogRow {
  readonly node: LogQueryNode;
  readonly text: string;
  /** What is found, and what is expected. */
  readonly labels: readonly [readonly string[], readonly string[]];
  readonly units: readonly [Unit | undefined, Unit | undefined];
}

/** A row of a query that counts. It compiles only when `labels` and `unit` are the inferred ones, exactly. */
export function numbers<V extends AnyLogVector, const Listed extends readonly LabelsOf<V>[]>(
  { node, labels, unit }: V,
  text: string,
  listed: Listed & Every<LabelsOf<V>, Listed>,
  expected: UnitOf<V>,
): LogRow {
  return { node, text, labels: [labels.names, listed], units: [unit, expected] };
}

/** A row of a query of lines. It compiles only when `labels` are the inferred ones, exactly. */
export function lines<Q extends AnyLinesQuery, const Listed extends readonly LabelsOf<Q>[]>(
  { node, labels }: Q,
  text: string,
  listed: Listed & Every<LabelsOf<Q>, Listed>,
): LogRow {
  return { node, text, labels: [labels.names, listed], units: [undefined, undefined] };
}

/** The tests of a table. */
export function describeLogs(title: string, rows: readonly LogRow[]): void {
  describe(title, () => {
    test.each(rows)('$text', ({ node, text, labels: [found, listed], units: [unit, expected] }) => {
      expect(print(node)).toBe(text);
      expect(found).toEqual([...listed].sort());
      expect(unit).toEqual(expected);
      expect(parse(text)).toEqual({ ok: true, node: asRead(node) });
      expect(refusals(node, { variables: 'filled in' })).toEqual([]);
    });
  });
}

/** The tree as a text gives it: what the shipper sets, and what lines look like, does not stand there. */
export function asRead(query: LogQueryNode): LogQueryNode {
  return query.kind === 'lines' ? bare(query) : mapLines(query, bare);
}

function bare({ streamLabels: _labels, examples: _examples, ...lines }: LinesNode): LinesNode {
  return lines;
}
