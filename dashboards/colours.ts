/**
 * One colour for each service, and for each class of answers, on every dashboard: a line's colour must not depend on
 * which lines stand before it. Green, orange and red are kept for what is fine, a warning and critical.
 */
import type { Override } from 'plainsight';

/** Lines whose name begins with a service. */
export const serviceColours: readonly Override[] = [
  { line: { named: /^vote\b/ }, colour: 'blue' },
  { line: { named: /^result\b/ }, colour: 'purple' },
  { line: { named: /^worker\b/ }, colour: 'yellow' },
  { line: { named: /^redis\b/ }, colour: 'super-light-blue' },
  { line: { named: /^db\b/ }, colour: 'super-light-purple' },
];

/** Lines whose name ends with an HTTP status: a refused request is the caller's fault, a failed one is ours. */
export const statusColours: readonly Override[] = [
  { line: { named: /4\d\d$/ }, colour: 'orange' },
  { line: { named: /5\d\d$/ }, colour: 'red' },
];
