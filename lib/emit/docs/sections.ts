/** The index as data: a section for each thing that one looks for in it. */

import { byName } from '../../model/readings.ts';
import type { ResolvedRequirement } from '../../model/requirement.ts';
import {
  alertsOf,
  type LeftOut,
  type ResolvedDashboard,
  type ResolvedModel,
  type ResolvedPanel,
} from '../../model/resolved.ts';
import { durationText } from '../../units/duration.ts';
import { unitText } from '../../units/unit.ts';
import type { Cell, Piece, Section } from './cell.ts';
import { exporterNeeds, type Need } from './needs.ts';
import type { StreamNeed } from './streams.ts';
import { toldSection } from './told.ts';

/** Every section that has something to say. */
export function sectionsOf(
  model: ResolvedModel,
  all: readonly Need[],
  streams: readonly StreamNeed[],
): readonly Section[] {
  const places = placesOf(model);
  return [
    requirementsSection(model),
    dashboardsSection(model),
    alertsSection(model),
    toldSection(model),
    objectivesSection(model),
    recordingSection(model, all, places),
    metricsSection(model, all, places),
    streamsSection(streams, places),
    leftOutSection(model),
  ].filter(({ lines }) => lines.length > 0);
}

function requirementsSection(model: ResolvedModel): Section {
  return {
    title: 'What was asked for, and where it is shown',
    heading: ['part', 'asked for', 'shown by'],
    lines: model.requirements.map((each) => [each.part, each.asks, whereShown(each, model)]),
  };
}

/** Every panel of any signal that answers it, each once, and why the profile lacks the others. */
function whereShown({ shownBy }: ResolvedRequirement, { dashboards }: ResolvedModel): readonly Piece[] {
  const signals = new Set(shownBy.map(({ signal }) => signal));
  const shown = dashboards.flatMap((dashboard) =>
    panelsOf(dashboard)
      .filter(({ queries }) => queries.some((query) => signals.has(query.signal.id)))
      .map((panel) => panelLink(dashboard, panel)),
  );
  const missing = shownBy.flatMap(({ name, unavailable }) =>
    unavailable === undefined ? [] : [`${name}: not in this profile, since ${unavailable}`],
  );
  return [...shown, ...missing];
}

function panelsOf({ rows }: ResolvedDashboard): readonly ResolvedPanel[] {
  return rows.flatMap(({ panels }) => panels);
}

/** Into the picture, where the panel is drawn: the index works without a server. */
function panelLink({ uid, title, rows }: ResolvedDashboard, panel: ResolvedPanel): Piece {
  const folded = rows.some(({ collapsed, panels }) => collapsed && panels.includes(panel));
  const file = `pictures/${uid}${folded ? '.folded' : ''}.svg`;
  return { link: `${file}#view-${panel.id}`, text: panel.title, after: `on ${title}` };
}

/** Without a count of panels: two branches that each add one would meet in this line. */
function dashboardsSection({ dashboards }: ResolvedModel): Section {
  return {
    title: 'Dashboards',
    heading: ['dashboard', 'shows'],
    lines: dashboards.map(({ uid, title, description }) => [
      { link: `grafana/dashboards/${uid}.json`, text: title },
      description,
    ]),
    pictures: dashboards.map(({ uid, title }) => ({ file: `pictures/${uid}.svg`, of: title })),
  };
}

function alertsSection(model: ResolvedModel): Section {
  return {
    title: 'Alerts',
    heading: ['alert', 'severity', 'when', 'runbook'],
    lines: alertsOf(model).map(({ name, severity, summary }) => [
      { code: name },
      severity,
      summary,
      name in model.runbooks ? { link: `runbooks/${name}.md`, text: 'runbook' } : '',
    ]),
  };
}

function objectivesSection({ objectives, groups }: ResolvedModel): Section {
  const recordings = groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'recording'));
  return {
    title: 'Objectives',
    heading: ['objective', 'target', 'over', 'promises', 'share of errors'],
    lines: objectives.map(({ name, target, window, description, signals }) => {
      // The share over the whole window is what is recorded last.
      const whole = recordings.filter(({ signal }) => signals.includes(signal.id)).at(-1);
      return [name, percentage(target), durationText(window), description, { code: whole?.name ?? '' }];
    }),
  };
}

/** As people write a target. */
function percentage(share: number): string {
  return `${Number((share * 100).toPrecision(6))} %`;
}

function recordingSection(model: ResolvedModel, all: readonly Need[], places: Places): Section {
  const needs = new Map(all.map((need) => [need.metric, need]));
  return {
    title: 'Recording rules',
    heading: ['rule', 'read by'],
    lines: model.groups.flatMap(({ name: group, rules }) =>
      rules
        .filter((rule) => rule.kind === 'recording')
        .map(({ name, signal }): readonly Cell[] => [
          [{ code: name }, signal.name, `group ${group}`],
          readBy(needs.get(name) ?? { readers: [] }, places),
        ]),
    ),
  };
}

function metricsSection(model: ResolvedModel, all: readonly Need[], places: Places): Section {
  return {
    title: 'Metrics needed',
    intro:
      'What Prometheus has to scrape, from which job, and which panels and alerts read it. Without a metric, or without one of its labels or buckets, these panels are empty and these alerts never fire.',
    heading: ['metric', 'read by', 'labels and buckets'],
    lines: exporterNeeds(model, all).map((need) => {
      const { metric, labels, bounds } = need;
      const read = [...labels.map((code) => ({ code })), ...bounds.map((bound) => `up to ${bound}`)];
      return [[{ code: metric }, ...aboutMetric(need)], readBy(need, places), read];
    }),
  };
}

/** Below its name, so that the table is no wider than a page. */
function aboutMetric({ facts, jobs }: Need): readonly Piece[] {
  const job = jobs.map((name) => (name === '' ? 'every job' : `job ${name}`)).join(', ');
  if (facts === undefined) return ['unknown', job];
  return [`${facts.kind}, ${unitText(facts.unit)}`, job];
}

/** Where something stands that reads, and what people call it there. */
interface Place {
  /** The position of its dashboard among all. */
  readonly dashboard: number;
  readonly title: string;
  /** Its position on the dashboard: panels first, in their order. */
  readonly position: number;
  readonly text: string;
}

/** By the kind of a reader and its name: what reads on any dashboard is looked up once for each metric. */
type Places = ReadonlyMap<string, ReadonlyMap<string, Place>>;

function streamsSection(streams: readonly StreamNeed[], places: Places): Section {
  return {
    title: 'Log lines needed',
    intro: 'Which log lines have to reach Loki, and which panels and alerts read them.',
    heading: ['streams', 'read by'],
    lines: streams.map((need) => [{ code: need.streams }, readBy(need, places)]),
  };
}

function placesOf({ dashboards }: ResolvedModel): Places {
  const places = new Map(ON_DASHBOARD.map((kind) => [kind, new Map<string, Place>()]));
  for (const [dashboard, of] of dashboards.entries()) {
    const { uid, title } = of;
    for (const [position, { kind, key, text }] of readersOn(of).entries()) {
      places.get(kind)?.set(`${uid}/${key}`, { dashboard, title, position, text });
    }
  }
  return places;
}

const ON_DASHBOARD = ['panel', 'variable', 'annotation'] as const;

interface OnDashboard {
  readonly kind: (typeof ON_DASHBOARD)[number];
  readonly key: string;
  readonly text: string;
}

/** Whatever can read on a dashboard, in the order in which it is told. */
function readersOn(dashboard: ResolvedDashboard): readonly OnDashboard[] {
  const named = (kind: 'variable' | 'annotation', all: readonly { readonly name: string }[]) =>
    all
      .map(({ name }) => name)
      .sort(byName)
      .map((name) => ({ kind, key: name, text: `${kind} ${name}` }));
  return [
    ...panelsOf(dashboard).map(({ key, title }) => ({ kind: 'panel' as const, key, text: title })),
    ...named('variable', dashboard.variables),
    ...named('annotation', dashboard.annotations),
  ];
}

/**
 * The readers in the words of whoever sees them: alerts first, then each dashboard with its panels by their titles, then
 * what is recorded.
 */
function readBy({ readers }: Pick<Need, 'readers'>, places: Places): readonly Piece[] {
  return [
    ...listed('alert', namesOf(readers, 'alert')),
    ...shownOn(readers, places),
    ...listed('recorded as', namesOf(readers, 'recording rule')),
  ];
}

function namesOf(readers: Need['readers'], kind: string): readonly string[] {
  const names = readers.filter((reader) => reader.kind === kind).map(({ name }) => name);
  return names.length < 2 ? names : [...new Set(names)].sort(byName);
}

/** A line for each dashboard that has some of the readers. */
function shownOn(readers: Need['readers'], places: Places): readonly string[] {
  const found = readers.flatMap(({ kind, name }) => places.get(kind)?.get(name) ?? []);
  const lines = new Map<number, string>();
  for (const { dashboard, title, text } of found.sort(byPlace)) {
    const line = lines.get(dashboard);
    lines.set(dashboard, line === undefined ? `${title}: ${text}` : `${line}; ${text}`);
  }
  return [...lines.values()];
}

function byPlace(a: Place, b: Place): number {
  return a.dashboard - b.dashboard || a.position - b.position;
}

function listed(word: string, names: readonly string[]): readonly Piece[] {
  if (names.length === 0) return [];
  return [`${names.length > 1 && word === 'alert' ? 'alerts' : word} ${names.join(', ')}`];
}

function leftOutSection({ leftOut }: ResolvedModel): Section {
  return {
    title: 'Left out of this profile',
    heading: ['what', 'name', 'why'],
    lines: leftOut.map(({ what, name, dashboard, reasons }: LeftOut) => [
      what,
      dashboard === undefined ? name : `${dashboard}/${name}`,
      reasons,
    ]),
  };
}
