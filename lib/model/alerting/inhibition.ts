/**
 * What keeps one fault from being many notifications: while one alert fires, others that follow from it are not sent.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#inhibition-related-settings
 */
import { withOrigin } from '../problem.ts';
import type { AlertMatch } from './route.ts';

/** While an alert of `when` fires, those of `mutes` that agree with it in the labels of `equal` are not sent. */
export interface Inhibition {
  readonly kind: 'inhibition';
  readonly when: AlertMatch;
  readonly mutes: AlertMatch;
  /** `same alert`: the name, and all labels that both severities have. */
  readonly equal: readonly string[] | 'same alert';
  /** Why what is muted follows from what mutes it. */
  readonly reason: string;
}

/**
 * While one alert fires, others that follow from it are not sent.
 *
 * @param input.equal the labels in which both have to agree; none unless told. Both sides have to have them: a label that
 * is missing on both counts as equal.
 * @example inhibit({
 *   reason: 'long waits follow from a long queue',
 *   when: { alert: OrdersPilingUp },
 *   mutes: { severity: 'warning', service: 'worker' },
 * }).equal // []
 */
export function inhibit(input: {
  readonly reason: string;
  readonly when: AlertMatch;
  readonly mutes: AlertMatch;
  readonly equal?: readonly string[];
}): Inhibition {
  const { reason, when, mutes, equal = [] } = input;
  return withOrigin(
    Object.freeze({ kind: 'inhibition', reason, when, mutes, equal: Object.freeze([...equal]) }),
    inhibit,
  );
}

/**
 * While an alert fires as critical, it is not sent as a warning too. It has to be about the same thing: each label that
 * both severities have is compared, so that a full disk does not hide that another one fills.
 *
 * @example inhibitMilder().mutes // { severity: 'warning' }
 */
export function inhibitMilder(): Inhibition {
  const made: Inhibition = {
    kind: 'inhibition',
    reason: 'it is known already, and more urgent',
    when: Object.freeze({ severity: 'critical' }),
    mutes: Object.freeze({ severity: 'warning' }),
    equal: 'same alert',
  };
  return withOrigin(Object.freeze(made), inhibitMilder);
}
