/** The data of panels and annotations: samples, or what real servers answer. */
import type { LogStream } from '../../lib/logql/evaluate/line.ts';
import { parse } from '../../lib/logql/parse/parse.ts';
import { linesFound } from '../../lib/sample/log-lines.ts';
import { type LogLine, neutralLines } from '../../lib/sample/neutral-lines.ts';
import { NOW } from '../../lib/sample/time.ts';
import {
  ANNOTATIONS,
  type Answer,
  type DashboardState,
  type DataAnswer,
  type DataRequest,
  type PanelJson,
} from '../protocol.ts';
import { chosenFilters, letsThrough, streamMatchers, withFilters } from './ad-hoc.ts';
import { eventsAnswer } from './annotations.ts';
import { type Intervals, intervals } from './interval.ts';
import { isKnown } from './known.ts';
import { ask, labelNames, labelValues } from './live.ts';
import type { Loaded, LoadedProfile } from './loaded.ts';
import { type Moments, sampleAnswer } from './sample-answers.ts';
import { substitute } from './substitute.ts';

export interface Servers {
  readonly prometheus?: string;
  readonly loki?: string;
}

/** A query, ready to be asked. */
interface Question {
  /** Where its answer stands in the whole. */
  readonly key: string;
  readonly text: string;
  readonly ask: () => Promise<Answer>;
  /** Whether the server knows what is asked about; asked where the answer is empty. */
  readonly isKnown?: () => Promise<boolean>;
}

/** What all questions of a request have in common. */
interface Asking {
  readonly servers: Servers;
  readonly request: DataRequest;
  readonly profile: LoadedProfile;
  readonly dashboard: DashboardState;
  readonly times: Intervals;
}

/** The data that a panel shows, or the events of the dashboard's annotations. Each query fails on its own. */
export async function panelData(
  loaded: Loaded,
  servers: Servers,
  request: DataRequest,
): Promise<DataAnswer | undefined> {
  const profile = loaded.profiles.find(({ state }) => state.name === request.profile);
  const dashboard = profile?.state.dashboards.find((each) => each.uid === request.dashboard);
  if (profile === undefined || dashboard === undefined) return undefined;
  const panel = panelsOf(dashboard).find(({ id }) => id === request.panel);
  if (panel === undefined && request.panel !== ANNOTATIONS) return undefined;
  const { from, to, points } = request;
  const minMs = seconds(panel?.interval) * 1_000;
  const times = intervals({ from, to, points, scrapeMs: loaded.scrapeMs, minMs });
  const asking = { servers, request, profile, dashboard, times };
  return await answered(panel === undefined ? annotationQuestions(asking) : panelQuestions(panel, asking), times);
}

function panelsOf({ panels }: DashboardState): readonly PanelJson[] {
  return panels.flatMap((each) => [each, ...(each.panels ?? [])]);
}

async function answered(questions: readonly Question[], { intervalMs }: Intervals): Promise<DataAnswer> {
  const results = await Promise.all(
    questions.map(async (question) => {
      const { key, text } = question;
      const outcome = await settled(question.ask());
      const isUnknown = outcome.data?.result.length === 0 && (await question.isKnown?.()) === false;
      return { key, text, isUnknown, ...outcome };
    }),
  );
  return {
    unknown: results.flatMap(({ key, isUnknown }) => (isUnknown ? [key] : [])),
    step: intervalMs,
    answers: Object.fromEntries(results.flatMap(({ key, data }) => (data === undefined ? [] : [[key, data]]))),
    errors: Object.fromEntries(results.flatMap(({ key, error }) => (error === undefined ? [] : [[key, error]]))),
    asked: Object.fromEntries(results.map(({ key, text }) => [key, text])),
  };
}

function panelQuestions(panel: PanelJson, asking: Asking): readonly Question[] {
  const { servers, request, profile, dashboard, times } = asking;
  const filter = profile.filters[request.dashboard] ?? {};
  const filters = chosenFilters(dashboard.variables, request.variables);
  return (panel.targets ?? []).map((target) => {
    const text = filled(target.expr, asking);
    const isLogs = target.datasource?.type === 'loki';
    const server = isLogs ? servers.loki : servers.prometheus;
    const samples = profile.samples[`${request.dashboard}/${panel.id}`]?.[target.refId] ?? [];
    return {
      key: target.refId,
      text,
      ...(server === undefined || isLogs ? {} : { isKnown: () => isKnown(server, text, request) }),
      ask: async () => {
        if (server !== undefined) {
          const whole = isLogs ? text : withFilters(text, filters);
          return await ask({ server, target, text: whole, times, from: request.from, to: request.to });
        }
        const series = samples.filter(({ labels }) => letsThrough(filters, labels));
        const logs = panel.type === 'logs' ? { logs: sampleLines(panel.id, text, profile) } : {};
        return sampleAnswer({ target, series, chosen: request.variables, filter, ...logs, ...momentsOf(asking) });
      },
    };
  });
}

/** The lines that a query finds: among those that the definitions declare, else neutral ones of the streams it selects. */
function sampleLines(panel: number, query: string, { streams, lines }: LoadedProfile): readonly LogLine[] {
  const parsed = parse(query);
  if (lines.length > 0 && parsed.ok && parsed.node.kind === 'lines') {
    return linesFound(parsed.node, lines.map(written)) ?? [];
  }
  const matchers = streamMatchers(query);
  const selected = streams.filter((labels) => letsThrough(matchers, labels));
  return neutralLines(panel, selected).filter(({ labels }) => letsThrough(matchers, labels));
}

const MS_AS_NS = 1_000_000n;

function written({ labels, lines }: LoadedProfile['lines'][number]): LogStream {
  return { labels, lines: lines.map(({ before, text }) => ({ at: BigInt(NOW - before) * MS_AS_NS, text })) };
}

function annotationQuestions(asking: Asking): readonly Question[] {
  const { servers, request, profile, dashboard, times } = asking;
  return dashboard.annotations.map(({ name, expr }) => {
    const text = filled(expr, asking);
    const { prometheus: server } = servers;
    return {
      key: name,
      text,
      ask: async () =>
        server === undefined
          ? eventsAnswer(profile.events[dashboard.uid]?.[name] ?? [], momentsOf(asking))
          : await ask({ server, target: { refId: name, expr }, text, times, from: request.from, to: request.to }),
    };
  });
}

function filled(expr: string, { request, dashboard, times }: Asking): string {
  return substitute(expr, { chosen: request.variables, variables: dashboard.variables, times });
}

function momentsOf({ request: { from, to, anchor }, times }: Asking): Moments {
  return { from, to, step: times.intervalMs, ...(anchor === undefined ? {} : { anchor }) };
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

/**
 * The values of a variable that a real server knows; none where there is no server to ask. Of ad hoc filters the names
 * of all labels, and with `<variable>/<label>` the values of one.
 */
export async function variableValues(
  loaded: Loaded,
  { prometheus }: Servers,
  { profile: name, dashboard: uid, variable }: { profile: string; dashboard: string; variable: string },
): Promise<readonly string[] | undefined> {
  const profile = loaded.profiles.find(({ state }) => state.name === name);
  if (profile === undefined || prometheus === undefined) return undefined;
  const [own, label] = variable.split('/');
  const dashboard = profile.state.dashboards.find((each) => each.uid === uid);
  const isAdHoc = dashboard?.variables.some((each) => each.name === own && each.kind === 'ad hoc') ?? false;
  if (isAdHoc) return label === undefined ? await labelNames(prometheus) : await labelValues(prometheus, label);
  const source = profile.selectors[`${uid}/${variable}`];
  return source === undefined ? undefined : await labelValues(prometheus, source.label, source.selector);
}
