/**
 * Small changes of the kinds that dashboards and rules go through, each with the report that a reviewer gets. They are
 * held word by word: the sentence is what somebody approves a change by.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terminalText } from '../../lib/review/forms/terminal.ts';
import { KIND_NAMES } from '../../lib/review/kinds.ts';
import { review } from '../../lib/review/review.ts';
import { sentencesOfKinds } from '../../scripts/docs/review-page.ts';
import { root } from '../../scripts/project.ts';
import { readPair } from './pair.ts';

const folder = join(import.meta.dirname, 'pairs');

describe('the report on', () => {
  it.each(readdirSync(folder).sort())('%s', (name) => {
    const { before, after, report } = readPair(join(folder, name));
    expect(terminalText(review(before, after), { colours: false })).toBe(report);
  });
});

it('every kind of finding is shown by a pair', () => {
  const shown = sentencesOfKinds(root);
  expect(KIND_NAMES.filter((kind) => !shown.has(kind))).toEqual([]);
});
