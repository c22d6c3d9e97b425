/**
 * What the rules look at: the model with everything that several of them need, found once. Building it is the only walk
 * over the expressions, so that the time of a check grows with the model and not with the number of rules.
 */
import type { ResolvedDashboard, ResolvedModel, ResolvedPanel } from '../../model/resolved.ts';
import { jobLabels, type ScrapeJob } from '../../model/scrape-job.ts';
import { type LabelReader, labelReader } from '../../promql/result/label-reader.ts';
import {
  type LogExpression,
  type PanelQuery,
  type PlacedAlert,
  type PlacedLogAlert,
  type PlacedRecording,
  type PlacedRule,
  panelLogQueries,
  panelQueries,
  placedLogAlerts,
  placedRules,
  sideQueries,
} from './expressions.ts';
import { joined, type Nodes, nodesOf } from './nodes.ts';
import { byText, type Texts, textsOf } from './texts.ts';
import { type VariableUse, variableUses } from './variable-uses.ts';

/** A panel and the dashboard it stands on. */
interface PlacedPanel {
  readonly dashboard: ResolvedDashboard;
  readonly panel: ResolvedPanel;
}

export interface Survey extends Nodes {
  readonly model: ResolvedModel;
  readonly panels: readonly PlacedPanel[];
  readonly queries: readonly PanelQuery[];
  readonly rules: readonly PlacedRule[];
  /** Those of both servers. */
  readonly alerts: readonly (PlacedAlert | PlacedLogAlert)[];
  /** What panels and alerts ask of Loki. */
  readonly logExpressions: readonly LogExpression[];
  readonly recordings: readonly PlacedRecording[];
  /** The nodes of panels' queries alone. */
  readonly inPanels: Nodes<PanelQuery>;
  /** The nodes of alerts and recording rules alone. */
  readonly inRules: Nodes<PlacedRule>;
  /** Recording rules by the name that they write; the first, where several write it. */
  readonly recorded: ReadonlyMap<string, PlacedRecording>;
  readonly jobs: ReadonlyMap<string, ScrapeJob>;
  /** What a person wrote and others read. */
  readonly texts: Texts;
  readonly variableUses: readonly VariableUse[];
  /** The labels of an expression's result; undefined for a number or a text, which have none. */
  readonly labelsOf: LabelReader;
}

/** Looks over a resolved model. */
export function surveyOf(model: ResolvedModel): Survey {
  const queries = panelQueries(model);
  const rules = placedRules(model);
  const others = sideQueries(model);
  const logAlerts = placedLogAlerts(model);
  const recordings = rules.filter((rule) => rule.use === 'recording rule');
  const recorded = new Map([...recordings].reverse().map((placed) => [placed.rule.name, placed]));
  const inPanels = nodesOf(queries);
  const inRules = nodesOf(rules);
  const inOthers = nodesOf(others);
  const texts = byText(textsOf(model));
  const labelsByJob = new Map(model.jobs.map((job) => [job.job, jobLabels(job)]));
  return Object.freeze({
    ...joined(inPanels, inRules, inOthers),
    inPanels,
    inRules,
    model,
    panels: model.dashboards.flatMap((dashboard) =>
      dashboard.rows.flatMap(({ panels }) => panels.map((panel) => ({ dashboard, panel }))),
    ),
    queries,
    rules,
    alerts: [...rules.filter((rule) => rule.use === 'alert'), ...logAlerts],
    logExpressions: [...panelLogQueries(model), ...logAlerts],
    recordings,
    recorded,
    jobs: new Map(model.jobs.map((job) => [job.job, job])),
    texts,
    variableUses: variableUses(model, [inPanels, inOthers], texts),
    labelsOf: labelReader({ catalogue: model.catalogue, jobs: labelsByJob }, recorded),
  });
}
