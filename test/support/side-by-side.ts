/** The SVG of one panel of each kind, as docs/preview.md shows it beside what the preview draws. */
import { join } from 'node:path';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import type { ResolvedPanel } from '../../lib/model/resolved.ts';
import type { PanelKind } from '../../lib/panels/kinds.ts';
import { type PageContext, panelLines } from '../../lib/picture/page/grid.ts';
import { container } from '../../lib/picture/svg/element.ts';
import { themes } from '../../lib/picture/theme.ts';
import { knownJobs } from '../../lib/sample/target-labels.ts';
import { type TimeRange, timeRange } from '../../lib/sample/time.ts';
import { loadModel, root } from '../../scripts/project.ts';
import kindsDashboard from './kinds-dashboard.ts';

/** Where the pictures lie. */
export const FOLDER = join(root, 'docs/preview');

/** What a panel measures in both pictures. */
export const SIZE = { width: 480, height: 258 } as const;

/** How to make the pictures again; docs/preview.md names it too. */
export const COMMAND = 'node --import tsx test/support/write-side-by-side.ts';

export interface KindPicture {
  readonly kind: PanelKind;
  /** The panel's id, in both pictures. */
  readonly id: number;
  readonly svg: string;
}

export interface KindPictures {
  readonly dashboard: string;
  readonly range: TimeRange;
  readonly pictures: readonly KindPicture[];
}

/** The SVG of each kind, in the dark theme, and what is needed to draw the same in the preview. */
export async function kindPictures(): Promise<KindPictures> {
  const project = await loadModel();
  const [profile = ''] = project.profiles;
  const { dashboards, jobs } = resolve({ ...project, dashboards: [kindsDashboard] }, profile).model;
  const range = timeRange(kindsDashboard.from, kindsDashboard.to);
  const context: PageContext = { theme: themes.dark, range, jobs: knownJobs(jobs) };
  const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const pictures = panels.map((panel) => ({ kind: panel.kind, id: panel.id, svg: panelSvg(panel, context) }));
  return { dashboard: kindsDashboard.uid, range, pictures };
}

function panelSvg(panel: ResolvedPanel, context: PageContext): string {
  const { width, height } = SIZE;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    'font-family': 'Inter, Helvetica, Arial, sans-serif',
    'font-size': 12,
    fill: context.theme.text,
  };
  return `${container('svg', attributes, panelLines(panel, { x: 0, y: 0, ...SIZE }, context)).join('\n')}\n`;
}
