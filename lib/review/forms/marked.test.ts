import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked, type Part } from './marked.ts';

/** What only this text has stands in brackets. */
const shown = (parts: readonly Part[]): string =>
  parts.map(({ text, isSame }) => (isSame ? text : `⟦${text}⟧`)).join('');

const whole = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');
const shared = (parts: readonly Part[]): string => whole(parts.filter(({ isSame }) => isSame));

describe('two texts word by word', () => {
  it.each([
    ['the same', 'up == 0', 'up == 0', 'up == 0', 'up == 0'],
    ['a window', 'rate(a[5m])', 'rate(a[10m])', 'rate(a[⟦5m⟧])', 'rate(a[⟦10m⟧])'],
    ['a label more', 'sum by (job) (a)', 'sum by (job, pod) (a)', 'sum by (job) (a)', 'sum by (job⟦, pod⟧) (a)'],
    ['a name as a whole', 'job:a:rate5m', 'job:a:rate15m', '⟦job:a:rate5m⟧', '⟦job:a:rate15m⟧'],
    ['two places', 'a + b > 1', 'c + b > 2', '⟦a⟧ + b > ⟦1⟧', '⟦c⟧ + b > ⟦2⟧'],
    ['from nothing', '', 'up', '', '⟦up⟧'],
    ['signs beyond the first plane', '😀 a', '😀 b', '😀 ⟦a⟧', '😀 ⟦b⟧'],
  ])('%s', (_, before, after, was, is) => {
    const both = marked(before, after);
    expect([shown(both.before), shown(both.after)]).toEqual([was, is]);
  });

  const expression = fc
    .array(fc.constantFrom('a', 'b', 'sum', ' ', '(', ')', '[5m]', '\n', '😀'), { maxLength: 30 })
    .map((words) => words.join(''));

  it('loses nothing, and both share the same text', () => {
    fc.assert(
      fc.property(expression, expression, (before, after) => {
        const both = marked(before, after);
        expect([whole(both.before), whole(both.after)]).toEqual([before, after]);
        expect(shared(both.before)).toBe(shared(both.after));
      }),
      { seed: 42 },
    );
  });

  it('is done at once with texts that are too long to compare', () => {
    const [before, after] = ['a ', 'b '].map((word) => `start ${word.repeat(50_000)}end`);
    const { before: parts } = marked(before ?? '', after ?? '');
    expect(parts.map(({ isSame }) => isSame)).toEqual([true, false, true]);
  });
});
