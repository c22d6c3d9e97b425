/**
 * `resolve(model, profile)`: the model of one profile, with nothing left to decide. Pure; nothing after it knows that
 * there are profiles.
 */
import { deploymentOf } from '../deployment/deployment.ts';
import { withFeatures } from '../deployment/features.ts';
import type { Model } from '../model.ts';
import type { Problem } from '../problem.ts';
import { resolvedRequirement } from '../requirement.ts';
import type { LeftOut, ResolvedModel } from '../resolved.ts';
import { resolveAlerting } from './alerting.ts';
import { resolveDashboard } from './dashboards.ts';
import { resolveObjectives, withoutMissing } from './objectives.ts';
import { type Reader, reader } from './reader.ts';
import { resolveRules } from './rules.ts';
import { exactSelectors } from './selectors.ts';

/** A resolved model, and what could not be resolved as it was written. */
export interface Resolution {
  readonly model: ResolvedModel;
  readonly problems: readonly Problem[];
}

/**
 * Chooses the sources of a profile. Panels, lines, alerts, objectives and recording rules over signals without a source
 * are left out, the grid closes up, and the reasons are kept for the index.
 *
 * @throws TypeError when an alert reads a signal, or the alerting names an alert, that the model does not register.
 * @example resolve(shopModel, 'production').model.dashboards.map(({ uid }) => uid) // ['shop-orders']
 */
export function resolve(model: Model, profile: string): Resolution {
  if (!model.profiles.includes(profile)) {
    throw new TypeError(`resolve(): there is no profile '${profile}'; there are ${model.profiles.join(', ')}.`);
  }
  const problems: Problem[] = [];
  const leftOut: LeftOut[] = [];
  const findings = { problems, leftOut };
  // Which alerts there are is known to the reader alone, which asks only once it reads.
  const exact = exactSelectors(model, () => alertNames(model, signals));
  const signals: Reader = reader(model.signals, profile, { problems, exact });
  const dashboards = model.dashboards.map((dashboard) =>
    resolveDashboard(dashboard, { signals, exact, scrapeInterval: model.scrapeInterval, findings }),
  );
  const objectives = resolveObjectives(model, signals, findings);
  const { groups, logGroups } = resolveRules(withoutMissing(model, objectives), signals, dashboards, findings);
  const alerting = resolveAlerting(model, { groups, logGroups });
  const deployment = deploymentOf(model.deployment, profile);
  const { jobs, contracts, scrapeInterval, evaluationInterval, site, runbooks, catalogue, features = [] } = model;
  return Object.freeze({
    model: Object.freeze({
      profile,
      dashboards,
      groups,
      logGroups,
      objectives,
      ...(alerting === undefined ? {} : { alerting }),
      jobs,
      contracts,
      scrapeInterval,
      evaluationInterval,
      site,
      runbooks,
      leftOut,
      silentJobs: silentJobs(jobs, profile),
      requirements: model.requirements.map((each) => resolvedRequirement(each, profile)),
      catalogue,
      ...(deployment !== undefined && { deployment: withFeatures(deployment, features) }),
      ...(features.length > 0 && { features }),
    }),
    problems,
  });
}

/** The jobs whose targets expose nothing in a profile. */
function silentJobs(jobs: Model['jobs'], profile: string): ResolvedModel['silentJobs'] {
  return new Map(
    jobs.flatMap(({ job, exposesNothing }) => {
      const reason = exposesNothing[profile];
      return reason === undefined ? [] : [[job, reason] as const];
    }),
  );
}

/** The alerts that this profile has. */
function alertNames({ alerts }: Model, signals: Reader): readonly string[] {
  return alerts.filter(({ alert }) => signals.missingIn(alert.node).length === 0).map(({ name }) => name);
}
