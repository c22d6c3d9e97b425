import { describe, expect, it } from 'vitest';
import { finding } from '../finding.ts';
import type { Report } from '../review.ts';
import { htmlReport } from './html.ts';

const HOSTILE = `"><script>alert('1')</script><img src=x onerror=alert(2)>\u001b[31m`;
const place = { file: `rules/${HOSTILE}.yml`, line: 3 };

const danger = finding({
  kind: 'alert-removed',
  subject: { what: 'alert', name: HOSTILE, within: HOSTILE, place },
  sentence: `${HOSTILE} is gone.`,
  details: [{ what: `expression ${HOSTILE}`, before: `a{b=${HOSTILE}}`, after: HOSTILE }],
  touches: [1, 2, 3, 4].map((each) => ({ what: 'panel', name: `${HOSTILE}${each}`, file: HOSTILE, via: [HOSTILE] })),
});
const panel = finding({
  kind: 'panel-query',
  subject: { what: 'panel', name: 'Orders', within: HOSTILE, place, id: '7', dashboard: 'orders' },
  sentence: "'Orders': window 5m → 10m.",
  details: [{ what: 'query A', before: 'rate(a[5m])', after: 'rate(a[10m])' }],
});
const noise = finding({
  kind: 'schema-version',
  subject: { what: 'dashboard', name: 'Orders', place, id: 'orders' },
  sentence: "'Orders' has the schema version 41 instead of 39.",
  origin: 'upgrade',
});
const report = (findings: Report['findings']): Report => ({ from: 'main', to: HOSTILE, changedFiles: 3, findings });
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(3)"/>';
const picture = { file: 'pictures/orders.svg', width: 620, height: 296, view: 'view-7', svg, contrast: svg };
const pictures = [
  { dashboard: 'orders', panel: '7', title: HOSTILE, before: picture, after: picture, differing: 2 },
  { dashboard: 'orders', panel: '8', title: 'Told elsewhere', after: picture, differing: 9 },
];

describe('a report as a page', () => {
  const page = htmlReport(report([danger, panel, noise]), { pictures });

  it('runs nothing and loads nothing of what files say', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img src=x|onload=|https?:/);
    expect(page).not.toContain('\u001b');
  });

  it('has dangers outside of everything that can be folded', () => {
    const section = /<section id="danger".*?<\/section>/s.exec(page)?.[0] ?? '';
    expect(section.indexOf('is gone.')).toBeGreaterThan(0);
    expect(section.indexOf('is gone.')).toBeLessThan(section.indexOf('<details'));
    expect(section).toContain('read by 4 others');
  });

  it('marks the words that changed', () => {
    expect(page).toContain('rate(a[<del>5m</del>])');
    expect(page).toContain('rate(a[<ins>10m</ins>])');
  });

  it('shows the pictures of a panel with it, and those of others at the end', () => {
    expect(page.match(/<figure/g)).toHaveLength(2);
    expect(page.indexOf('Told elsewhere')).toBeGreaterThan(page.indexOf('id="pictures"'));
  });

  it('keeps what came with an upgrade apart', () => {
    expect(page).toContain('<h2>Came with an upgrade: Noise <span>1</span></h2>');
  });

  it('is a page when nothing changed', () => {
    const empty = htmlReport({ from: 'main', to: 'dist', changedFiles: 0, findings: [] }, {});
    expect(empty).toContain('<h1>nothing changed</h1>');
    expect(empty).not.toContain('<nav');
  });
});
