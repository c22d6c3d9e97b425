/** Dashboards and panels as PNG files without a browser: their SVG, drawn by a library of the preview's own package. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Model } from '../../lib/model/model.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import type { ResolvedDashboard } from '../../lib/model/resolved.ts';
import { dashboardPicture, foldedPicture, type PictureOptions } from '../../lib/picture/dashboard.ts';
import { label } from '../../lib/picture/svg/label.ts';
import { type ThemeName, themes } from '../../lib/picture/theme.ts';

/** What is used of @resvg/resvg-js: it belongs to the preview's package, whose types the project does not have. */
interface Renderer {
  readonly Resvg: new (
    svg: string,
    options: { readonly font: { readonly loadSystemFonts: boolean } },
  ) => { render(): { asPng(): Uint8Array } };
}

export interface SvgPictureOptions {
  readonly profile: string;
  /** There already. */
  readonly folder: string;
  readonly theme: 'dark' | 'light';
  /** Also one picture for each panel. */
  readonly panels: 'too' | 'none';
}

/** Writes one file a dashboard, one of its folded rows where it has some, and those of panels. Returns the files. */
export function drawSvgs(model: Model, options: SvgPictureOptions): readonly string[] {
  const { profile, folder, theme, panels } = options;
  const load = createRequire(import.meta.url);
  const { Resvg }: Renderer = load('@resvg/resvg-js');
  const { dashboards, jobs } = resolve(model, profile).model;
  const svgs = dashboards.flatMap((dashboard) => [
    ...dashboardSvgs(dashboard, { theme, jobs }),
    ...(panels === 'too' ? panelSvgs(dashboard, { theme, jobs }) : []),
  ]);
  return svgs.map(([name, svg]) => {
    const file = join(folder, `${name}.png`);
    writeFileSync(file, new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng());
    return file;
  });
}

type Svg = readonly [name: string, svg: string];

function dashboardSvgs(dashboard: ResolvedDashboard, options: PictureOptions): readonly Svg[] {
  const folded = foldedPicture(dashboard, options);
  const whole: Svg = [dashboard.uid, dashboardPicture(dashboard, options)];
  return folded === undefined ? [whole] : [whole, [`${dashboard.uid}.folded`, folded]];
}

/** What a panel shows depends on it alone, so that a dashboard with nothing else in it has its picture. */
function panelSvgs(
  dashboard: ResolvedDashboard,
  options: PictureOptions & { readonly theme: ThemeName },
): readonly Svg[] {
  return dashboard.rows.flatMap((row) =>
    row.panels.map((panel): Svg => {
      const rows = [{ ...row, collapsed: false, panels: [panel] } as const];
      const svg = cut(dashboardPicture({ ...dashboard, rows }, options), panel.id, options.theme);
      return [pictureName(dashboard.uid, panel.key), svg];
    }),
  );
}

/**
 * What the picture of a panel is called, without its ending.
 *
 * @example pictureName('shop', 'orders-waiting') // 'shop-orders-waiting'
 */
export function pictureName(uid: string, key: string): string {
  return `${uid}-${key}`;
}

const NOTE_SIZE = 11;
const MARGIN = 10;

/** The part of a picture that its view of a panel shows, with the note that stands above a whole dashboard. */
export function cut(svg: string, panel: number, theme: ThemeName): string {
  const [, left, top, width, height] =
    new RegExp(`<view id="view-${panel}" viewBox="(\\S+) (\\S+) (\\S+) (\\S+)"`).exec(svg) ?? [];
  if (height === undefined) throw new Error(`The picture has no view of panel ${panel}.`);
  const [x, y] = [Number(left) + Number(width) - MARGIN, Number(top) + Number(height) - MARGIN];
  const note = label('sample data', { x, y, size: NOTE_SIZE, fill: themes[theme].secondary, anchor: 'end' });
  return svg
    .replace(
      /width="\d+" height="\d+" viewBox="[^"]*"/,
      `width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}"`,
    )
    .replace('</svg>', `${note.join('')}</svg>`);
}
