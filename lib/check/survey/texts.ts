/** Every text that a person wrote and that reaches a file: where variables stand and secrets slip in. */
import type { ResolvedAlerting } from '../../model/alerting/resolved-alerting.ts';
import type { Deployment } from '../../model/deployment/deployment.ts';
import type { Link } from '../../model/field.ts';
import {
  type AnyAlert,
  alertsOf,
  type ResolvedDashboard,
  type ResolvedModel,
  type ResolvedPanel,
} from '../../model/resolved.ts';
import type { ScrapeJob } from '../../model/scrape-job.ts';
import type { Text } from '../../model/text.ts';
import { type Definition, unexcusable } from './expressions.ts';

export interface PlacedText {
  readonly about: Definition;
  /** Which text of its definition it is, as `the title`. */
  readonly field: string;
  readonly text: string;
  /** The dashboard on which it is read. */
  readonly dashboard?: ResolvedDashboard;
}

/** Texts, each with the places where it stands: panels share their words with the signals that they show. */
export type Texts = ReadonlyMap<string, readonly PlacedText[]>;

/** The same texts, each once. */
export function byText(all: readonly PlacedText[]): Texts {
  const found = new Map<string, PlacedText[]>();
  for (const placed of all) {
    const places = found.get(placed.text);
    if (places === undefined) found.set(placed.text, [placed]);
    else places.push(placed);
  }
  return found;
}

/** The texts of a model, those of dashboards first. */
export function textsOf(model: ResolvedModel): readonly PlacedText[] {
  const { dashboards, jobs, runbooks, site, alerting, deployment } = model;
  return [
    ...dashboards.flatMap(dashboardTexts),
    ...alertsOf(model).flatMap(alertTexts),
    ...jobs.flatMap(jobTexts),
    ...(alerting === undefined ? [] : alertingTexts(alerting)),
    ...(deployment === undefined ? [] : deploymentTexts(deployment)),
    ...Object.entries(runbooks).map(([name, text]) => unexcusableText(`runbook ${name}`, 'the runbook', text)),
    ...Object.entries(site).map(([name, text]) => unexcusableText(`site ${name}`, 'the address', text)),
  ];
}

/** A variable as a shell would set it: what its name says of its value is then seen. */
function deploymentTexts({ containers }: Deployment): readonly PlacedText[] {
  return Object.entries(containers).flatMap(([name, { command = [], environment = {} }]) => {
    const words = command.filter((word) => typeof word === 'string').map((word) => ['the command', word] as const);
    const variables = Object.entries(environment).flatMap(([variable, word]) =>
      typeof word === 'string' ? [['the environment', `${variable}=${word}`] as const] : [],
    );
    return [...words, ...variables].map(([field, text]) => unexcusableText(`container ${name}`, field, text));
  });
}

function dashboardTexts(dashboard: ResolvedDashboard): readonly PlacedText[] {
  const { title, description, rows, links, annotations } = dashboard;
  const texts: PlacedText[] = [];
  const add: Add = (about, field, text) => {
    if (text !== '') texts.push({ about, field, text, dashboard });
  };
  add(dashboard, 'the title', title);
  add(dashboard, 'the description', description);
  for (const link of links) addLink(add, dashboard, link);
  for (const annotation of annotations) add(dashboard, `the title of annotation ${annotation.name}`, annotation.title);
  for (const row of rows) {
    add(dashboard, `the title of row ${row.title}`, row.title);
    for (const panel of row.panels) addPanel(add, panel);
  }
  return texts;
}

type Add = (about: Definition, field: string, text: string) => void;

function addPanel(add: Add, panel: ResolvedPanel): void {
  add(panel, 'the title', panel.title);
  add(panel, 'the description', panel.description);
  if ('markdown' in panel.options) add(panel, 'the text', panel.options.markdown);
  for (const { legend } of panel.queries) add(panel, 'the legend', literally(legend));
  for (const link of panel.links) addLink(add, panel, link);
}

function addLink(add: Add, about: Definition, { title, to }: Link): void {
  add(about, 'the title of a link', title);
  if ('url' in to) add(about, 'the address of a link', to.url);
}

/** The labels that a text has holes for. */
export function labelsIn({ pieces }: Text): readonly string[] {
  const labels: string[] = [];
  for (const piece of pieces) if (typeof piece === 'object' && piece.hole === 'label') labels.push(piece.label);
  return labels;
}

/** A text without its holes. */
function literally({ pieces }: Text): string {
  return pieces.filter((piece) => typeof piece === 'string').join('');
}

function alertTexts(alert: AnyAlert): readonly PlacedText[] {
  return [
    { about: alert, field: 'the summary', text: alert.summary },
    { about: alert, field: 'the description', text: literally(alert.description) },
    ...Object.entries(alert.ruleLabels).map(([label, text]) => ({ about: alert, field: `the label ${label}`, text })),
  ];
}

function jobTexts(job: ScrapeJob): readonly PlacedText[] {
  const what = `scrape job ${job.job}`;
  return [
    unexcusableText(what, 'the purpose', job.purpose),
    ...job.static.flatMap(({ targets }) => targets.map((text) => unexcusableText(what, 'a target', text))),
    ...Object.entries(job.params ?? {}).flatMap(([name, values]) =>
      values.map((value) => unexcusableText(what, `the parameter ${name}`, `${name}=${value}`)),
    ),
  ];
}

function alertingTexts({ receivers, inhibitions }: ResolvedAlerting): readonly PlacedText[] {
  const addresses = Object.entries(receivers).flatMap(([name, receiver]) =>
    receiver.flatMap(({ kind, ...fields }) =>
      Object.entries(fields).map(([field, text]) =>
        unexcusableText(`receiver ${name}`, `the ${field} of ${kind}`, String(text)),
      ),
    ),
  );
  return [
    ...addresses,
    ...inhibitions.map(({ name, reason }) => unexcusableText(`inhibition ${name}`, 'the reason', reason)),
  ];
}

function unexcusableText(what: string, field: string, text: string): PlacedText {
  return { about: unexcusable({ what }), field, text };
}
