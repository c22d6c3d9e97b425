/**
 * Panels as data, not yet placed. `panels.ts` has a constructor for each kind; the words, the unit and the thresholds
 * come from the signal unless the panel says otherwise.
 */
import { completeOptions, formatOf, kindOf, type OptionsByKind, type PanelKind } from '../panels/kinds.ts';
import type { Colour } from '../panels/options.ts';
import { type DisplayUnit, defaultDisplayUnit } from '../units/display.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Unit } from '../units/unit.ts';
import { isAlike } from './alike.ts';
import type { Link, Mapping, Override, OverrideLook, Repeat, Thresholds, Transformation } from './field.ts';
import type { LogsQuery } from './logs-query.ts';
import { type PanelQuery, repeated } from './panel-query.ts';
import type { Excuse } from './problem.ts';
import type { AnySignal } from './signal.ts';

/** A panel, not yet placed. */
export interface Panel {
  readonly kind: PanelKind;
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly queries: readonly PanelQuery[];
  /** What a logs panel asks of Loki. */
  readonly logs?: LogsQuery;
  readonly unit?: Unit;
  readonly display?: string;
  readonly decimals?: number;
  readonly thresholds?: Thresholds;
  readonly mappings: readonly Mapping[];
  readonly overrides: readonly Override[];
  readonly colours?: LabelColours;
  readonly links: readonly Link[];
  readonly transformations: readonly Transformation[];
  readonly repeat?: Repeat;
  readonly minInterval?: Duration;
  /** In grid columns of 24; left out, the panels beside each other share what is left evenly. */
  readonly width?: number;
  readonly height: number;
  readonly options: OptionsByKind[PanelKind];
  readonly excuses: readonly Excuse[];
  /** Settings that say what would be so without them. `lib/check` reports them. */
  readonly repeats: readonly string[];
}

/** Colours by label and value: `{ service: { shop: 'blue' } }`. */
export type LabelColours = Readonly<Record<string, Readonly<Record<string, Colour>>>>;

/** An exception for one query of a panel, found by its signal or key, or for series whose name matches. */
export type OverrideInput = OverrideLook &
  (
    | { readonly query: AnySignal | string; readonly series?: never }
    | { readonly series: RegExp; readonly query?: never }
  );

/** What every panel may say of itself. */
export interface PanelSettings<U extends Unit = Unit> extends AnySettings {
  /** One of Grafana's display units that have the same scale as the panel's unit. */
  readonly display?: DisplayUnit<U>;
}

export interface AnySettings {
  /** Names the panel for ever: its id, and every link to it, hangs on this. Left out, the signal's id. */
  readonly key?: string;
  readonly title?: string;
  readonly description?: string;
  readonly display?: string;
  readonly decimals?: number;
  readonly mappings?: readonly Mapping[];
  readonly overrides?: readonly OverrideInput[];
  /** In place of the dashboard's colours; `{}` for none of them. */
  readonly colours?: LabelColours;
  readonly links?: readonly Link[];
  readonly transformations?: readonly Transformation[];
  readonly repeat?: Repeat;
  readonly minInterval?: DurationText;
  readonly width?: number;
  readonly height?: number;
  readonly excuses?: readonly Excuse[];
}

/** What a panel is made of: its settings, its queries and the kind's own options. */
interface Parts {
  readonly queries: readonly PanelQuery[];
  readonly logs?: LogsQuery;
  readonly unit?: Unit | undefined;
  readonly thresholds?: Thresholds | undefined;
  /** What the settings would be if nothing was said. */
  readonly defaults?: { readonly key: string; readonly title: string; readonly description: string };
  /** Settings that say what the queries say. */
  readonly repeats?: readonly string[];
}

/** The names of the settings: what else a constructor is given are the kind's own options. */
const SETTINGS: ReadonlySet<string> = new Set([
  'key',
  'title',
  'description',
  'display',
  'decimals',
  'mappings',
  'overrides',
  'colours',
  'links',
  'transformations',
  'repeat',
  'minInterval',
  'width',
  'height',
  'excuses',
  'queries',
  'thresholds',
  'streams',
  'by',
  'legend',
  'over',
]);

/** A panel of a kind. Whatever is no setting is an option of the kind: the constructors type it as such. */
export function panelOf<K extends PanelKind>(kind: K, settings: AnySettings, parts: Parts): Panel {
  const { queries, logs, unit, thresholds, defaults } = parts;
  const { key = defaults?.key, title = defaults?.title, description = defaults?.description } = settings;
  const { mappings = NONE, overrides = NONE, links = NONE, transformations = NONE, excuses = NONE } = settings;
  const { height = kindOf(kind).height, display, decimals, colours, repeat, width } = settings;
  const minInterval = settings.minInterval && duration(settings.minInterval);
  const options = optionsIn<K>(settings);
  return Object.freeze({
    kind,
    key: key ?? '',
    title: title ?? '',
    description: description ?? '',
    queries: Object.freeze([...queries]),
    mappings,
    overrides: overrides.length === 0 ? NONE : overrides.map((override) => overrideOf(override, queries)),
    links,
    transformations,
    height,
    excuses,
    options,
    ...present({ logs, unit, display, decimals, thresholds, colours, repeat, width, minInterval }),
    repeats: allRepeats(kind, settings, { ...parts, options }),
  });
}

/** Whatever says what would be so without it, of the panel and of its queries. */
function allRepeats<K extends PanelKind>(
  kind: K,
  settings: AnySettings,
  parts: Parts & { readonly options: OptionsByKind[K] },
): readonly string[] {
  const { options, queries, defaults, repeats = NONE } = parts;
  const all = [
    ...repeatedSettings(kind, settings, parts),
    ...repeatedOptions(kind, options, parts),
    ...repeats,
    ...queries.flatMap((query) => query.repeats.map((name) => (defaults ? name : `${name} of query ${query.key}`))),
  ];
  return all.length === 0 ? NONE : all;
}

/** Most panels say none of what there may be several of: they share one empty list. */
const NONE: readonly never[] = Object.freeze([]);
const NO_OPTIONS = Object.freeze({});

function optionsIn<K extends PanelKind>(settings: AnySettings): OptionsByKind[K] {
  const said = Object.entries(settings).filter(([name, value]) => !SETTINGS.has(name) && value !== undefined);
  const own = said.length === 0 ? NO_OPTIONS : Object.freeze(Object.fromEntries(said));
  // The constructors give each kind its own options and no others.
  return own as OptionsByKind[K];
}

/** The signal of an override stands for the query that shows it. */
function overrideOf(override: OverrideInput, queries: readonly PanelQuery[]): Override {
  const { query, series, ...look } = override;
  if (series !== undefined) return { series, ...look };
  if (typeof query === 'string') return { query, ...look };
  return { query: queries.find(({ signal }) => signal === query)?.key ?? query.id, ...look };
}

/** What a setting would be if nothing was said. Asked for those that are said: most panels say few. */
const USUAL = new Map<string, (kind: PanelKind, parts: Parts) => unknown>([
  ['key', (_, { defaults }) => defaults?.key],
  ['title', (_, { defaults }) => defaults?.title],
  ['description', (_, { defaults }) => defaults?.description],
  ['display', (_, { unit }) => unit && defaultDisplayUnit(unit)],
  ['height', (kind) => kindOf(kind).height],
  ...['mappings', 'overrides', 'links', 'transformations', 'excuses'].map((name) => [name, () => NONE] as const),
]);

function repeatedSettings(kind: PanelKind, settings: AnySettings, parts: Parts): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const usual = USUAL.get(name);
    return usual !== undefined && isAlike(usual(kind, parts), value) ? [name] : [];
  });
}

/** The options that the kind would complete in the same way. */
function repeatedOptions<K extends PanelKind>(kind: K, options: OptionsByKind[K], parts: Parts): readonly string[] {
  if (options === NO_OPTIONS) return NONE;
  const { queries, unit, thresholds } = parts;
  const labelled = queries.map(({ by }) => ({ labels: by, format: formatOf(kind, options) }));
  const facts = { kind, queries: labelled, transformations: [], ...present({ unit, thresholds }) };
  return Object.keys(options).filter((name) => {
    const others = Object.fromEntries(Object.entries(options).filter(([each]) => each !== name));
    // Without one of them they are still the kind's options.
    const complete = completeOptions<K>({ ...facts, options: others as OptionsByKind[K] });
    return repeated(options, complete).includes(name);
  });
}

/** Entries without a value are left out, so that a frozen panel has only what was said. */
export function present<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Partial<T> = {};
  for (const key of Object.keys(fields) as (keyof T)[]) if (fields[key] !== undefined) kept[key] = fields[key];
  // Partial<T> forgets that what is there is not undefined; Object.keys() forgets the keys.
  return kept as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}
