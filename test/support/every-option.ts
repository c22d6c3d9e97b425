/**
 * Every value that an option of a panel can have. The type asks for each option of each kind, so that a new one cannot
 * be forgotten.
 */

import type { ResolvedPanel } from '../../lib/model/resolved.ts';
import type { OptionsByKind, PanelKind } from '../../lib/panels/kinds.ts';
import type { Calculation } from '../../lib/panels/options.ts';
import { panel } from './grafana-panels.ts';

type EveryValue<Options> = { readonly [P in keyof Options]-?: readonly Options[P][] };

const calculation: readonly Calculation[] = [
  'last',
  'lastNotNull',
  'first',
  'min',
  'max',
  'mean',
  'sum',
  'range',
  'delta',
];
const legendStyle = [
  { show: 'list' },
  { show: 'table', place: 'right', calculations: ['mean', 'max'] },
  { show: 'none' },
  { calculations: ['last'], place: 'bottom' },
] as const;
const direction = ['horizontal', 'vertical'] as const;
const stack = ['normal', 'percent'] as const;
const states = {
  mergeSame: [true, false],
  showValue: ['auto', 'always', 'never'],
  rowHeight: [0.5],
  legendStyle,
} as const;

export const everyValue: { readonly [K in PanelKind]: EveryValue<OptionsByKind[K]> } = {
  timeseries: {
    draw: ['lines', 'bars', 'points'],
    curve: ['linear', 'smooth', 'step'],
    stack,
    fill: [0, 30],
    lineWidth: [2],
    legendStyle,
    limits: ['line', 'dashed', 'area', 'none'],
    gaps: ['show', 'connect'],
    min: [0],
    max: [1],
    label: ['Votes'],
    softMin: [0],
    softMax: [5],
    scale: ['linear', 'log2', 'log10'],
  },
  stat: {
    nameSize: [12, 20],
    max: [10],
    calculation,
    sparkline: ['area', 'none'],
    colour: ['value', 'background', 'none'],
    show: ['auto', 'value', 'value and name', 'name'],
    direction: ['auto', ...direction],
    min: [0],
  },
  gauge: { calculation, min: [0], max: [10] },
  bargauge: { calculation, min: [0], max: [10], direction, mode: ['basic', 'gradient', 'lcd'] },
  barchart: { direction, stack, legendStyle },
  table: {
    columns: [
      [{ field: 'votes-waiting', title: 'Votes', width: 120 }, { field: 'service' }],
      [{ field: 'service', link: { title: 'Runbook', before: 'https://example.org/' }, colours: { api: 'red' } }],
    ],
    sortBy: [
      { field: 'votes-waiting', order: 'ascending' },
      { field: 'service', order: 'descending' },
    ],
    cells: ['plain', 'coloured text', 'coloured background', 'gauge'],
  },
  heatmap: { scheme: ['Oranges', 'Blues', 'Greens', 'Spectral', 'Turbo'], cellValue: ['observations/s'] },
  histogram: { bucketSize: [5], bucketCount: [20], legendStyle },
  'state-timeline': states,
  'status-history': states,
  piechart: { shape: ['pie', 'donut'], calculation, labels: [['name', 'value', 'percent']], legendStyle },
  logs: { order: ['newest first', 'oldest first'], wrap: [true, false], time: ['show', 'hide'] },
  text: { markdown: ['# Title', ''] },
  alertlist: {
    show: [['firing', 'pending', 'normal', 'no data', 'error']],
    matching: ['service="vote"', '{service="vote"}', ''],
    most: [5],
  },
  annolist: { tags: [['deployment']], most: [5] },
  dashlist: { tags: [['voting-app'], []] },
};

/** Options that a kind cannot be without. */
const required: { readonly [K in PanelKind]?: Partial<OptionsByKind[K]> } = {
  text: { markdown: 'Text' },
  dashlist: { tags: [] },
};

export const kinds = Object.keys(everyValue) as readonly PanelKind[];

/** A panel for every value of every option of a kind, and one without options. */
export function everyPanel<K extends PanelKind>(kind: K): readonly ResolvedPanel<K>[] {
  // Each value stands under the option that it is a value of.
  const base = (required[kind] ?? {}) as OptionsByKind[K];
  const values = Object.entries<readonly unknown[]>(everyValue[kind]);
  const single = values.flatMap(([option, every]) =>
    every.map((value) => Object.assign({}, base, { [option]: value })),
  );
  return [base, ...single].map((options) => panel(kind, options));
}
