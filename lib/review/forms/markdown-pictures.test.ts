import { describe, expect, it } from 'vitest';
import type { PanelPicture, PanelPictures } from '../pictures.ts';
import { markdownReport } from './markdown.ts';

const commits = { folder: 'dist', before: 'a'.repeat(40), after: 'b'.repeat(40) };
const published = { repository: 'shop/monitoring', commits };
const report = { from: 'main', to: 'dist', changedFiles: 1, findings: [] };

const picture = (file: string): PanelPicture => ({
  file,
  width: 620,
  height: 296,
  view: 'view-7',
  svg: '',
  contrast: '',
});
const panel = (title: string, more: Partial<PanelPictures> = {}): PanelPictures => ({
  dashboard: 'orders',
  panel: '7',
  title,
  before: picture('pictures/orders.svg'),
  after: picture('pictures/orders.folded.svg'),
  differing: 2,
  ...more,
});
const link = (commit: string, file: string): string =>
  `https://github.com/shop/monitoring/blob/${commit.repeat(40)}/dist/pictures/${file}?raw=true#view-7`;

describe('pictures in a pull request', () => {
  it('are links to the pictures of both commits, each cut to the panel', () => {
    const text = markdownReport(report, { pictures: [panel('Orders')], ...published });
    expect(text).toContain(`| before | after |
| --- | --- |
| <img src="${link('a', 'orders.svg')}" width="400" height="191" alt="Orders, before"> | <img src="${link('b', 'orders.folded.svg')}" width="400" height="191" alt="Orders, after"> |
`);
  });

  it('of a new panel are one', () => {
    const { before: _, ...added } = panel('Orders');
    const text = markdownReport(report, { pictures: [added], ...published });
    expect(text.match(/<img/g)).toHaveLength(1);
    expect(text).toContain('| after |\n| --- |\n');
  });

  it.each([
    ['nobody says where the commits lie', {}],
    ['nobody says in which repository', { commits }],
    ['nobody says in which commits', { repository: 'shop/monitoring' }],
    ['nothing is drawn differently', { ...published, pictures: [] }],
  ])('are none when %s', (_, given) => {
    expect(markdownReport(report, { pictures: [panel('Orders')], ...given })).not.toContain('Pictures');
  });

  it('say nothing to anybody and close nothing', () => {
    const hostile = panel('"><script> | @everyone </details>', { after: picture('pictures/a)b|"c.svg') });
    const text = markdownReport(report, { pictures: [hostile], ...published });
    expect(text).not.toMatch(/(?<!\\)<script/);
    expect(text.match(/(?<!\\)<\/details>/g)).toHaveLength(1);
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('| <img'))[0]
        ?.split('|'),
    ).toHaveLength(4);
  });

  it('are cut where there is no room, saying so', () => {
    const pictures = Array.from({ length: 400 }, (_, at) => panel(`Orders ${at}`));
    const text = markdownReport(report, { pictures, ...published });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/_\d+ more pictures are not shown here: there is no room\._\n\n<\/details>\n$/);
  });
});
