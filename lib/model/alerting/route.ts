/**
 * Which alerts go to whom: a tree of routes, of which an alert takes the first branch that it matches.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#route
 */
import type { DurationText } from '../../units/duration.ts';
import type { Alert } from '../alert.ts';
import type { Severity } from '../alert-test.ts';

/** An alert by its constant; one in several severities is a list of them. */
export type AlertConstant = Alert | readonly Alert[];

/**
 * What an alert has to be: all that is named has to hold, and of a list one has to. An alert is named by its constant,
 * so that a renamed one cannot be forgotten here.
 */
export interface AlertMatch {
  readonly alert?: Alert | readonly AlertConstant[];
  readonly severity?: Severity | readonly Severity[];
  readonly service?: string | readonly string[];
  readonly team?: string | readonly string[];
}

/** How alerts are gathered into one notification, and when it is sent. */
export interface Grouping {
  /** Alerts that agree in these labels are one notification. */
  readonly groupBy: readonly string[];
  /** How long the first notification waits for more alerts of its group. */
  readonly groupWait: DurationText;
  /** How long news of a group waits after its last notification: no notification comes sooner. */
  readonly groupInterval: DurationText;
  /** After how long it is said again, while nothing changes. */
  readonly repeatInterval: DurationText;
}

/** A branch. What it does not say is as in the route that it belongs to. */
export interface RouteInput<R extends string = string, T extends string = string> extends Partial<Grouping> {
  readonly to: R;
  readonly when: AlertMatch;
  /** Outside of these times its notifications wait. */
  readonly activeDuring?: T;
  /** Whether an alert that takes this branch also tries those after it. */
  readonly continue?: true;
  readonly routes?: readonly RouteInput<R, T>[];
}

/** The route that every alert takes which matches no branch. */
export interface RootInput<R extends string = string, T extends string = string> extends Grouping {
  readonly to: R;
  readonly routes: readonly RouteInput<R, T>[];
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** A time of day: `08:00`. `24:00` is the end of the day. */
export type TimeOfDay = `${number}:${number}`;

/** Hours of some weekdays, in the time zone of the alerting. */
export interface Times {
  /** Every day unless told. */
  readonly weekdays?: Weekday | `${Weekday}:${Weekday}`;
  readonly from: TimeOfDay;
  /** The first minute that is no longer part of it; later than `from`. */
  readonly to: TimeOfDay;
}
