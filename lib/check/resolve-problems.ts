/** What `resolve()` and the steps after it find: documented beside the rules, and never excused. */
import type { Documented } from './rule.ts';

export const foundByResolving: readonly Documented[] = Object.freeze([
  {
    id: 'signal-answer',
    reason: 'Each reader asks a signal anew: a query that ignores `by` would show series that nobody asked for.',
    source: 'our own',
    example: {
      where: 'dashboard shop / panel fixed',
      found: 'signal fixed, asked by []: its query keeps the labels [job]',
      allowed: 'the labels []',
      remedy: 'hand `by` to each aggregation of the query: sum(…, { by })',
    },
  },
  {
    id: 'layout-overflow',
    reason: 'A line wider than the grid wraps, and the dashboard no longer looks like its definition.',
    source: 'Grafana: the grid has 24 columns',
    example: {
      where: 'dashboard shop / row Health',
      found: 'a line of 2 panels that needs at least 26 columns: orders, queue-length',
      allowed: '24 columns in a line',
      remedy: 'make a panel narrower, or begin a new line with the last one',
    },
  },
  {
    id: 'layout-size',
    reason:
      'Grafana places panels on whole cells of its grid; one of no width is not to be seen, and cannot be grasped.',
    source: 'Grafana: GridPos in kinds/dashboard/dashboard_kind.cue',
    example: {
      where: 'dashboard shop / panel orders',
      found: 'width 0',
      allowed: 'a whole number from 1 to 24, in cells of the grid',
      remedy: 'correct it, or leave it out',
    },
  },
  {
    id: 'alert-panel',
    reason: 'A notification links to one panel: of several that show the signal the author says which.',
    source: 'our own',
    example: {
      where: 'alert QueueLong',
      found: '2 panels show its signals: shop/queue-length, store/queue-length',
      allowed: 'one panel that the notification links to',
      remedy:
        'name what only one of them shows: panel: signal for the panel of a signal, panel: [one, other] for the panel of exactly these',
    },
  },
  {
    id: 'severity-level',
    reason: 'One level is one urgency: what breaches `critical` pages, and what pages has breached `critical`.',
    source: 'our own',
    example: {
      where: 'alert Long',
      found: 'the severity critical, and it breaches the level warning',
      allowed: 'the severity warning',
      remedy: 'leave `severity` out, or breach the level critical',
    },
  },
  {
    id: 'alert-group',
    reason: 'An alert stands in the group of the recorded signals that it reads, and there is but one such group.',
    source: 'Prometheus: groups are evaluated independently of each other',
    example: {
      where: 'alert Both',
      found: 'it reads recorded signals of 2 groups: queue, shop',
      allowed: 'recorded signals of one group, since groups are evaluated independently of each other',
      remedy: 'record these signals in one group',
    },
  },
  {
    id: 'group-interval',
    reason: 'A group has one interval: two signals that record into it must agree.',
    source: 'Prometheus, recording rules: interval of a group',
    example: {
      where: 'signal orders-waiting',
      found: 'group queue is evaluated at another interval for signal queue-length',
      allowed: 'one interval for all rules of a group',
      remedy: 'give both the same `every`, or record this signal in a group of its own',
    },
  },
  {
    id: 'output-step',
    reason: 'A step that finds nothing to change leaves an environment as it was, and nobody notices.',
    source: 'our own',
    example: {
      where: 'withAddresses()',
      found: 'the address nobody:1, which no job states',
      allowed: 'shop:80, store:80',
      remedy: 'correct the address, or remove it from withAddresses()',
    },
  },
]);
