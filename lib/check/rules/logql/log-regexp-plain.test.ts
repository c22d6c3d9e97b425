import { describeRule } from '../../../../test/support/rule-cases.ts';
import { logql, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logRegexpPlain } from './log-regexp-plain.ts';

const counted = (stages: string) => withLogPanel(logql(`rate({service="shop"} ${stages} [5m])`));

describeRule(logRegexpPlain, {
  example: counted('|~ "refused"'),
  allows: [
    ['a text', counted('|= "refused"')],
    ['an expression', counted('|~ "refused|denied"')],
    ['a text among expressions', counted('|~ "refused" or "den.ed"')],
  ],
  finds: [
    [
      'what is left out',
      counted('|= "a" !~ "health"'),
      {
        found: '!~ "health", which is a plain text',
        allowed: '!= "health"',
        remedy: "write the text itself: excludes('health')",
      },
    ],
  ],
});
