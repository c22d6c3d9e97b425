/** Every text that a person wrote and that reaches a file: where variables stand and secrets slip in. */
import type { Link } from '../../model/field.ts';
import type { ResolvedAlert, ResolvedDashboard, ResolvedModel, ResolvedPanel } from '../../model/resolved.ts';
import type { ScrapeJob } from '../../model/scrape-job.ts';
import type { Text } from '../../model/text.ts';
import { type Definition, unexcusable } from '../rule.ts';

export interface PlacedText {
  readonly about: Definition;
  /** What the text is of its definition, as `the title`. */
  readonly by: string;
  readonly text: string;
}

/** The texts of a dashboard and its panels. */
export function dashboardTexts(dashboard: ResolvedDashboard): readonly PlacedText[] {
  const { title, description, rows, links, annotations } = dashboard;
  return [
    { about: dashboard, by: 'the title', text: title },
    { about: dashboard, by: 'the description', text: description },
    ...links.flatMap((link) => linkTexts(dashboard, link)),
    ...annotations.map((annotation) => ({ about: dashboard, by: 'an annotation', text: annotation.title })),
    ...rows.flatMap((row) => [
      { about: dashboard, by: `the title of row ${row.title}`, text: row.title },
      ...row.panels.flatMap(panelTexts),
    ]),
  ];
}

function panelTexts(panel: ResolvedPanel): readonly PlacedText[] {
  const markdown = 'markdown' in panel.options ? panel.options.markdown : '';
  return [
    { about: panel, by: 'the title', text: panel.title },
    { about: panel, by: 'the description', text: panel.description },
    ...(markdown === '' ? [] : [{ about: panel, by: 'the text', text: markdown }]),
    ...panel.queries.map(({ legend }) => ({ about: panel, by: 'the legend', text: literally(legend) })),
    ...panel.links.flatMap((link) => linkTexts(panel, link)),
  ];
}

function linkTexts(about: Definition, { title, to }: Link): readonly PlacedText[] {
  const address = 'url' in to ? [{ about, by: 'the address of a link', text: to.url }] : [];
  return [{ about, by: 'the title of a link', text: title }, ...address];
}

/** A text without its holes. */
function literally({ pieces }: Text): string {
  return pieces.filter((piece) => typeof piece === 'string').join('');
}

/** The texts of the whole model. */
export function allTexts(model: ResolvedModel): readonly PlacedText[] {
  const alerts = model.groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
  return [
    ...model.dashboards.flatMap(dashboardTexts),
    ...alerts.flatMap(alertTexts),
    ...model.jobs.flatMap(jobTexts),
    ...Object.entries(model.runbooks).map(([name, text]) => ({
      about: unexcusable({ what: `runbook ${name}` }),
      by: 'the runbook',
      text,
    })),
    ...Object.entries(model.site).map(([name, text]) => ({
      about: unexcusable({ what: `site ${name}` }),
      by: 'the address',
      text,
    })),
  ];
}

function alertTexts(alert: ResolvedAlert): readonly PlacedText[] {
  return [
    { about: alert, by: 'the summary', text: alert.summary },
    { about: alert, by: 'the description', text: literally(alert.description) },
    ...Object.entries(alert.ruleLabels).map(([label, text]) => ({ about: alert, by: `the label ${label}`, text })),
  ];
}

function jobTexts(job: ScrapeJob): readonly PlacedText[] {
  const about = unexcusable({ what: `scrape job ${job.job}` });
  return [
    { about, by: 'the purpose', text: job.purpose },
    ...job.static.flatMap(({ targets }) => targets.map((text) => ({ about, by: 'a target', text }))),
    ...Object.entries(job.params ?? {}).flatMap(([name, values]) =>
      values.map((value) => ({ about, by: `the parameter ${name}`, text: `${name}=${value}` })),
    ),
  ];
}
