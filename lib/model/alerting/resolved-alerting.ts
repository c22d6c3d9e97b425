/** Who is told, with nothing left to decide: alerts by their names, and each route with all that it has. */
import type { Duration } from '../../units/duration.ts';
import type { Where } from '../problem.ts';
import type { Alerting } from './alerting.ts';

/** A label, and the values of which it has to have one. */
export interface ResolvedMatcher {
  readonly label: string;
  readonly values: readonly string[];
}

/** All have to hold; none holds for every alert. */
export type ResolvedMatch = readonly ResolvedMatcher[];

export interface ResolvedRoute {
  readonly to: string;
  readonly match: ResolvedMatch;
  readonly groupBy: readonly string[];
  readonly groupWait: Duration;
  readonly groupInterval: Duration;
  readonly repeatInterval: Duration;
  readonly activeDuring?: string;
  readonly continue?: true;
  readonly routes: readonly ResolvedRoute[];
  readonly where: Where;
}

export interface ResolvedInhibition {
  readonly name: string;
  readonly reason: string;
  readonly when: ResolvedMatch;
  readonly mutes: ResolvedMatch;
  readonly equal: readonly string[];
  readonly where: Where;
}

export interface ResolvedAlerting extends Pick<Alerting, 'receivers' | 'times' | 'timeZone' | 'logs'> {
  readonly route: ResolvedRoute;
  readonly inhibitions: readonly ResolvedInhibition[];
  /** Receivers that the definition has a route to, also where this profile has none of its alerts. */
  readonly routed: readonly string[];
  readonly where: Where;
}

/** A match as Alertmanager's own language has it. @example matchText([{ label: 'severity', values: ['critical'] }]) // 'severity="critical"' */
export function matchText(match: ResolvedMatch): string {
  return match.map(matcherText).join(', ');
}

/** One matcher. Values are names of alerts, services and teams; what is special in a regular expression is escaped. */
export function matcherText({ label, values }: ResolvedMatcher): string {
  const [only, ...others] = values;
  if (others.length === 0) return `${label}=${JSON.stringify(only ?? '')}`;
  return `${label}=~${JSON.stringify(values.map(escaped).join('|'))}`;
}

const escaped = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
