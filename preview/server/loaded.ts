/** What the process that loads the definitions sends back. */
import type { DashboardState, Labels, ProfileState, Trouble, TryRequest } from '../protocol.ts';
import type { Changes } from './changes.ts';
import type { Definition } from './write/definition.ts';

/** An invented series: values from the first moment shown to the last. */
export interface SampleSeries {
  readonly labels: Labels;
  readonly values: readonly number[];
  /**
   * Of dates, what their query multiplies seconds by. The values are milliseconds before the newest moment then: what
   * began ten minutes ago did so whenever it is looked at.
   */
  readonly dateFactor?: number;
}

/** What one source wrote. */
export interface SampleStream {
  readonly labels: Labels;
  readonly lines: readonly { readonly before: number; readonly text: string }[];
}

/** An invented event: when it begins, 0 for the first moment shown and 1 for the last. */
export interface SampleEvent {
  readonly labels: Labels;
  readonly at: number;
}

/** By dashboard and panel, `uid/id`; within, by refId. */
export type Samples = Readonly<Record<string, Readonly<Record<string, readonly SampleSeries[]>>>>;

export interface LoadedProfile {
  readonly state: ProfileState;
  readonly samples: Samples;
  /** The label sets of the streams that invented log lines stand in. */
  readonly streams: readonly Labels[];
  /** The lines that the definitions declare as examples, oldest first, `before` in milliseconds. */
  readonly lines: readonly SampleStream[];
  /** By dashboard; within, by the annotation's name. */
  readonly events: Readonly<Record<string, Readonly<Record<string, readonly SampleEvent[]>>>>;
  /** Label by variable: what a dashboard's variables filter. By dashboard. */
  readonly filters: Readonly<Record<string, Labels>>;
  /** The selector and label that a variable's values come from. By `uid/variable`. */
  readonly selectors: Readonly<Record<string, { readonly selector: string; readonly label: string }>>;
}

export interface Loaded {
  readonly kind: 'loaded';
  readonly profiles: readonly LoadedProfile[];
  readonly troubles: readonly Trouble[];
  readonly problems: number;
  readonly scrapeMs: number;
}

/** The definitions could not be loaded at all. */
export interface Failed {
  readonly kind: 'failed';
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  /** What that line says. */
  readonly source?: string;
}

export type Outcome = Loaded | Failed;

/** The dashboard as it would be, and what would have to be written for it; or why it could not be made. */
export type TryOutcome =
  | { readonly kind: 'tried'; readonly dashboard: DashboardState; readonly definitions: readonly Definition[] }
  | { readonly kind: 'refused'; readonly message: string };

/** What the process is asked: to load, or what would be. Its answers have the same id. */
export interface Question {
  readonly id: number;
  readonly ask: 'load' | TryRequest;
}

/** What a project is made of: paths inside it. */
export interface About {
  /** Folders and files that can change what is shown. */
  readonly watched: readonly string[];
  /** Those of them that a process cannot load a second time: packages, the library among them. */
  readonly held: readonly string[];
}

export interface Reply {
  readonly id: number;
  /** `drawn`: all that can be drawn, with the problems of the load before. What the rules say of it follows. */
  readonly is: 'drawn' | 'final';
  readonly outcome: Changes | Failed | TryOutcome;
  /** Left out until the definitions could be loaded. */
  readonly about?: About;
}
