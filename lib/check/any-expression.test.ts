/** No expression brings a rule to its knees: whatever is written, what comes back are problems that say something. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryNode, arbitraryText } from '../../test/support/arbitrary-node.ts';
import { alertOn, panelOf, promql, recordedAs, shopResolution } from '../../test/support/shop.ts';
import { print } from '../promql/print.ts';
import { check } from './check.ts';

const expression = fc.oneof({ weight: 4, arbitrary: arbitraryNode.map(print) }, arbitraryText);

test('every expression is judged, and each problem has its four parts', () => {
  fc.assert(
    fc.property(
      expression.filter((text) => text.trim() !== ''),
      (text) => {
        const found = check(
          shopResolution({
            panels: [panelOf(text, ['service'])],
            signals: { a: recordedAs('app:a:sum', text) },
            alerts: { Odd: alertOn(promql(text)) },
          }),
        );
        for (const { where, found: what, allowed, remedy } of found) {
          for (const part of [where.what, what, allowed, remedy]) expect(part.trim()).not.toBe('');
        }
      },
    ),
    { seed: 42, numRuns: 500 },
  );
});
