/** A rule's test as a table: models in which it finds nothing, and models with what it finds in each. */
import { describe, expect, test } from 'vitest';
import { findingsIn, problemOf } from '../../lib/check/check.ts';
import type { Example, Rule } from '../../lib/check/rule.ts';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import { shop } from './shop.ts';

/** What is found; whatever it does not name is as in the rule's example. */
export type Found = Partial<Example>;

export interface RuleCases {
  /** A bad definition that yields exactly the rule's example, which the documentation shows. */
  readonly example: ResolvedModel;
  readonly allows: readonly (readonly [title: string, model: ResolvedModel])[];
  readonly finds?: readonly (readonly [title: string, model: ResolvedModel, ...found: readonly Found[]])[];
}

/** Tests a rule. Files and lines are left out: they are the test's own. */
export function describeRule(rule: Rule, { example, allows, finds = [] }: RuleCases): void {
  const found = (model: ResolvedModel): readonly Example[] =>
    findingsIn(model, [rule])
      .map(problemOf)
      .map(({ where, found, allowed, remedy }) => ({ where: where.what, found, allowed, remedy }));

  describe(rule.id, () => {
    test('finds what the documentation shows', () => expect(found(example)).toEqual([rule.example]));
    test('finds nothing in the shop', () => expect(found(shop())).toEqual([]));
    for (const [title, model] of allows) test(`allows ${title}`, () => expect(found(model)).toEqual([]));
    for (const [title, model, ...expected] of finds) {
      test(`finds ${title}`, () =>
        expect(found(model)).toEqual(expected.map((each) => ({ ...rule.example, ...each }))));
    }
  });
}
