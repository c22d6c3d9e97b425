import { expect, it } from 'vitest';
import { problemText } from './problem.ts';

it('says what cannot be seen in names and texts, and hands nothing on to the terminal', () => {
  const problem = {
    where: { what: 'dashboard \u001b]0;owned\u0007', file: 'a.ts', line: 1 },
    rule: 'a-rule',
    found: 'the title "\u001b[2J\u009b31m\r"',
    allowed: 'text\nof two lines',
    remedy: '\u202e',
  };
  expect(problemText(problem)).toBe(
    'a.ts:1 dashboard \\u001b]0;owned\\u0007\n  found:   the title "\\u001b[2J\\u009b31m\\u000d"\n  allowed: text\nof two lines\n  remedy:  \\u202e (a-rule)',
  );
});
