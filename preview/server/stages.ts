/**
 * How far ahead a process has imported before it is asked to load: what it holds in its memory cannot change any more.
 * Definitions flow one way, from metrics over signals to dashboards and alerts, and mostly their end is edited.
 */

export interface Stage {
  /** Modules of the project that are imported ahead. */
  readonly imports: readonly string[];
  /** Files that these reach. When one of them changes, the process is of no use. */
  readonly holds: RegExp;
}

/** The furthest first: it is the quickest where it can be used. */
export const STAGES = {
  /** For an edited dashboard, alert or runbook. */
  stack: { imports: ['stack/model.ts'], holds: /^(?:lib|scripts|stack)\// },
  /** For an edited signal. Generated metrics are most of the text, and change when an exporter does. */
  metrics: { imports: ['stack/metrics/index.ts'], holds: /^(?:lib|scripts|stack\/(?!signals\/))/ },
} as const satisfies Readonly<Record<string, Stage>>;

export type StageName = keyof typeof STAGES;

/** The names, the furthest first. */
export const stageNames: readonly StageName[] = ['stack', 'metrics'];

/** Whether an argument names a stage. */
export function isStage(name: string | undefined): name is StageName {
  return stageNames.some((each) => each === name);
}
