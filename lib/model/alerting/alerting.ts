/** Who is told of which alert: receivers, routes, times, inhibitions, and where a notification leads. */
import { withOrigin } from '../problem.ts';
import type { Inhibition } from './inhibition.ts';
import type { Receiver } from './receiver.ts';
import type { RootInput, Times } from './route.ts';

/** The dashboard that shows the logs of a service. */
export interface LogsLink {
  readonly dashboard: string;
  /** The dashboard's variable that is set to the alert's service. */
  readonly variable: string;
}

/** What `alerting()` takes. Routes name receivers and times by the keys that they have here. */
export interface AlertingInput<R extends string = string, T extends string = string> {
  readonly receivers: { readonly [Name in R]: Receiver };
  readonly route: RootInput<NoInfer<R>, NoInfer<T>>;
  /** Hours by a name. */
  readonly times?: { readonly [Name in T]: readonly Times[] };
  /** Of the times above, and of those in notifications: `Europe/Berlin`; UTC unless told. */
  readonly timeZone?: string;
  /** By a name that says what mutes. */
  readonly inhibitions?: Readonly<Record<string, Inhibition>>;
  /** Where the logs of an alert's service are; left out, notifications link to none. */
  readonly logs?: LogsLink;
}

/** Who is told of which alert, as `alerting()` gathers it. */
export interface Alerting extends Omit<Required<AlertingInput>, 'logs'> {
  readonly kind: 'alerting';
  readonly logs?: LogsLink;
}

/**
 * Who is told of which alert. A route to a receiver that is not there does not compile.
 *
 * @example
 * const told = alerting({
 *   receivers: { team: [slack({ urlFile: '/run/secrets/slack_url' })] },
 *   route: {
 *     to: 'team',
 *     groupBy: ['alertname', 'service'],
 *     groupWait: '30s',
 *     groupInterval: '5m',
 *     repeatInterval: '4h',
 *     routes: [{ when: { severity: 'critical' }, to: 'team', repeatInterval: '1h' }],
 *   },
 *   inhibitions: { 'critical-mutes-warning': inhibitMilder() },
 * });
 * told.timeZone // 'UTC'
 */
export function alerting<R extends string, T extends string = never>(input: AlertingInput<R, T>): Alerting {
  const { receivers, route, times, timeZone = 'UTC', inhibitions = {}, logs } = input;
  const made: Alerting = {
    kind: 'alerting',
    receivers,
    route,
    times: times ?? {},
    timeZone,
    inhibitions,
    ...(logs === undefined ? {} : { logs }),
  };
  return withOrigin(Object.freeze(made), alerting);
}
