/** Dashboards as PNG files without a browser: their SVG, drawn by a library of the preview's own package. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Model } from '../../lib/model/model.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import { dashboardPicture } from '../../lib/picture/dashboard.ts';

/** What is used of @resvg/resvg-js: it belongs to the preview's package, whose types the project does not have. */
interface Renderer {
  readonly Resvg: new (
    svg: string,
    options: { readonly font: { readonly loadSystemFonts: boolean } },
  ) => { render(): { asPng(): Uint8Array } };
}

export interface SvgPictureOptions {
  readonly root: string;
  readonly profile: string;
  readonly folder: string;
  readonly theme: 'dark' | 'light';
}

/** Writes one file a dashboard. Returns the files. */
export async function drawSvgs(model: Model, options: SvgPictureOptions): Promise<readonly string[]> {
  const { root, profile, folder, theme } = options;
  const load = createRequire(join(root, 'preview/package.json'));
  const { Resvg }: Renderer = load('@resvg/resvg-js');
  const { dashboards, jobs } = resolve(model, profile).model;
  mkdirSync(folder, { recursive: true });
  return dashboards.map((dashboard) => {
    const file = join(folder, `${dashboard.uid}.png`);
    const svg = dashboardPicture(dashboard, { theme, jobs });
    writeFileSync(file, new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng());
    return file;
  });
}
