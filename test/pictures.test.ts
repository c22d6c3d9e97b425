/**
 * What must hold for every picture: the project's own dashboards in every profile and theme, as they open and the rows
 * that open folded, and a dashboard for each kind of panel with every option. Where GitHub shows a picture, nothing but
 * presentation attributes is allowed; where a reader's fonts differ from ours, nothing may lie over anything else.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { ResolvedDashboard, ResolvedPanel } from '../lib/model/resolved.ts';
import type { ScrapeJob } from '../lib/model/scrape-job.ts';
import { dashboardPicture, foldedPicture, type PictureOptions } from '../lib/picture/dashboard.ts';
import { root } from '../scripts/project.ts';
import { kinds } from './support/every-option.ts';
import { everyOption, resolvedModels } from './support/pictures.ts';
import {
  elements,
  inherited,
  overlaps,
  PROPORTIONAL,
  type SvgElement,
  type TextBox,
  textBoxes,
} from './support/svg.ts';

interface Picture {
  readonly name: string;
  readonly of: ResolvedDashboard;
  readonly jobs: readonly ScrapeJob[];
  readonly draw: (of: ResolvedDashboard, options: PictureOptions) => string | undefined;
}

const models = await resolvedModels();
const asBuilt: readonly Picture[] = models.flatMap(({ profile, dashboards, jobs }) =>
  dashboards.flatMap((of) => [
    { name: `${profile} ${of.uid}`, of, jobs, draw: dashboardPicture },
    // A dashboard without folded rows has no such picture.
    ...(of.rows.some(({ collapsed }) => collapsed)
      ? [{ name: `${profile} ${of.uid}, folded rows`, of, jobs, draw: foldedPicture }]
      : []),
  ]),
);
const pictures: readonly Picture[] = [
  ...asBuilt,
  ...kinds.map((kind) => ({
    name: `every option of ${kind}`,
    of: everyOption(kind),
    jobs: [],
    draw: dashboardPicture,
  })),
];
const themes = ['dark', 'light'] as const;
const drawn = pictures.flatMap((picture) =>
  themes.map((theme) => {
    const svg = svgOf(picture, picture.of, theme);
    return { name: picture.name, theme, svg, all: elements(svg) };
  }),
);

function svgOf({ draw, jobs }: Picture, of: ResolvedDashboard, theme: PictureOptions['theme'] = 'dark'): string {
  return draw(of, { theme, jobs }) ?? '';
}

const ELEMENTS = new Set('svg title rect path circle text tspan g view linearGradient stop'.split(' '));
const ATTRIBUTES = new Set([
  ...'xmlns width height viewBox x y dx x2 y1 y2 rx cx cy r d id transform offset textLength lengthAdjust'.split(' '),
  ...'fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linejoin stroke-linecap'.split(' '),
  ...'stop-color font-family font-size font-weight text-anchor'.split(' '),
]);

describe.each(drawn)('$name, $theme', ({ svg, all }) => {
  test('is well-formed XML of known elements with presentation attributes alone', () => {
    expect(all.map(({ name }) => name).filter((name) => !ELEMENTS.has(name))).toEqual([]);
    const attributes = all.flatMap((each) => Object.keys(each.attributes));
    expect(attributes.filter((attribute) => !ATTRIBUTES.has(attribute))).toEqual([]);
  });

  test('has one element a line', () => {
    const shared = all.filter(({ name, line }, index) => name !== 'tspan' && all[index - 1]?.line === line);
    expect(shared.map(({ name, line }) => `${name} on line ${line}`)).toEqual([]);
    expect(svg.endsWith('</svg>\n')).toBe(true);
  });

  test('refers to itself alone, and to what is there', () => {
    const ids = all.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids).toHaveLength(new Set(ids).size);
    const used = [...svg.matchAll(/url\(([^)]*)\)/g)].map(([, of = '']) => of);
    expect(used.filter((of) => !of.startsWith('#') || !ids.includes(of.slice(1)))).toEqual([]);
    expect(svg).not.toMatch(/href|javascript|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });

  test('is written in fonts that end in sans-serif', () => {
    const families = all.flatMap(({ attributes }) => attributes['font-family'] ?? []);
    expect(families.length).toBeGreaterThan(0);
    expect(families.filter((family) => !family.endsWith(' sans-serif'))).toEqual([]);
  });

  test('has a ground that nothing shines through', () => {
    const whole = all[0]?.attributes;
    const ground = all.find(({ name }) => name === 'rect')?.attributes;
    expect(ground).toEqual({
      width: whole?.width,
      height: whole?.height,
      fill: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
  });

  test('says lengths in tenths of a pixel at most', () => {
    const lengths = all.flatMap(({ attributes }) =>
      ['x', 'y', 'width', 'height', 'd', 'transform'].map((name) => attributes[name] ?? ''),
    );
    expect(lengths.filter((length) => /\.\d\d/.test(length))).toEqual([]);
  });

  test('is no larger than 100 KB', () => {
    expect(Buffer.byteLength(svg)).toBeLessThan(100_000);
  });

  test.each(PROPORTIONAL)('has no text over another, nor beyond its panel, in %s', (font) => {
    const boxes = textBoxes(all, font);
    expect(overlaps(boxes)).toEqual([]);
    expect(beyond(all, boxes)).toEqual([]);
  });

  test('has a view for each panel', () => {
    const panels = all.flatMap(({ attributes }) => /^panel-(\d+)$/.exec(attributes.id ?? '')?.[1] ?? []);
    const views = all.flatMap(
      ({ name, attributes }) => (name === 'view' ? /^view-(\d+)$/.exec(attributes.id ?? '')?.[1] : undefined) ?? [],
    );
    expect(panels.length).toBeGreaterThan(0);
    expect(views).toEqual(panels);
  });
});

/** Texts that reach beyond their panel, or beyond the picture. */
function beyond(all: readonly SvgElement[], boxes: readonly TextBox[]): readonly string[] {
  const whole = all[0]?.attributes.viewBox ?? '';
  return boxes
    .filter(({ element, left, right, top, bottom }) => {
      const panel = panelOf(element);
      const view = all.find(({ attributes }) => attributes.id === panel?.replace('panel', 'view'))?.attributes.viewBox;
      const [x = 0, y = 0, width = 0, height = 0] = (view ?? whole).split(' ').map(Number);
      return left < x || right > x + width || top < y || bottom > y + height;
    })
    .map(({ text, left, right }) => `'${text}' from ${Math.round(left)} to ${Math.round(right)}`);
}

function panelOf({ parent }: SvgElement): string | undefined {
  if (parent === undefined) return undefined;
  return parent.attributes.id?.startsWith('panel-') ? parent.attributes.id : panelOf(parent);
}

test('text is readable: no smaller than 10 pixels', () => {
  const sizes = drawn.flatMap(({ all }) =>
    all.filter(({ name }) => name === 'text').map((each) => Number(inherited(each, 'font-size'))),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
});

test('the pictures that are committed are typically smaller than 30 KB', () => {
  const sizes = asBuilt.map((picture) => Buffer.byteLength(svgOf(picture, picture.of))).sort((a, b) => a - b);
  expect(sizes[sizes.length >> 1]).toBeLessThan(30_000);
});

/** The project's pictures in one text. */
const SCRIPT = `
  const { resolvedModels } = await import('./test/support/pictures.ts');
  const { dashboardPicture, foldedPicture } = await import('./lib/picture/dashboard.ts');
  for (const { dashboards, jobs } of await resolvedModels())
    for (const of of dashboards) process.stdout.write(dashboardPicture(of, { jobs }) + (foldedPicture(of, { jobs }) ?? ''));
`;

test('the bytes are the same on another machine: another time zone, language and process', () => {
  const args = ['--import', 'tsx', '--input-type=module', '-e', SCRIPT];
  const env = { ...process.env, TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1e8 });
  expect(stderr).toBe('');
  expect(stdout).toBe(asBuilt.map((picture) => svgOf(picture, picture.of)).join(''));
});

/** A dashboard with the query of one panel changed: other values, and whatever follows from them. */
function withChange(of: ResolvedDashboard, id: number): ResolvedDashboard {
  const change = (panel: ResolvedPanel): ResolvedPanel => ({
    ...panel,
    queries: panel.queries.map((query) => ({
      ...query,
      signal: { ...query.signal, id: `${query.signal.id}-changed` },
    })),
  });
  const rows = of.rows.map((row) => ({
    ...row,
    panels: row.panels.map((panel) => (panel.id === id ? change(panel) : panel)),
  }));
  return { ...of, rows };
}

/** The lines that a diff would remove. */
function removed(before: string, after: string): readonly string[] {
  const left = new Map<string, number>();
  for (const line of after.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return before.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** The text of each panel's group, by its id; what stands around them is left over. */
function panelTexts(svg: string): ReadonlyMap<string, string> {
  const [around = '', ...parts] = svg.split('<g id="panel-');
  const texts = new Map([['around', around]]);
  for (const part of parts) {
    const end = endOfGroup(part);
    texts.set(/^\d+/.exec(part)?.[0] ?? '', part.slice(part.indexOf('>'), end));
    texts.set('around', texts.get('around') + part.slice(end));
  }
  return texts;
}

/** Where a group ends whose opening was cut off: groups stand in it too. */
function endOfGroup(text: string): number {
  let open = 1;
  for (const { 0: tag, index } of text.matchAll(/<g[ >]|<\/g>/g)) {
    open += tag === '</g>' ? -1 : 1;
    if (open === 0) return index + tag.length;
  }
  return text.length;
}

describe.each(asBuilt)('a change in $name', (picture) => {
  const { of, draw } = picture;
  const before = svgOf(picture, of);
  const hidden = draw === foldedPicture;
  const shown = of.rows.filter(({ collapsed }) => collapsed === hidden).flatMap(({ panels }) => panels);

  test.each(shown)('of $key touches under 40 lines, and no other panel', ({ id }) => {
    const after = svgOf(picture, withChange(of, id));
    expect(removed(before, after).length).toBeLessThan(40);
    const [left, right] = [panelTexts(before), panelTexts(after)];
    const changed = [...left.keys()].filter((key) => left.get(key) !== right.get(key));
    expect(changed.filter((key) => key !== String(id))).toEqual([]);
  });
});

test('every panel of a dashboard has its drawing in one of its pictures, and in one alone', () => {
  for (const { dashboards, jobs } of models) {
    for (const of of dashboards) {
      const both = dashboardPicture(of, { jobs }) + (foldedPicture(of, { jobs }) ?? '');
      const drawings = [...both.matchAll(/<g id="panel-(\d+)"/g)].map(([, id]) => Number(id));
      const panels = of.rows.flatMap((row) => row.panels.map(({ id }) => id));
      expect([...drawings].sort()).toEqual([...panels].sort());
    }
  }
});

test('a panel looks the same wherever it stands', () => {
  const { of, jobs } = asBuilt[0] ?? { of: everyOption('stat'), jobs: [] };
  const [first, ...others] = of.rows;
  const moved = { ...of, rows: [...others, ...(first === undefined ? [] : [first])] };
  const texts = (svg: string) => new Map([...panelTexts(svg)].filter(([key]) => key !== 'around'));
  expect(texts(dashboardPicture(moved, { jobs }))).toEqual(texts(dashboardPicture(of, { jobs })));
});

test('all pictures are drawn in well under a second of a processor', () => {
  const started = process.cpuUsage();
  for (const picture of asBuilt) svgOf(picture, picture.of);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
});
