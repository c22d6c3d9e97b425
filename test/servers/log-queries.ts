/** What a model asks of log lines, answered over the lines of a running stack. */
import { evaluateLogs, evaluateRange, type FoundSample } from '../../lib/logql/evaluate/evaluate.ts';
import { firing } from '../../lib/logql/evaluate/ruler.ts';
import type { LogQueryNode } from '../../lib/logql/node.ts';
import { print } from '../../lib/logql/print.ts';
import { mapLines } from '../../lib/logql/walk.ts';
import { logQueries, logsEvaluatedEvery, type ResolvedModel } from '../../lib/model/resolved.ts';
import { unchosen } from '../../lib/sample/log-lines.ts';
import { scaleDuration } from '../../lib/units/duration.ts';
import type { Stack } from './stack.ts';

/** A query of a panel, before a viewer chooses anything. */
export interface LogQuestion {
  readonly what: string;
  /** The id of its signal; undefined for lines themselves. */
  readonly signal: string | undefined;
  readonly text: string;
  readonly node: LogQueryNode;
  readonly labels: readonly string[] | undefined;
}

/** Every query of log lines that a panel asks, each text once. */
export function logQuestions({ dashboards }: ResolvedModel): readonly LogQuestion[] {
  const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const all = panels.flatMap((panel) => {
    const question = (node: LogQueryNode, asked?: Pick<LogQuestion, 'signal' | 'labels'>): LogQuestion => ({
      what: panel.where.what,
      text: print(node),
      node,
      signal: asked?.signal,
      labels: asked?.labels,
    });
    const counted = logQueries(panel).map(({ node, labels, signal }) =>
      question(mapLines(node, unchosen), { labels, signal: signal.id }),
    );
    return panel.logs === undefined ? counted : [...counted, question(unchosen(panel.logs.node))];
  });
  return [...new Map(all.map((each) => [each.text, each])).values()];
}

export interface Found {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What Grafana would fill in, for the few minutes that a run lasts. */
const WINDOWS: Readonly<Record<string, string>> = {
  __auto: '5m',
  __interval: '5m',
  __rate_interval: '5m',
  __range: '5m',
};
const MS_AS_NS = 1_000_000n;

/** The last numbers that a query answers, or one for each line that it finds. */
export function answerFromLines({ logs }: Stack, node: LogQueryNode): readonly Found[] {
  const [start, end] = [Date.now() - 30_000, Date.now()].map((ms) => BigInt(ms) * MS_AS_NS) as [bigint, bigint];
  if (node.kind === 'lines') {
    const answer = evaluateLogs(node, logs.streams(), { from: start, to: end });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return answer.lines.map(({ labels }) => ({ labels, value: 1 }));
  }
  const variables = (name: string): string | undefined => WINDOWS[name];
  const answer = evaluateRange(node, logs.streams(), { start, end, step: { ms: 10_000 }, variables });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.series.flatMap(({ labels, points }) => {
    const value = points.at(-1)?.value;
    return value === undefined ? [] : [{ labels, value }];
  });
}

/** The alerts over log lines that Loki's ruler would have firing, evaluated since the stack was started. */
export function logAlertsNow({ logs, model, startedAt, tempo }: Stack): readonly (FoundSample & { name: string })[] {
  // The ruler's time begins with the stack's.
  const streams = logs.streams().map(({ labels, lines }) => ({
    labels,
    lines: lines.map(({ at, text }) => ({ at: at - BigInt(startedAt) * MS_AS_NS, text })),
  }));
  // How Loki is set up is not scaled with the model.
  const every = scaleDuration(logsEvaluatedEvery(model), 1 / tempo);
  return model.logGroups.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const wait = rule.for === undefined ? {} : { for: rule.for };
      const answer = firing(rule.node, streams, { every, at: { ms: Date.now() - startedAt }, ...wait });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      return answer.alerts.map((alert) => ({ ...alert, name: rule.name }));
    }),
  );
}
