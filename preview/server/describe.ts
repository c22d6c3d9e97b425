/** A resolved model as what the page needs: Grafana's JSON, samples, and who reads what. */
import { createHash } from 'node:crypto';
import { grafanaDashboard } from '../../lib/emit/grafana/classic.ts';
import type { Problem } from '../../lib/model/problem.ts';
import type { ResolvedDashboard, ResolvedModel } from '../../lib/model/resolved.ts';
import { print } from '../../lib/promql/print.ts';
import { knownJobs } from '../../lib/sample/target-labels.ts';
import { durationText } from '../../lib/units/duration.ts';
import type { DashboardState, PanelInfo, PanelJson } from '../protocol.ts';
import { labelsIn } from './ad-hoc.ts';
import { type AnnotationJson, annotationInfos, sampleEvents } from './annotations.ts';
import { alertsByPanel, type PlaceOf, panelInfo, readersBySignal } from './describe-panel.ts';
import { jsonText } from './json-text.ts';
import type { Loaded, LoadedProfile, SampleSeries } from './loaded.ts';
import { linesOf, samplesOf, streamsOf } from './samples.ts';
import { assigned } from './troubles.ts';
import { variableInfo } from './variables.ts';

/** What is known of the model that a profile is described with. */
export interface Around {
  /** All profiles: what a problem is about can be in any of them. */
  readonly models: readonly ResolvedModel[];
  readonly problems: readonly Problem[];
  readonly placeOf: PlaceOf;
}

/** Some profiles of a model, with the problems found in it. */
export function describeModels(wanted: readonly ResolvedModel[], { models, problems, placeOf }: Around): Loaded {
  const places = assigned(problems, models);
  return {
    kind: 'loaded',
    profiles: wanted.map((model) => describeProfile(model, places, placeOf)),
    troubles: places.elsewhere,
    problems: problems.length,
    scrapeMs: models[0]?.scrapeInterval.ms ?? 15_000,
  };
}

type Places = ReturnType<typeof assigned>;

function describeProfile(model: ResolvedModel, places: Places, placeOf: PlaceOf): LoadedProfile {
  const samples = samplesOf(model);
  const shared = { alerts: alertsByPanel(model), readers: readersBySignal(model), placeOf, samples, places };
  return {
    state: {
      name: model.profile,
      site: { grafana: model.site.grafana, runbooks: model.site.runbooks },
      runbooks: model.runbooks,
      dashboards: model.dashboards.map((dashboard) => describeDashboard(dashboard, model, shared)),
    },
    samples,
    streams: streamsOf(model),
    lines: linesOf(model),
    events: Object.fromEntries(
      model.dashboards.map((dashboard) => [dashboard.uid, sampleEvents(dashboard, knownJobs(model.jobs))]),
    ),
    filters: Object.fromEntries(model.dashboards.map(({ uid, filter }) => [uid, variableOfLabel(filter)])),
    selectors: Object.fromEntries(model.dashboards.flatMap(selectorsOf)),
  };
}

type Shared = Parameters<typeof panelInfo>[2] & { readonly samples: LoadedProfile['samples']; readonly places: Places };

function describeDashboard(dashboard: ResolvedDashboard, model: ResolvedModel, shared: Shared): DashboardState {
  const { uid, title, description, tags, from, to, refresh, timezone, links } = dashboard;
  // The builders give plain data of Grafana's own types; the page reads the part of it that the protocol names.
  const json = JSON.parse(JSON.stringify(grafanaDashboard(dashboard))) as DashboardJson;
  const byId = new Map(json.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]).map((each) => [each.id, each]));
  const panels = dashboard.rows.flatMap((row) => row.panels);
  return {
    uid,
    title,
    description,
    folder: folderOf(title),
    tags,
    from,
    to,
    refresh: durationText(refresh),
    timezone,
    graphTooltip: json.graphTooltip ?? 0,
    links: links.length === 0 ? [] : json.links.map((link) => ({ title: link.title, url: link.url })),
    variables: dashboard.variables.map((variable) => {
      const info = variableInfo(variable, model);
      return variable.kind === 'ad hoc' ? { ...info, labels: labelsIn(seriesOf(dashboard, shared.samples)) } : info;
    }),
    annotations: annotationInfos(json.annotations.list),
    panels: json.panels,
    infos: panels.map((panel): PanelInfo => {
      const info = panelInfo(uid, panel, shared);
      const troubles = shared.places.ofPanel(panel.where.what);
      return {
        ...info,
        troubles,
        mark: mark([byId.get(panel.id), info.drawing, marksOf(shared.samples[`${uid}/${panel.id}`]), troubles]),
      };
    }),
    troubles: shared.places.ofDashboard(uid),
  };
}

function seriesOf({ uid, rows }: ResolvedDashboard, samples: LoadedProfile['samples']): readonly SampleSeries[] {
  return rows.flatMap(({ panels }) => panels.flatMap(({ id }) => Object.values(samples[`${uid}/${id}`] ?? {}).flat()));
}

/** A dashboard in Grafana's classic format, as far as the preview looks into it. */
interface DashboardJson {
  readonly panels: readonly PanelJson[];
  readonly links: DashboardState['links'];
  readonly graphTooltip?: number;
  readonly annotations: { readonly list: readonly AnnotationJson[] };
}

function mark(value: unknown): string {
  return createHash('sha256').update(jsonText(value)).digest('base64url').slice(0, 16);
}

/** By series, which are the same objects as long as nothing changes them: they are most of what is shown. */
const marks = new WeakMap<readonly SampleSeries[], string>();

function marksOf(samples: LoadedProfile['samples'][string] = {}): readonly (readonly [string, string])[] {
  return Object.entries(samples).map(([refId, series]) => {
    const known = marks.get(series) ?? mark(series);
    marks.set(series, known);
    return [refId, known];
  });
}

/** `Voting app / System` stands in the folder `Voting app`. */
function folderOf(title: string): string {
  const parts = title.split(' / ');
  return parts.length > 1 ? parts.slice(0, -1).join(' / ') : 'General';
}

function variableOfLabel(filter: ResolvedDashboard['filter']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filter).map(([label, variable]) => [variable, label]));
}

function selectorsOf({ uid, variables }: ResolvedDashboard) {
  return variables.flatMap((variable) =>
    variable.kind === 'query'
      ? [[`${uid}/${variable.name}`, { selector: print(variable.node), label: variable.of }] as const]
      : [],
  );
}
