/**
 * What files say, whoever wrote them and in whichever format: neutral, frozen records. A review compares these and
 * never looks at a file.
 */
import type { HoursRecord } from './hours.ts';
import type { Language } from './language.ts';
import type { Place, ReadProblem } from './problem.ts';
import type { ComposeRecord, ScrapingRecord, SettingsRecord, TestsRecord } from './server-records.ts';

export type { Place } from './problem.ts';

/** One query of a panel. */
export interface QueryRecord {
  readonly refId: string;
  readonly language: Language;
  /** The expression; of another language, what the query says as JSON. */
  readonly text: string;
  readonly legend: string;
  readonly datasource: string;
  readonly hidden: boolean;
  /** Everything else, by its path. */
  readonly rest: ReadonlyMap<string, string>;
}

/** A colour, and the value that it begins at; null for the first of them. */
export interface ThresholdStep {
  readonly value: number | null;
  readonly color: string;
}

/** One property that a panel sets for some of its series. */
export interface OverrideRecord {
  /** Which series: `Errors`, `query A`, `/^5/`. */
  readonly matcher: string;
  /** What it sets: `unit`. */
  readonly property: string;
  readonly value: string;
}

/** Place and size in Grafana's grid of 24 columns. */
export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PanelRecord {
  /** Grafana's number of the panel, or its name in the newer format. */
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly description: string;
  /** The title of the row, or the path of tabs and rows, that it stands in; empty for none. */
  readonly row: string;
  readonly grid: Grid | undefined;
  readonly datasource: string;
  readonly queries: readonly QueryRecord[];
  readonly unit: string;
  readonly thresholds: { readonly mode: string; readonly steps: readonly ThresholdStep[] };
  /** Which text and colour stand for a value, by the value: `Up, green` of `1`. */
  readonly mappings: ReadonlyMap<string, string>;
  readonly overrides: readonly OverrideRecord[];
  /** One each, in their order, as JSON. */
  readonly transformations: readonly string[];
  readonly links: readonly LinkRecord[];
  readonly repeat: string;
  readonly pluginVersion: string;
  /** Everything else, by its path: `options.legend.placement`. */
  readonly rest: ReadonlyMap<string, string>;
}

export interface LinkRecord {
  readonly title: string;
  readonly url: string;
  /** Everything else that it says, as JSON. */
  readonly rest: string;
}

export interface VariableRecord {
  readonly name: string;
  readonly type: string;
  /** What its values are asked with. */
  readonly query: string;
  readonly language: Language;
  /** What is selected when the dashboard is opened; empty where the file does not say it. */
  readonly selected: string;
  readonly rest: ReadonlyMap<string, string>;
}

export interface AnnotationRecord {
  readonly name: string;
  readonly query: string;
  readonly language: Language;
  readonly rest: string;
}

/** A row of panels, or a tab. */
export interface RowRecord {
  /** With the titles of what it stands in: `Shop / Orders`. */
  readonly title: string;
  /** Whether its panels are hidden until somebody opens it. */
  readonly folded: boolean;
  readonly repeat: string;
}

export interface DashboardRecord {
  readonly kind: 'dashboard';
  readonly place: Place;
  readonly form: 'classic' | 'v2';
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: string;
  /** Its rows and tabs, from the top. */
  readonly rows: readonly RowRecord[];
  readonly panels: readonly PanelRecord[];
  readonly variables: readonly VariableRecord[];
  readonly annotations: readonly AnnotationRecord[];
  readonly links: readonly LinkRecord[];
  /** Everything else, by its path. */
  readonly rest: ReadonlyMap<string, string>;
}

/** A rule of Prometheus or Loki. */
export interface RuleRecord {
  readonly kind: 'rule';
  readonly place: Place;
  readonly does: 'alert' | 'record';
  readonly name: string;
  readonly group: string;
  /** Place in its group, from 0. */
  readonly index: number;
  readonly language: Language;
  readonly expr: string;
  /** How long it must be true, as written; `0s` when it says nothing. */
  readonly for: string;
  readonly keepFiringFor: string;
  /** How often its group is asked, as written; empty for the server's own. */
  readonly interval: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** Everything else of the rule and its group, by its path. */
  readonly rest: ReadonlyMap<string, string>;
}

/** What a build of this library says of an objective. */
export interface ObjectiveRecord {
  readonly id: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly target: number;
  readonly window: string;
  readonly signals: readonly string[];
}

/** What reading an expression costs: how many series it looks at. */
export interface CostRecord {
  /** `alert OrdersFailing`, `signal orders-waiting`. */
  readonly of: string;
  readonly reads: number;
}

/** The model.json of a build: what the other files do not say. */
export interface ModelRecord {
  readonly kind: 'model';
  readonly place: Place;
  readonly objectives: readonly ObjectiveRecord[];
  readonly costs: readonly CostRecord[];
  /** How many series there are of a metric, or of what a rule records, by its name. */
  readonly cardinality: ReadonlyMap<string, number>;
  /** The signal that a recording rule records, by the rule's name. */
  readonly recorded: ReadonlyMap<string, string>;
}

/** A condition on a label of an alert. */
export interface LabelMatcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** A route of Alertmanager, with what it inherits. */
export interface RouteRecord {
  readonly matchers: readonly LabelMatcher[];
  readonly receiver: string;
  readonly groupBy: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  /** Names of hours in which nobody is told. */
  readonly muted: readonly string[];
  /** Names of the only hours in which somebody is told. */
  readonly active: readonly string[];
  readonly continues: boolean;
  readonly routes: readonly RouteRecord[];
}

/** While an alert like the source fires, those like the target are not told of. */
export interface InhibitionRecord {
  readonly source: readonly LabelMatcher[];
  readonly target: readonly LabelMatcher[];
  /** Labels that both have to have in common. */
  readonly equal: readonly string[];
}

/** Whom a receiver tells. */
export interface ReceiverRecord {
  /** Kinds of what it sends to: `slack`, `email`. */
  readonly integrations: readonly string[];
  /** Of all that it says: addresses and passwords are not kept. */
  readonly hash: string;
}

export interface AlertmanagerRecord {
  readonly kind: 'alertmanager';
  readonly place: Place;
  readonly route: RouteRecord;
  readonly receivers: ReadonlyMap<string, ReceiverRecord>;
  readonly inhibitions: readonly InhibitionRecord[];
  /** Of what holds of all receivers: addresses and passwords are not kept. */
  readonly globalHash: string;
  /** Hours by their names. */
  readonly times: ReadonlyMap<string, HoursRecord>;
  readonly rest: ReadonlyMap<string, string>;
}

/** A metric as an exporter answers it. */
export interface MetricRecord {
  /** What a query asks for, or the family's name where it has several: a histogram. */
  readonly name: string;
  /** The names of its series: with `_bucket`, `_sum` and `_count`. */
  readonly series: readonly string[];
  /** `counter`, `gauge`, … */
  readonly type: string;
  readonly help: string;
  /** Those that any of its series has, sorted; without `le` and `quantile`. */
  readonly labels: ReadonlySet<string>;
  /** The limits of its buckets, or its quantiles, as written. */
  readonly bounds: ReadonlySet<string>;
  /** How many series there were. */
  readonly count: number;
}

/** What an exporter answered at one moment. */
export interface ScrapeRecord {
  readonly kind: 'scrape';
  readonly place: Place;
  readonly metrics: readonly MetricRecord[];
}

/** A file of no format that is known here. */
export interface FileRecord {
  readonly kind: 'file';
  readonly place: Place;
}

/** Anything that a file holds. */
export type AnyRecord =
  | DashboardRecord
  | RuleRecord
  | AlertmanagerRecord
  | ModelRecord
  | ScrapeRecord
  | ScrapingRecord
  | ComposeRecord
  | SettingsRecord
  | TestsRecord
  | FileRecord;
export type RecordKind = AnyRecord['kind'];
export type RecordOf<Kind extends RecordKind> = Extract<AnyRecord, { readonly kind: Kind }>;

/** What files hold, and what of them cannot be read. */
export interface Contents {
  readonly records: readonly AnyRecord[];
  readonly problems: readonly ReadProblem[];
}

/** The records of one kind. */
export function recordsOf<Kind extends RecordKind>({ records }: Contents, kind: Kind): readonly RecordOf<Kind>[] {
  return records.filter((each): each is RecordOf<Kind> => each.kind === kind);
}
