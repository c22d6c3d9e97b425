/**
 * One colour for each service, and for each class of answers, on every dashboard: a series' colour must not depend on
 * which series stand before it. Green, orange and red are kept for what is fine, a warning and critical.
 */
import type { LabelColours, OverrideInput } from 'plainsight';

export const serviceColours = {
  vote: 'blue',
  result: 'purple',
  worker: 'yellow',
  // A line is one pixel wide: these are far from the three above, and from the colours of levels, in both themes.
  redis: '#16b0b8',
  db: '#a9714b',
} as const satisfies LabelColours[string];

/** The two options, and whatever else was posted as a vote. */
export const optionColours: LabelColours[string] = { a: 'blue', b: '#16b0b8', other: 'text' };

/** What a session of PostgreSQL does: only the forgotten ones are a concern. */
export const stateColours: LabelColours[string] = {
  active: 'blue',
  idle: 'text',
  'idle in transaction': 'orange',
  'idle in transaction (aborted)': 'red',
};

/** Votes that arrive, and polls of the worker. */
export const commandColours: LabelColours[string] = { rpush: 'blue', lpop: 'yellow' };

/** Series whose name ends with an HTTP status: a refused request is the caller's fault, a failed one is ours. */
export const statusColours: readonly OverrideInput[] = [
  { series: /4\d\d$/, colour: 'orange' },
  { series: /5\d\d$/, colour: 'red' },
];

/** From what every statement takes to what shuts everybody out. */
export const lockColours: LabelColours[string] = {
  rowexclusivelock: 'blue',
  shareupdateexclusivelock: 'yellow',
  sharerowexclusivelock: '#16b0b8',
  exclusivelock: 'purple',
  accessexclusivelock: '#a9714b',
};

/** What a probe spends its time on. */
export const phaseColours: LabelColours[string] = {
  resolve: 'yellow',
  connect: '#16b0b8',
  processing: 'blue',
  transfer: 'purple',
};

/** An amount that has no limit: the green of what is fine would claim more than anybody knows. */
export function amount(query: NonNullable<OverrideInput['query']>): readonly OverrideInput[] {
  return [{ query, colour: 'blue' }];
}

/** What nobody knows is neither well nor ill: it is grey. */
export const upOrUnknown = [
  { of: -1, text: 'Unknown', colour: 'text' },
  { of: 0, text: 'Down', colour: 'red' },
  { of: 1, text: 'Up', colour: 'green' },
] as const;
