/** The numbers of a panel are such as Grafana's own editor takes. */
import type { Override } from '../../../model/field.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import type { OptionsByKind } from '../../../panels/kinds.ts';
import type { AxisOptions } from '../../../panels/options.ts';
import type { TableColumn } from '../../../panels/table.ts';
import { durationText } from '../../../units/duration.ts';
import { type Fault, rule } from '../../rule.ts';

/** What a setting may be, and why nothing else. */
interface Range {
  readonly takes: (value: number) => boolean;
  readonly allowed: string;
}

const whole = (least: number, most: number): Range => ({
  takes: (value) => Number.isInteger(value) && value >= least && value <= most,
  allowed:
    most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`,
});
const between = (least: number, most: number): Range => ({
  takes: (value) => value >= least && value <= most,
  allowed: `a number from ${least} to ${most}`,
});
const above: Range = { takes: (value) => value > 0, allowed: 'a number above 0' };
const many = whole(1, Number.MAX_SAFE_INTEGER);

/** The limits of Grafana's editor; repeated panels share the 24 columns evenly. */
const RANGES = {
  decimals: whole(0, 15),
  fill: between(0, 100),
  lineWidth: between(0, 10),
  rowHeight: between(0, 1),
  bucketSize: above,
  bucketCount: many,
  most: many,
  'width of a column': { takes: (value) => value >= 20, allowed: 'at least 20 pixels' },
  'limit of rows': many,
  perLine: { takes: (value) => [1, 2, 3, 4, 6, 8, 12, 24].includes(value), allowed: '1, 2, 3, 4, 6, 8, 12 or 24' },
} as const satisfies Readonly<Record<string, Range>>;

type Setting = keyof typeof RANGES;

export const panelNumbers = rule({
  id: 'panel-numbers',
  reason: 'Grafana draws nothing, or something else, where a scale runs backward, or a number is none that it accepts.',
  source:
    "Grafana: the settings of each option's editor (getStandardFieldConfigs(), addCommonOptions of the panels' modules)",
  example: {
    where: 'dashboard shop / panel orders',
    found: 'decimals -1',
    allowed: 'a whole number from 0 to 15',
    remedy: 'correct it, or leave it out',
  },
  *check({ panels }) {
    for (const { panel } of panels) {
      for (const [part, fault] of faultsOf(panel)) yield { about: panel, ...(part && { part }), ...fault };
    }
  },
});

type Placed = readonly [part: string | undefined, fault: Fault];

const REMEDY = 'correct it, or leave it out';

function* faultsOf(panel: ResolvedPanel): Iterable<Placed> {
  for (const [name, value] of settingsOf(panel)) {
    const { takes, allowed } = RANGES[name];
    // What is no number at all is found elsewhere.
    if (value === undefined || !Number.isFinite(value) || takes(value)) continue;
    yield [undefined, { found: `${name} ${value}`, allowed, remedy: REMEDY }];
  }
  if (panel.minInterval !== undefined && panel.minInterval.ms <= 0) {
    const found = `minInterval ${durationText(panel.minInterval)}`;
    yield [undefined, { found, allowed: 'a time above zero', remedy: REMEDY }];
  }
  for (const { of } of panel.mappings) {
    if (typeof of !== 'object' || of.from === undefined || of.to === undefined || of.from <= of.to) continue;
    yield [
      undefined,
      { found: `a text for values from ${of.from} to ${of.to}`, allowed: '`from` up to `to`', remedy: 'swap them' },
    ];
  }
  for (const fault of axisFaults(panel.options)) yield [undefined, fault];
  for (const override of panel.overrides) {
    for (const fault of axisFaults(override.axis ?? {})) yield [nameOf(override), fault];
    if (override.fill === undefined || RANGES.fill.takes(override.fill) || !Number.isFinite(override.fill)) continue;
    yield [nameOf(override), { found: `fill ${override.fill}`, allowed: RANGES.fill.allowed, remedy: REMEDY }];
  }
}

function nameOf({ query, series }: Override): string {
  return series === undefined ? `override of query ${query}` : `override of ${series}`;
}

/** Every option that is a number, whichever kinds have it. */
type NumberOptions = Partial<Record<Setting, number>> & { readonly columns?: readonly TableColumn[] };

const OF_OPTIONS = ['fill', 'lineWidth', 'rowHeight', 'bucketSize', 'bucketCount', 'most'] as const;

function* settingsOf(panel: ResolvedPanel): Iterable<readonly [name: Setting, value: number | undefined]> {
  // Each kind has some of them; what another kind calls so is the same thing.
  const options = panel.options as NumberOptions;
  if (panel.decimals !== undefined) yield ['decimals', panel.decimals];
  for (const name of OF_OPTIONS) if (options[name] !== undefined) yield [name, options[name]];
  for (const { width } of options.columns ?? []) yield ['width of a column', width];
  for (const step of panel.transformations) if (step.kind === 'limit') yield ['limit of rows', step.to];
  if (panel.repeat !== undefined) yield ['perLine', panel.repeat.perLine];
}

const ENDS = ['min', 'max', 'softMin', 'softMax'] as const;

/** Pairs of which the first is less than the second. */
const ORDERED = [
  ['min', 'max'],
  ['softMin', 'softMax'],
  ['min', 'softMax'],
  ['softMin', 'max'],
] as const;

function* axisFaults(of: OptionsByKind[keyof OptionsByKind] | AxisOptions): Iterable<Fault> {
  // A scale without an axis has the same two ends.
  const axis = of as AxisOptions;
  if (ENDS.every((end) => axis[end] === undefined)) return;
  for (const [low, high] of ORDERED) {
    const [from, to] = [axis[low], axis[high]];
    if (from === undefined || to === undefined || from < to || Number.isNaN(from - to)) continue;
    yield {
      found: `${low} ${from} and ${high} ${to}`,
      allowed: `a ${low} below ${high}`,
      remedy: 'swap them, or leave one out',
    };
  }
  if (axis.scale === undefined || axis.scale === 'linear') return;
  for (const end of ENDS) {
    const value = axis[end];
    if (value === undefined || value > 0 || Number.isNaN(value)) continue;
    yield {
      found: `${end} ${value} on the scale ${axis.scale}`,
      allowed: 'an axis of powers has values above 0 only',
      remedy: 'leave it out, or take the linear scale',
    };
  }
}
