/** The line below a dashboard's title: what a viewer can choose, and where to go from here. */
import type { ResolvedDashboard } from '../../model/resolved.ts';
import type { Variable } from '../../model/variable.ts';
import type { Context } from '../context.ts';
import type { Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';
import { choice } from './chip.ts';

interface Control {
  readonly name: string;
  readonly value: string;
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

const GAP = 8;
const BETWEEN_LINKS = 16;

/** Variables and events at the left, links at the right; what has no room between is left out. */
export function controlLines(dashboard: ResolvedDashboard, { x, width, y }: Place, context: Context): Lines {
  const lines: string[] = [];
  let end = x + width;
  for (const { title } of [...dashboard.links].reverse()) {
    const text = `↗ ${title}`;
    lines.push(...label(text, { x: end, y, fill: context.theme.link, anchor: 'end' }));
    end -= Math.ceil(textWidth(text, USUAL_SIZE)) + BETWEEN_LINKS;
  }
  let start = x;
  for (const { name, value } of controls(dashboard)) {
    const placed = choice(name, value, start, y, context);
    if (placed.end > end) break;
    lines.push(...placed.lines);
    start = placed.end + GAP;
  }
  return lines;
}

function controls({ variables, annotations }: ResolvedDashboard): readonly Control[] {
  return [
    ...variables.map((variable) => ({ name: variable.label || variable.name, value: firstValue(variable) })),
    ...annotations.map(({ name }) => ({ name, value: 'on' })),
  ];
}

/** What a variable stands on when the dashboard is opened. */
function firstValue(variable: Variable): string {
  switch (variable.kind) {
    case 'datasource':
      return 'default';
    case 'query':
      return 'All';
    case 'custom':
      return variable.several === 'yes' ? 'All' : (variable.values[0]?.text ?? variable.values[0]?.value ?? '');
    case 'interval':
      return variable.values[0] ?? '';
    case 'text':
      return variable.value;
    case 'ad hoc':
      return 'any';
  }
}
