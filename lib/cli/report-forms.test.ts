import { describe, expect, it } from 'vitest';
import { wantedForms } from './report-forms.ts';

/** Each form with its file. */
function asked(...given: readonly string[]): unknown {
  const wanted = wantedForms(given);
  return 'refusal' in wanted ? wanted.refusal : wanted.map(({ name, file }) => [name, file]);
}

describe('--format', () => {
  it.each([
    [['terminal'], [['terminal', undefined]]],
    [['markdown=out/report.md'], [['markdown', 'out/report.md']]],
    [['html=a=b.html'], [['html', 'a=b.html']]],
    [
      ['json=report.json', 'annotations'],
      [
        ['json', 'report.json'],
        ['annotations', undefined],
      ],
    ],
    [
      ['json=one.json', 'json=two.json'],
      [
        ['json', 'one.json'],
        ['json', 'two.json'],
      ],
    ],
  ])('%j', (given, expected) => {
    expect(asked(...given)).toEqual(expected);
  });

  it.each([
    [['toml'], "There is no form 'toml'; there are terminal, markdown, html, json, sarif, annotations."],
    [['toml=x'], "There is no form 'toml'; there are terminal, markdown, html, json, sarif, annotations."],
    [['=x'], "There is no form ''; there are terminal, markdown, html, json, sarif, annotations."],
    [['json='], '--format json= names no file: write --format json=report.json.'],
    [
      ['markdown', 'sarif'],
      '--format markdown and --format sarif would be printed into each other: write all but one into a file, such as --format sarif=report.sarif.',
    ],
    [['json=a', 'html=a'], 'Two forms go into a: give each a file of its own.'],
  ])('%j is refused', (given, refusal) => {
    expect(asked(...given)).toBe(refusal);
  });
});
