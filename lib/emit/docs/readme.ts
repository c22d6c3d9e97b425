/** `README.md`: the index of everything that a profile has, and of what it cannot have. */

import { byName, readerText } from '../../model/readings.ts';
import type { LeftOut, ResolvedAlert, ResolvedDashboard, ResolvedModel } from '../../model/resolved.ts';
import { unitText } from '../../units/unit.ts';
import { markdownCode, markdownText, table } from '../markdown.ts';
import { exporterNeeds, type Need } from './needs.ts';

/** The index, with the needs of all its readings. Links are relative to it. */
export function readme(model: ResolvedModel, all: readonly Need[]): string {
  const sections = [
    section('Dashboards', ['dashboard', 'shows'], model.dashboards.map(dashboardLine)),
    section(
      'Alerts',
      ['alert', 'severity', 'when', 'runbook'],
      alertsOf(model).map((alert) => alertLine(alert, model)),
    ),
    section('Recording rules', ['rule', 'group', 'records', 'read by'], recordingLines(model, all)),
    section(
      'Metrics needed',
      ['metric', 'kind', 'unit', 'job', 'needed by'],
      exporterNeeds(model, all).map(metricLine),
    ),
    section('Left out of this profile', ['what', 'name', 'why'], model.leftOut.map(leftOutLine)),
  ];
  return `${[...opening(model), ...sections.filter((text) => text !== '')].join('\n\n')}\n`;
}

function opening({ profile, contracts, alerting }: ResolvedModel): readonly string[] {
  return [
    `# Monitoring, profile ${markdownText(profile)}`,
    'Made by `npm run build` from the definitions; what is changed here by hand is lost.',
    [
      '- `grafana/dashboards/`: dashboards, to be provisioned or imported as they are',
      '- `pictures/`: what they look like, with sample data; `*.folded.svg` has the rows that open folded',
      '- `prometheus/prometheus.yml`: what is scraped',
      '- `prometheus/rules/`: recording and alerting rules',
      '- `prometheus/tests/`: their tests, for `promtool test rules prometheus/tests/*.yml`',
      ...(alerting === undefined ? [] : ['- `alertmanager/`: who is told of which alert, and what notifications say']),
      '- `runbooks/`: what to do when an alert fires',
      ...(contracts.length === 0
        ? []
        : ['- `contract.md`: what the services have to expose themselves, where anything reads it']),
      '- `model.json`: signals, expressions, metrics and who reads them, for reviews',
    ].join('\n'),
  ];
}

function section(title: string, heading: readonly string[], lines: readonly (readonly string[])[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${table({ heading, lines })}`;
}

/** Without a count of panels: two branches that each add one would meet in this line. */
function dashboardLine({ uid, title, description }: ResolvedDashboard): readonly string[] {
  return [`[${markdownText(title)}](grafana/dashboards/${uid}.json)`, markdownText(description)];
}

function alertsOf(model: ResolvedModel): readonly ResolvedAlert[] {
  return model.groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
}

function alertLine({ name, severity, summary }: ResolvedAlert, { runbooks }: ResolvedModel): readonly string[] {
  const runbook = name in runbooks ? `[runbook](runbooks/${name}.md)` : '';
  return [markdownCode(name), severity, markdownText(summary), runbook];
}

function recordingLines(model: ResolvedModel, all: readonly Need[]): readonly (readonly string[])[] {
  const readers = new Map(all.map((need) => [need.metric, need]));
  return model.groups.flatMap(({ name: group, rules }) =>
    rules
      .filter((rule) => rule.kind === 'recording')
      .map(({ name, signal }) => [
        markdownCode(name),
        markdownText(group),
        markdownText(signal.name),
        readersText(readers.get(name)),
      ]),
  );
}

function metricLine(need: Need): readonly string[] {
  const { metric, facts, jobs } = need;
  const unit = facts === undefined ? '' : markdownText(unitText(facts.unit));
  const job = jobs.map((name) => (name === '' ? 'every job' : markdownText(name))).join(', ');
  return [markdownCode(metric), facts?.kind ?? 'unknown', unit, job, readersText(need)];
}

function readersText(need: Need | undefined): string {
  const names = need?.readers.map(readerText).sort(byName) ?? [];
  return names.map(markdownText).join('<br>');
}

function leftOutLine({ what, name, dashboard, reasons }: LeftOut): readonly string[] {
  const place = dashboard === undefined ? name : `${dashboard}/${name}`;
  return [what, markdownText(place), reasons.map(markdownText).join('<br>')];
}
