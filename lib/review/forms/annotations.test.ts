import { describe, expect, it } from 'vitest';
import { finding } from '../finding.ts';
import type { Kind } from '../kinds.ts';
import { annotations } from './annotations.ts';

const said = (kind: Kind, sentence: string, file = 'rules.yml', line?: number) =>
  finding({
    kind,
    subject: { what: 'alert', name: sentence, place: { file, ...(line !== undefined && { line }) } },
    sentence,
  });

const printed = (...findings: readonly ReturnType<typeof said>[]): readonly string[] =>
  annotations({ from: 'a', to: 'b', changedFiles: 1, findings }, {}).split('\n');

describe('annotations of GitHub Actions', () => {
  it.each([
    [
      'a danger',
      said('alert-removed', 'Gone.', 'rules.yml', 3),
      /^::warning file=rules\.yml,line=3,title=alert-removed [0-9a-f]{8}::Gone\.$/,
    ],
    ['a change', said('alert-for', 'Waits.'), /^::notice file=rules\.yml,title=alert-for [0-9a-f]{8}::Waits\.$/],
    [
      'a place that would end a property',
      said('alert-for', 'Waits.', 'a,line=9::b%\n.yml'),
      /^::notice file=a%2Cline=9%3A%3Ab%25%0A\.yml,title=/,
    ],
    ['a sentence with a command', said('alert-for', 'a\n::error::b%0A'), /::a%0A::error::b%250A$/],
    [
      'what is about all files',
      said('all-new', 'All is new.', '.'),
      /^::notice title=all-new [0-9a-f]{8}::All is new\.$/,
    ],
  ])('%s', (_, each, line) => {
    expect(printed(each)[0]).toMatch(line);
  });

  it('leave noise out', () => {
    expect(printed(said('schema-version', 'Newer.'))).toEqual(['1 noise', '']);
  });

  it('say how many are left out of more than GitHub shows', () => {
    const all = Array.from({ length: 14 }, (_, at) => said('alert-removed', `${at} is gone.`));
    const lines = printed(...all);
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines.at(-2)).toBe('14 dangers (4 findings more than GitHub would show)');
  });

  it('stand where the definition is when somebody knows it', () => {
    const report = { from: 'a', to: 'b', changedFiles: 1, findings: [said('alert-for', 'Waits.')] };
    const text = annotations(report, { placeOf: () => ({ file: 'alerts/orders.ts', line: 12 }) });
    expect(text).toMatch(/^::notice file=alerts\/orders\.ts,line=12,/);
  });
});
