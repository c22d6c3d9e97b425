import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding } from '../finding.ts';
import type { Report } from '../review.ts';
import { jsonText, reportOf } from './json.ts';

const place = { file: 'grafana/dashboards/orders.json', line: 3 };
const removed = finding({
  kind: 'alert-removed',
  subject: { what: 'alert', name: 'OrdersWaiting', within: 'orders', place },
  sentence: 'The alert OrdersWaiting is gone.',
  details: [{ what: 'expression', before: 'job:orders_waiting:max > 100' }],
  touches: [{ what: 'runbook', name: 'OrdersWaiting', file: 'runbooks/OrdersWaiting.md', via: [] }],
});
const report: Report = { from: 'main', to: 'dist', changedFiles: 2, findings: [removed] };

/** The report's text with one of its values replaced. */
function changed(change: (written: Record<string, unknown>, finding: Record<string, unknown>) => void): string {
  const written = JSON.parse(jsonText(report));
  change(written, written.findings[0]);
  return JSON.stringify(written);
}

describe('a report as JSON', () => {
  it('comes back as it was', () => {
    expect(reportOf(jsonText(report))).toEqual({ report });
  });

  it('begins with what a reader counts', () => {
    expect(JSON.parse(jsonText(report))).toMatchObject({
      version: 1,
      summary: '1 danger',
      counts: { danger: 1, alert: 0, panel: 0, other: 0, noise: 0 },
    });
  });

  it.each([
    ['no JSON', '{', /Expected Object but received undefined/],
    ['a list', '[]', /^version: /],
    ['null', 'null', /Expected Object but received null/],
    ['another version', changed((written) => (written.version = 2)), /^version: /],
    ['a field more', changed((written) => (written.script = 'x')), /^script: /],
    ['a kind that there is not', changed((_, each) => (each.kind = 'harmless')), /^findings\.0\.kind: /],
    ['an id that is none', changed((_, each) => (each.id = '-->')), /^findings\.0\.id: /],
    ['a sentence that is a number', changed((_, each) => (each.sentence = 5)), /^findings\.0\.sentence: /],
    [
      'a name beyond all limits',
      changed((_, each) => (each.alsoIn = ['x'.repeat(10_001)])),
      /^findings\.0\.alsoIn\.0: /,
    ],
  ])('is refused with its place: %s', (_, text, fault) => {
    expect(reportOf(text)).toEqual({ fault: expect.stringMatching(fault) });
  });

  it('cannot call a danger noise', () => {
    const read = reportOf(changed((_, each) => (each.rank = 'noise')));
    expect(read).toMatchObject({ report: { findings: [{ rank: 'danger' }] } });
  });

  it('is refused or read, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Object.keys(reportOf(text))).toEqual(['fault']);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
