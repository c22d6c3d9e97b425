import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPENMETRICS_VERDICTS } from '../../../test/support/expositions/openmetrics.ts';
import { TEXT_VERDICTS } from '../../../test/support/expositions/text.ts';
import { bytesOf, titleOf, type Verdict } from '../../../test/support/expositions/verdict.ts';
import { exposedText } from './bytes.ts';
import type { Format } from './family.ts';
import { parseExposition } from './parse.ts';

/** Why a text is refused, or the notes with which it is taken. */
function verdictOf(exposed: string | Uint8Array, format?: Format): string | readonly string[] {
  const exposition = parseExposition(exposedText(bytesOf(exposed)), format);
  if ('fault' in exposition) {
    const { line, found, expected } = exposition.fault;
    return `${line}: found ${found}, expected ${expected}`;
  }
  return exposition.notes.map(({ line, says }) => `${line}: ${says}`);
}

const named = (rows: readonly Verdict[]) =>
  rows.map(([exposed, becomes]) => [titleOf(exposed), exposed, becomes] as const);

describe('an exposition in the text format', () => {
  it.each(named(TEXT_VERDICTS))('%s', (_, exposed, becomes) => {
    expect(verdictOf(exposed, 'prometheus text')).toEqual(becomes);
  });

  it('is shown in part when the line is long', () => {
    expect(verdictOf(`a ${'x'.repeat(50)}\n`)).toBe(`1: found \`${'x'.repeat(40)}…\`, expected a number`);
  });
});

describe('an exposition in OpenMetrics', () => {
  it.each(named(OPENMETRICS_VERDICTS))('%s', (_, exposed, becomes) => {
    expect(verdictOf(exposed, 'openmetrics')).toEqual(becomes);
  });

  it.each(['# TYPE a info\n', '# UNIT a_seconds seconds\na_seconds 1\n'])('without its end is told by %j', (text) => {
    expect(verdictOf(text)).toMatch(/found the end of the text, expected '# EOF' as the last line$/);
  });
});

describe('a truncated exposition', () => {
  const whole =
    '# HELP a Of a.\n# TYPE a histogram\na_bucket{le="1"} 10\na_bucket{le="+Inf"} 10\na_sum 10\na_count 10\n';
  /** After these many characters what is left is whole in itself: nothing, a description, two of them. */
  const boundaries = ['', '# HELP a Of a.\n', '# HELP a Of a.\n# TYPE a histogram\n'].map((text) => text.length);

  it.each(Array.from(whole, (_, length) => length))('is told from a whole one after %i characters', (length) => {
    const verdict = verdictOf(whole.slice(0, length));
    if (boundaries.includes(length)) expect(verdict).toEqual([]);
    else expect(verdict).not.toEqual([]);
  });

  it('of OpenMetrics is refused wherever it is cut', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../test/fixtures/expositions/openmetrics.txt'), 'utf8');
    for (let length = 1; length < text.length - 1; length += 1) {
      expect(verdictOf(text.slice(0, length), 'openmetrics')).toBeTypeOf('string');
    }
  });
});
