import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { dashboardLimits } from './dashboard-limits.ts';

const tagged = (...tags: readonly string[]) => shop({ dashboard: { tags } });
const titled = (title: string) => shop({ dashboard: { title } });

describeRule(dashboardLimits, {
  example: tagged('everything that the shop of the north sells, by region'),
  allows: [
    ['50 bytes', tagged('a'.repeat(50), 'ü'.repeat(25))],
    ['5,000 characters of two code units', titled('🛒'.repeat(5000))],
  ],
  finds: [
    ['51 bytes', tagged('a'.repeat(51)), { found: `the tag "${'a'.repeat(51)}" of 51 bytes` }],
    ['26 letters of two bytes', tagged('ü'.repeat(26)), { found: `the tag "${'ü'.repeat(26)}" of 52 bytes` }],
    ['an empty tag beside another', tagged('shop', ' '), { found: 'a tag without a text', remedy: 'remove it' }],
    [
      'one twice',
      tagged('a', 'a'),
      { found: 'the tag "a" twice', allowed: 'each tag once', remedy: 'remove one of them' },
    ],
    [
      'a title of 5,001 characters',
      titled('a'.repeat(5001)),
      {
        found: 'a title of 5001 characters',
        allowed: 'at most 5000',
        remedy: 'shorten it, and say the rest in `description`',
      },
    ],
  ],
});
