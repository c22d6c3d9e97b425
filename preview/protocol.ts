/** What the server and the page say to each other: plain JSON, and nothing that either of them alone needs. */

import type { DataPanel } from '../lib/picture/panel.ts';

export type Labels = Readonly<Record<string, string>>;

/** A place on the grid of 24 columns. */
export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly format?: string;
  readonly instant?: boolean;
  /** Of Loki: `instant` where one moment is asked about. */
  readonly queryType?: string;
  readonly legendFormat?: string;
  readonly datasource?: { readonly type?: string };
}

export interface ThresholdStep {
  readonly color: string;
  readonly value: number | null;
}

/** A panel in Grafana's classic format, as far as the preview looks into it. */
export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: GridPos;
  readonly targets?: readonly Target[];
  readonly fieldConfig?: {
    readonly defaults: Readonly<Record<string, unknown>>;
    readonly overrides: readonly unknown[];
  };
  readonly options?: Readonly<Record<string, unknown>>;
  readonly transformations?: readonly { readonly id: string; readonly options: Readonly<Record<string, unknown>> }[];
  readonly collapsed?: boolean;
  readonly repeat?: string;
  readonly repeatDirection?: 'h' | 'v';
  readonly maxPerRow?: number;
  /** Of a panel that the page repeats: the panel that it stands for, and the value of each variable that it repeats. */
  readonly copy?: { readonly of: number; readonly values: Labels };
  readonly interval?: string;
  readonly panels?: readonly PanelJson[];
}

/** Something wrong with a definition, as a person reads it. */
export interface Trouble {
  /** In the reader's words: `dashboard voting-app-system / panel cpu`. */
  readonly what: string;
  readonly place?: string;
  /** The rule that found it, `TypeScript` or `error`. */
  readonly by: string;
  readonly lines: readonly string[];
}

export type Reader =
  | { readonly kind: 'alert'; readonly name: string }
  | {
      readonly kind: 'panel';
      readonly name: string;
      readonly dashboard: { readonly uid: string; readonly title: string };
      readonly panel: { readonly id: number; readonly key: string };
    };

export interface QueryInfo {
  readonly refId: string;
  readonly expr: string;
  readonly signal: string;
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly labels: readonly string[];
  readonly readers: readonly Reader[];
}

export interface AlertInfo {
  readonly name: string;
  readonly severity: string;
  readonly for?: string;
  readonly expr: string;
  readonly summary: string;
  readonly hasRunbook: boolean;
  readonly place?: string;
}

export interface PanelInfo {
  readonly id: number;
  readonly key: string;
  readonly place?: string;
  readonly unit?: string;
  /** Grafana's unit that the panel is shown in, and those that it may be shown in. */
  readonly display?: string;
  readonly displays: readonly string[];
  readonly thresholds?: Limits;
  /** The signals that the thresholds are written at; none where they are the panel's own. */
  readonly limitedBy: readonly { readonly signal: string; readonly place?: string }[];
  readonly queries: readonly QueryInfo[];
  readonly alerts: readonly AlertInfo[];
  readonly troubles: readonly Trouble[];
  /** Of a kind that Grafana has no component to lend for: what it is drawn from besides its data. */
  readonly drawing?: DataPanel;
  /** Changes when what is drawn changes: the panel's JSON, its samples or its problems. */
  readonly mark: string;
}

/** From which value on, or below which, a value is a concern. */
export interface Limits {
  readonly direction: 'from' | 'below';
  readonly at: Readonly<Partial<Record<'warning' | 'critical', number>>>;
  /** Where the numbers come from. */
  readonly reason?: string;
}

/** Other settings of a panel, as its definition could have them. */
export interface Tried {
  readonly title?: string;
  readonly display?: string;
  readonly width?: number;
  readonly thresholds?: Limits;
}

/** What a dashboard would be if its panels were defined otherwise. */
export interface TryRequest {
  readonly profile: string;
  readonly dashboard: string;
  readonly changes: readonly { readonly panel: number; readonly change: Tried }[];
}

/** What was written into definitions, and can be undone by its id. */
export interface Written {
  readonly id: string;
  /** `dashboards/system.ts:12` */
  readonly places: readonly string[];
}

export interface VariableInfo {
  readonly name: string;
  readonly label: string;
  readonly kind: 'datasource' | 'query' | 'custom' | 'interval' | 'text' | 'ad hoc';
  readonly several: boolean;
  readonly values: readonly { readonly value: string; readonly text: string }[];
  /** Of ad hoc filters: the labels of the samples with their values. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** Events that are drawn over the graphs. */
export interface AnnotationInfo {
  readonly name: string;
  /** One of Grafana's names for colours. */
  readonly colour: string;
  /** What an event says, with its labels as `{{service}}`. */
  readonly title: string;
  readonly expr: string;
}

export interface DashboardState {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly refresh: string;
  readonly timezone: string;
  /** Grafana's number for what panels share of the pointer: 0 nothing, 1 the line, 2 the tooltip too. */
  readonly graphTooltip: number;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly variables: readonly VariableInfo[];
  readonly annotations: readonly AnnotationInfo[];
  readonly panels: readonly PanelJson[];
  readonly infos: readonly PanelInfo[];
  /** Problems that belong to no panel of it. */
  readonly troubles: readonly Trouble[];
}

export interface ProfileState {
  readonly name: string;
  /** Where the other dashboards, and the runbooks, stand in the addresses that the definitions give. */
  readonly site: { readonly grafana: string; readonly runbooks: string };
  /** Markdown, by the alert's name. */
  readonly runbooks: Readonly<Record<string, string>>;
  readonly dashboards: readonly DashboardState[];
}

/** Where the preview stands: what the chip at the top says. */
export interface Status {
  /** `slow`: it builds, and for so long that it may never end. */
  readonly phase: 'building' | 'slow' | 'built' | 'failed';
  /** The file whose save is being built; none at the first time. */
  readonly saved?: string;
  readonly files: number;
  /** When the last build ended, and what it took. */
  readonly at?: string;
  readonly ms?: number;
  readonly problems: number;
}

export interface PreviewState {
  readonly version: number;
  readonly status: Status;
  readonly profiles: readonly ProfileState[];
  /** Problems that belong to no dashboard. */
  readonly troubles: readonly Trouble[];
  readonly source: { readonly prometheus?: string; readonly loki?: string };
  /** The editor that opens places in the definitions; none where nobody said which. */
  readonly editor?: string;
}

/** What became of a place that was to be opened. */
export type OpenOutcome = 'opened' | 'no editor';

/** The chosen values of each variable. An empty list is all of them. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** A time in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Stands for a panel where the events of all annotations are asked for. */
export const ANNOTATIONS = 'annotations';

/** One panel's data over a time. */
export interface DataRequest extends Span {
  readonly profile: string;
  readonly dashboard: string;
  readonly panel: number | typeof ANNOTATIONS;
  /** The time that samples are spread over, where only a part of it is shown. */
  readonly anchor?: Span;
  /** How many points there is room for. */
  readonly points: number;
  readonly variables: Chosen;
}

export interface MatrixSeries {
  readonly metric: Labels;
  readonly values: readonly (readonly [seconds: number, value: string])[];
}

export interface VectorSeries {
  readonly metric: Labels;
  readonly value: readonly [seconds: number, value: string];
}

export interface LogStream {
  readonly stream: Labels;
  readonly values: readonly (readonly [nanoseconds: string, line: string])[];
}

/** What a server answered, in Prometheus' and Loki's own words. */
export type Answer =
  | { readonly resultType: 'matrix'; readonly result: readonly MatrixSeries[] }
  | { readonly resultType: 'vector'; readonly result: readonly VectorSeries[] }
  | { readonly resultType: 'scalar'; readonly result: readonly [seconds: number, value: string] }
  | { readonly resultType: 'streams'; readonly result: readonly LogStream[] };

export interface DataAnswer {
  /** By refId; those of annotations by their names. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Those whose answer is empty because the server has nothing of what they ask about. */
  readonly unknown: readonly string[];
  /** The step of the answers, in milliseconds. */
  readonly step: number;
  /** What was asked, with every variable filled in. */
  readonly asked: Readonly<Record<string, string>>;
}
