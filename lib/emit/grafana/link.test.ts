import { describe, expect, it } from 'vitest';
import { cellLink, dashboardLink, panelLinkUrl } from './link.ts';

const database = { title: 'Database', to: { dashboard: 'voting-app-database' } };
const runbook = { title: 'Runbook', to: { url: 'https://example.org/runbook' }, newTab: true } as const;

describe('panelLinkUrl()', () => {
  it('takes time and variables to another dashboard, and nowhere else', () => {
    expect(panelLinkUrl(database)).toBe(`/d/voting-app-database?\${__url_time_range}&\${__all_variables}`);
    expect(panelLinkUrl(runbook)).toBe('https://example.org/runbook');
  });
});

describe('dashboardLink()', () => {
  it.each([
    [
      database,
      { url: '/d/voting-app-database', icon: 'dashboard', keepTime: true, includeVars: true, targetBlank: false },
    ],
    [runbook, { url: runbook.to.url, icon: 'external link', keepTime: false, includeVars: false, targetBlank: true }],
  ])('%#: says where to go, and what goes along', (link, expected) => {
    expect(dashboardLink(link)).toEqual({ title: link.title, ...expected });
  });
});

describe('cellLink()', () => {
  it.each([
    [
      { title: 'Runbook', before: 'https://example.org/', after: '.md' },
      'https://example.org/${__value.text:percentencode}.md',
    ],
    [{ title: 'Host', before: '/d/hosts?var-host=' }, '/d/hosts?var-host=${__value.text:percentencode}'],
  ])('%#: has the cell in its address, and opens beside the dashboard', (link, url) => {
    expect(cellLink(link)).toEqual({ title: link.title, url, targetBlank: true });
  });
});
