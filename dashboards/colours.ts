/**
 * One colour for each service, and for each class of answers, on every dashboard: a series' colour must not depend on
 * which series stand before it. Green, orange and red are kept for what is fine, a warning and critical.
 */
import type { LabelColours, OverrideInput } from 'plainsight';

export const serviceColours: LabelColours[string] = {
  vote: 'blue',
  result: 'purple',
  worker: 'yellow',
  redis: 'super-light-blue',
  db: 'super-light-purple',
};

/** Series whose name ends with an HTTP status: a refused request is the caller's fault, a failed one is ours. */
export const statusColours: readonly OverrideInput[] = [
  { series: /4\d\d$/, colour: 'orange' },
  { series: /5\d\d$/, colour: 'red' },
];
