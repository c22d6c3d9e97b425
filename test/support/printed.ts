/**
 * Tables of expressions with their text, labels and unit. Each row holds three things to each other: what the compiler
 * infers, what the value says at run time, and how Prometheus itself writes the text.
 */

import type { LabelsOf, UnitOf } from 'plainsight/promql';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../lib/promql/node.ts';
import { mask } from '../../lib/promql/parse/mask.ts';
import { parse } from '../../lib/promql/parse/parse.ts';
import { print } from '../../lib/promql/print.ts';
import type { Unit } from '../../lib/units/unit.ts';
import { formatted } from './promtool.ts';
import { describeWithServer } from './servers.ts';

/** A vector or a scalar. */
interface Printable {
  readonly node: Node;
  readonly labels?: { readonly names: readonly string[] };
  readonly unit: Unit;
}

export interface Row {
  readonly value: Printable;
  readonly text: string;
  readonly labels: readonly string[];
  readonly unit: Unit;
}

/** Refuses a list that leaves out a label which the compiler has inferred. */
export type Every<L extends string, Listed extends readonly L[]> = [L] extends [Listed[number]]
  ? unknown
  : { missing: L };

/** A row. It compiles only when `labels` and `unit` are the inferred ones, exactly. */
export function row<V extends Printable, const Listed extends readonly LabelsOf<V>[]>(
  value: V,
  text: string,
  labels: Listed & Every<LabelsOf<V>, Listed>,
  unit: UnitOf<V>,
): Row {
  return { value, text, labels, unit };
}

/** The tests of a table. */
export function describePrinted(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows)('$text', ({ value, text, labels, unit }) => {
      expect(print(value.node)).toBe(text);
      expect(value.labels?.names ?? []).toEqual([...labels].sort());
      expect(value.unit).toEqual(unit);
      expect(parsedAndPrinted(text)).toBe(text);
    });
  });
  describeWithServer(['promtool'], `${title}, as Prometheus writes it`, () => {
    test('is the same', async () => {
      // Prometheus knows nothing of Grafana's variables.
      const texts = rows.map(({ text }) => text).filter((text) => mask(text) === text);
      expect(await formatted(texts)).toEqual(texts);
    });
  });
}

function parsedAndPrinted(text: string): string {
  const parsed = parse(text);
  return parsed.ok ? print(parsed.node) : JSON.stringify(parsed.problem);
}
