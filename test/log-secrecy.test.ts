/**
 * Who voted what reaches no store: lines as the services write them, through Alloy's stages as its own parser reads them,
 * and what the monitoring asks of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateLogs, evaluateRange } from '../lib/logql/evaluate/evaluate.ts';
import type { Labels, LogStream } from '../lib/logql/evaluate/line.ts';
import type { LogQueryNode } from '../lib/logql/node.ts';
import { print } from '../lib/logql/print.ts';
import { mapLines } from '../lib/logql/walk.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import { logQueries, type ResolvedModel } from '../lib/model/resolved.ts';
import { exampleStreams, levelOf, unchosen } from '../lib/sample/log-lines.ts';
import { loadModel, root } from '../scripts/project.ts';
import { logs } from '../stack/logs.ts';
import { composeProject } from '../stack/services.ts';
import { readAlloy } from './support/alloy.ts';
import { processed } from './support/alloy-pipeline.ts';
import { describeWithServer } from './support/servers.ts';

interface Recorded {
  readonly streams: readonly {
    readonly stream: Labels;
    readonly values: readonly (readonly [at: string, text: string])[];
  }[];
}

const recorded: Recorded = JSON.parse(readFileSync(join(root, 'test/fixtures/loki/lines.json'), 'utf8'));
/** The lines of the voting app, as its services wrote them. */
const written = recorded.streams
  .filter(({ stream }) => stream.project === 'voting-app')
  .flatMap(({ stream, values }) =>
    values.map(([at, text]) => {
      const { service = '' } = stream;
      const labels = { ...stream, project: composeProject, container: `${composeProject}-${service}-1` };
      return { at: BigInt(at), text, labels };
    }),
  );

/** The voters of the recording. */
const VOTER = /5f0c3b\w*/;
const HOUR = 3_600_000_000_000n;
/** A minute before the first line. */
const start = BigInt(Date.UTC(2026, 10, 27, 11, 59)) * 1_000_000n;

type Line = (typeof written)[number];

/** A stream for each line: a query does not care. */
function streamsOf(lines: readonly Line[]): readonly LogStream[] {
  return lines.map(({ at, text, labels }) => ({ labels, lines: [{ at, text }] }));
}

const model = await loadModel();
const models = model.profiles.map((profile) => resolve(model, profile).model);

/** Every query of log lines, of panels and alerts, before a viewer chooses. */
function queriesOf({ dashboards, logGroups }: ResolvedModel): readonly LogQueryNode[] {
  const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  return [
    ...panels.flatMap((panel) => logQueries(panel).map(({ node }) => mapLines(node, unchosen))),
    ...panels.flatMap(({ logs: shown }) => (shown === undefined ? [] : [unchosen(shown.node)])),
    ...logGroups.flatMap(({ rules }) => rules.map(({ node }) => node)),
  ];
}

const WINDOWS: Readonly<Record<string, string>> = { __auto: '1m', __range: '1h' };

/** What a query answers over the recorded hour: numbers, or how many lines. */
function answer(query: LogQueryNode, streams: readonly LogStream[]): unknown {
  if (query.kind === 'lines') {
    const found = evaluateLogs(query, streams, { from: start, to: start + HOUR });
    return found.ok ? found.lines.map(({ at, labels }) => [at, labels]) : found.problems;
  }
  const variables = (name: string): string | undefined => WINDOWS[name];
  const found = evaluateRange(query, streams, { start, end: start + HOUR, step: { ms: 60_000 }, variables });
  return found.ok ? found.series : found.problems;
}

describeWithServer(['alloy-check'], 'who voted what', () => {
  describe.each(models.map((each, index) => [each.profile, each, index === 0 ? 'dist' : 'dist/stock'] as const))(
    '%s',
    (_, resolved, folder) => {
      const { blocks } = readAlloy(join(root, folder, 'alloy/config.alloy'));
      const pipeline = blocks.find(({ name }) => name === 'loki.process');
      if (pipeline === undefined) throw new Error('no loki.process in the file');
      const stored = written.map(({ at, ...line }) => {
        const { text, labels } = processed(pipeline, line);
        return { at, text, labels } as Line;
      });
      const known = written.map(({ at, text }, index) => ({ at, text, labels: stored[index]?.labels ?? {} }) as Line);

      it('stands in lines that are written, and in none that is stored', () => {
        expect(written.filter(({ text }) => VOTER.test(text)).length).toBeGreaterThan(50);
        const all = evaluateLogs(logs.node, streamsOf(stored), { from: start, to: start + HOUR });
        expect(all.ok && all.lines.length).toBe(written.length);
        expect(all.ok && all.lines.filter(({ text, labels }) => VOTER.test(text + JSON.stringify(labels)))).toEqual([]);
      });

      it.each(queriesOf(resolved).map((query) => [print(query), query] as const))(
        'is needed by no query: %s',
        (_text, query) => {
          expect(answer(query, streamsOf(stored))).toEqual(answer(query, streamsOf(known)));
        },
      );

      it('the lines in pictures have the levels that Alloy would give them', () => {
        const examples = exampleStreams(logs.node.examples ?? []);
        for (const { labels, lines } of examples) {
          const { level = '', ...given } = labels;
          const [first] = lines;
          expect(processed(pipeline, { text: first?.text ?? '', labels: given }).labels.level, first?.text).toBe(level);
          expect(levelOf(labels)).not.toBe('');
        }
      });
    },
  );
});
