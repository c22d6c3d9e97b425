import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readValues } from '../../../../test/support/grafana-values.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, withDashboard } from '../../../../test/support/shop.ts';
import { customQuery } from '../../../emit/grafana/variable.ts';
import type { CustomVariable, IntervalVariable } from '../../../model/variable.ts';
import { findingsIn } from '../../check.ts';
import { variableValues } from './variable-values.ts';

type Values = CustomVariable['values'];

const custom = (...values: Values) =>
  shop({ dashboard: { variables: [{ kind: 'custom', name: 'mode', label: 'Mode', values, several: false }] } });
const of = (...values: readonly string[]) => custom(...values.map((value) => ({ value })));
const interval = (...values: readonly string[]) => {
  // The types refuse what is no duration.
  const typed = values as IntervalVariable['values'];
  return shop({ dashboard: { variables: [{ kind: 'interval', name: 'mode', label: 'Mode', values: typed }] } });
};

const blank = {
  allowed: 'values with a text',
  remedy: 'write what it stands for in the query: .* for everything, and call it by a text',
};
const none = { found: 'no values', allowed: 'at least one value', remedy: 'add one, or remove the variable' };
const filled = {
  allowed: 'values that name no variable of the dashboard, and none of Grafana',
  remedy: 'rename the variable, or write the value out',
};

describeRule(variableValues, {
  example: of('a : b'),
  allows: [
    ['commas', of('a,b', ',', 'c')],
    ['blanks within', of('New York', 'a  b')],
    ['colons', of('a:b', 'a: b', 'a :b', ':')],
    ['backslashes', of('a\\b', '\\d+', 'a\\,b', 'c\\')],
    ['a text with a colon', custom({ value: 'x', text: 'a : b' })],
    ['everything under a name', custom({ value: '.*', text: 'All of them' })],
    ['a price', of('$5', '$US')],
    ['times', interval('5m', '1h')],
  ],
  finds: [
    ['none', of(), none],
    ['an empty one', of('a', ''), { found: 'the value "", which Grafana leaves out', ...blank }],
    ['blanks alone', of('  '), { found: 'the value "  ", which Grafana leaves out', ...blank }],
    [
      'a text of nothing',
      custom({ value: 'a', text: '' }),
      { found: 'the text "", which Grafana leaves out', ...blank },
    ],
    [
      'a blank at its end',
      of('a '),
      {
        found: 'the value "a ", which Grafana would read without the blank at its end',
        allowed: 'values without a blank at either end',
        remedy: 'write it without',
      },
    ],
    [
      'a line break',
      of('a\nb'),
      {
        found: 'the value "a\\nb", with a line break or another control character in it',
        allowed: 'values of one line',
        remedy: 'write it without',
      },
    ],
    [
      'a colon under a name of its own',
      custom({ value: 'a : b', text: 'x' }),
      { found: 'the value "a : b", which Grafana would read as the name a of the value b' },
    ],
    [
      'a colon at the start under a name of its own',
      custom({ value: ': a', text: 'x' }),
      { found: 'the value ": a", whose colon Grafana would take for the one between a name and its value' },
    ],
    [
      'a backslash at its end',
      of('a\\', 'b'),
      {
        found: 'the value "a\\\\", whose backslash Grafana would read with the comma after it',
        allowed: 'values that end in another character',
        remedy: 'put it last in the list',
      },
    ],
    [
      'one of the dashboard’s variables',
      of('$mode'),
      { found: 'the value "$mode", in which Grafana would fill in a variable', ...filled },
    ],
    [
      'a word of Grafana',
      of('a', '$__all'),
      { found: 'the value "$__all", in which Grafana would fill in a variable', ...filled },
    ],
    [
      'one twice',
      of('a', 'b', 'a'),
      { found: 'the value "a" twice', allowed: 'each value once', remedy: 'remove one of them' },
    ],
    ['no times', interval(), none],
    [
      'what is no time',
      interval('5 minutes'),
      {
        found: 'the value "5 minutes"',
        allowed: 'times above zero, such as 5m',
        remedy: 'write it as Prometheus does',
      },
    ],
  ],
});

it('lets nothing through that Grafana would read as something else', () => {
  const plain = of('a');
  const withValues = (values: Values) =>
    withDashboard(plain, (dashboard) => ({
      ...dashboard,
      variables: [{ kind: 'custom', name: 'mode', label: 'Mode', values, several: false }],
    }));
  const piece = fc.constantFrom('a', 'b', 'c d', ',', '\\', ':', ' : ', ' ', '\\,', '\n', '"');
  const written = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
  const value = fc
    .record({ value: written, text: fc.option(written, { nil: undefined }) })
    .map(({ value, text }) => (text === undefined ? { value } : { value, text }));
  let taken = 0;
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (values) => {
      if (findingsIn(withValues(values), [variableValues]).length > 0) return;
      taken += 1;
      expect(readValues(customQuery({ values }))).toEqual(values.map(({ value, text = value }) => ({ text, value })));
    }),
    { seed: 42, numRuns: 1000 },
  );
  expect(taken).toBeGreaterThan(100);
});
