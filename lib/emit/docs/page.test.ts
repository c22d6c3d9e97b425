import { expect, it } from 'vitest';
import { shop } from '../../../test/support/shop.ts';
import { smallModel } from '../../../test/support/small-model.ts';
import { readings } from '../../model/readings.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import { needs } from './needs.ts';
import { indexPage } from './page.ts';
import { sectionsOf } from './sections.ts';

const pageOf = (model: ResolvedModel): string => indexPage(model, sectionsOf(model, needs(model, readings(model)), []));

it('has a section for each table of the index, and a way to it', () => {
  const page = pageOf(smallModel());
  const titles = [...page.matchAll(/<section id="([^"]+)">\n<h2>([^<]+)<\/h2>/g)].map(([, id, title]) => [id, title]);
  expect(titles).toEqual([
    ['dashboards', 'Dashboards'],
    ['alerts', 'Alerts'],
    ['recording-rules', 'Recording rules'],
    ['metrics-needed', 'Metrics needed'],
    ['left-out-of-this-profile', 'Left out of this profile'],
  ]);
  for (const [id] of titles) expect(page).toContain(`<a href="#${id}">`);
  expect(page).toContain('<img src="pictures/shop.svg" alt="Shop / Queue | orders, with sample data" loading="lazy">');
  expect(page).toContain('<td><code>QueueLong</code></td>');
});

it('shows texts of definitions as they are, whatever they hold', () => {
  const page = pageOf(
    shop({ dashboard: { title: '<img src=x onerror=alert(1)>', description: `"quoted" & 'so' \u001b[31m </td>` } }),
  );
  expect(page).not.toContain('<img src=x');
  expect(page).not.toContain('\u001b');
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).toContain('&quot;quoted&quot; &amp; &#39;so&#39;  [31m &lt;/td&gt;');
});
