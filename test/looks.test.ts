/** What holds for the looks of every dashboard, in every profile: where a person on call looks first, and what colours say. */
import { describe, expect, test } from 'vitest';
import { lookOf, plainColour } from '../lib/model/look/look.ts';
import type { ResolvedDashboard, ResolvedModel, ResolvedPanel } from '../lib/model/resolved.ts';
import { kindOf } from '../lib/panels/kinds.ts';
import { dashboardPicture, foldedPicture } from '../lib/picture/dashboard.ts';
import { sampleLines } from '../lib/picture/data/lines.ts';
import { themes } from '../lib/picture/theme.ts';
import { knownJobs } from '../lib/sample/target-labels.ts';
import { resolvedModels } from './support/pictures.ts';
import { elements, textOf } from './support/svg.ts';

const models = await resolvedModels();
const dashboards = models.flatMap((model) =>
  model.dashboards.map((dashboard) => [`${model.profile} ${dashboard.uid}`, { dashboard, model }] as const),
);

interface Registered {
  readonly dashboard: ResolvedDashboard;
  readonly model: ResolvedModel;
}

function panelsOf({ dashboard }: Registered): readonly ResolvedPanel[] {
  return dashboard.rows.flatMap(({ panels }) => panels);
}

function isGraph(panel: ResolvedPanel): panel is ResolvedPanel<'timeseries'> {
  return panel.kind === 'timeseries';
}

function tellsLinesApart({ kind }: ResolvedPanel): boolean {
  const { shows, levelColours, columns } = kindOf(kind);
  return shows === 'signals' && levelColours === undefined && columns === undefined;
}

/** At one pixel, colours that differ by less are one. */
const ALIKE = 35;

/** How different two colours look. Source: CIE 1976, ΔE*ab. */
function distance(one: string, other: string): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

function lab(colour: string): readonly number[] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function root(value: number): number {
  return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116;
}

describe.each(dashboards)('%s', (_, registered) => {
  test('begins with the alerts that fire, and since when', () => {
    const [first] = registered.dashboard.rows[0]?.panels ?? [];
    expect(first?.key).toBe('firing');
    expect(first?.grid).toMatchObject({ x: 0 });
    expect(JSON.stringify(first?.options)).toContain('"title":"Since"');
  });

  test('has room for every row of its tables, and for every title', () => {
    const jobs = registered.model.jobs;
    const pictures = [dashboardPicture(registered.dashboard, { jobs }), foldedPicture(registered.dashboard, { jobs })];
    const texts = pictures.flatMap((svg) => elements(svg ?? '<svg/>')).filter(({ name }) => name === 'text');
    expect(texts.map(textOf).filter((text) => /^\d+ of \d+ rows$/.test(text))).toEqual([]);
    const titles = texts.filter(({ attributes }) => attributes['font-weight'] === '500' && attributes.y === '25');
    expect(titles.map(textOf).filter((text) => text.endsWith('…'))).toEqual([]);
  });

  test('gives each line of a graph a colour that stands for a level or for what it is, never for its place', () => {
    const jobs = knownJobs(registered.model.jobs);
    const byPlace = panelsOf(registered)
      .filter(tellsLinesApart)
      .filter((panel) => plainColour(panel) === undefined)
      .flatMap((panel) => {
        const lines = sampleLines(panel, { theme: themes.dark, jobs });
        return lines.filter(({ override }) => override.colour === undefined).map(({ name }) => `${panel.key}: ${name}`);
      });
    expect(byPlace).toEqual([]);
  });

  test.each(['dark', 'light'] as const)('draws no two lines of a graph in colours that look alike, in %s', (name) => {
    const jobs = knownJobs(registered.model.jobs);
    const alike = panelsOf(registered)
      .filter(isGraph)
      .flatMap((panel) => {
        const colours = [...new Set(sampleLines(panel, { theme: themes[name], jobs }).map(({ colour }) => colour))];
        const pairs = colours.flatMap((one, index) => colours.slice(index + 1).map((other) => [one, other] as const));
        return pairs.filter(([one, other]) => distance(one, other) < ALIKE).map((pair) => `${panel.key}: ${pair}`);
      });
    expect(alike).toEqual([]);
  });

  test('ends no axis at 0 where what lies below is the message', () => {
    const cut = panelsOf(registered)
      .filter(isGraph)
      .filter((panel) => lookOf(panel).options.min !== undefined)
      .filter(({ queries }) =>
        queries.some(({ signal: { thresholds } }) => {
          return thresholds?.direction === 'below' && Object.values(thresholds.at).includes(0);
        }),
      );
    expect(cut.map(({ key }) => key)).toEqual([]);
  });

  test('begins every graph of an amount at 0', () => {
    const open = panelsOf(registered)
      .filter(isGraph)
      .filter((panel) => {
        const { min = 0, softMin } = lookOf(panel).options;
        return !panel.queries.some(({ signal }) => signal.unit.of === 'ratio') && (softMin ?? min) !== 0;
      });
    expect(open.map(({ key }) => key)).toEqual([]);
  });
});
