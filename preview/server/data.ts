/** One panel's data: samples, or what real servers answer. */
import type { Answer, DashboardState, DataAnswer, DataRequest, PanelJson, Target } from '../protocol.ts';
import { type Intervals, intervals } from './interval.ts';
import { ask, labelValues } from './live.ts';
import type { Loaded, LoadedProfile } from './loaded.ts';
import { sampleAnswer } from './sample-answers.ts';
import { substitute } from './substitute.ts';

export interface Servers {
  readonly prometheus?: string;
  readonly loki?: string;
}

interface Found {
  readonly profile: LoadedProfile;
  readonly dashboard: DashboardState;
  readonly panel: PanelJson;
}

/** The data that a panel shows. Each query fails on its own. */
export async function panelData(
  loaded: Loaded,
  servers: Servers,
  request: DataRequest,
): Promise<DataAnswer | undefined> {
  const found = find(loaded, request);
  if (found === undefined) return undefined;
  const { from, to, points } = request;
  const minMs = seconds(found.panel.interval) * 1_000;
  const times = intervals({ from, to, points, scrapeMs: loaded.scrapeMs, minMs });
  const results = await Promise.all(
    (found.panel.targets ?? []).map(async (target) => {
      const context = { chosen: request.variables, variables: found.dashboard.variables, times };
      const text = substitute(target.expr, context);
      return {
        refId: target.refId,
        text,
        ...(await settled(answer({ found, servers, request, target, text, times }))),
      };
    }),
  );
  return {
    step: times.intervalMs,
    answers: Object.fromEntries(results.flatMap(({ refId, data }) => (data === undefined ? [] : [[refId, data]]))),
    errors: Object.fromEntries(results.flatMap(({ refId, error }) => (error === undefined ? [] : [[refId, error]]))),
    asked: Object.fromEntries(results.map(({ refId, text }) => [refId, text])),
  };
}

function find(loaded: Loaded, { profile: name, dashboard: uid, panel: id }: DataRequest): Found | undefined {
  const profile = loaded.profiles.find(({ state }) => state.name === name);
  const dashboard = profile?.state.dashboards.find((each) => each.uid === uid);
  const panel = dashboard?.panels.flatMap((each) => [each, ...(each.panels ?? [])]).find((each) => each.id === id);
  if (profile === undefined || dashboard === undefined || panel === undefined) return undefined;
  return { profile, dashboard, panel };
}

interface Question {
  readonly found: Found;
  readonly servers: Servers;
  readonly request: DataRequest;
  readonly target: Target;
  readonly text: string;
  readonly times: Intervals;
}

async function answer({ found, servers, request, target, text, times }: Question): Promise<Answer> {
  const { from, to, variables, dashboard: uid } = request;
  const server = target.datasource?.type === 'loki' ? servers.loki : servers.prometheus;
  if (server !== undefined) return await ask({ server, target, text, from, to, times });
  const step = times.intervalMs;
  const series = found.profile.samples[`${uid}/${found.panel.id}`]?.[target.refId] ?? [];
  return sampleAnswer({ target, series, from, to, step, chosen: variables, filter: found.profile.filters[uid] ?? {} });
}

type Settled = { readonly data: Answer; readonly error?: never } | { readonly error: string; readonly data?: never };

async function settled(promise: Promise<Answer>): Promise<Settled> {
  try {
    return { data: await promise };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function seconds(interval: string | undefined): number {
  const [, amount, unit] = /^(\d+)(s|m|h)$/.exec(interval ?? '') ?? [];
  return Number(amount ?? 0) * ({ s: 1, m: 60, h: 3_600 }[unit ?? 's'] ?? 1);
}

/** The values of a variable that a real server knows; none where there is no server to ask. */
export async function variableValues(
  loaded: Loaded,
  servers: Servers,
  { profile: name, dashboard, variable }: { profile: string; dashboard: string; variable: string },
): Promise<readonly string[] | undefined> {
  const source = loaded.profiles.find(({ state }) => state.name === name)?.selectors[`${dashboard}/${variable}`];
  if (source === undefined || servers.prometheus === undefined) return undefined;
  return await labelValues(servers.prometheus, source.selector, source.label);
}
