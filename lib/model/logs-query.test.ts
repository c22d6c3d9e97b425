import { describe, expect, it } from 'vitest';
import { classicProblems } from '../../test/schema/classic.ts';
import { check } from '../check/check.ts';
import { classicJson } from '../emit/grafana/classic.ts';
import { stream } from '../logql/stream.ts';
import { not } from '../promql/matcher.ts';
import { dashboard, row } from './dashboard.ts';
import { logsQuery, logsQueryText } from './logs-query.ts';
import { model } from './model.ts';
import { logs } from './panels.ts';
import { problemText } from './problem.ts';
import { queriesOf } from './queries.ts';
import { resolve } from './resolve/resolve.ts';

const lines = stream({ labels: ['service', 'level'] }).where({ service: 'vote' });

describe('logsQuery', () => {
  it.each([
    [lines, '{service="vote"}'],
    [lines.where({ level: not('debug') }), '{service="vote", level!="debug"}'],
    [lines.contains('ERROR'), '{service="vote"} |= "ERROR"'],
  ])('%#', (of, expected) => {
    expect(logsQueryText(logsQuery('lines', 'Lines', of))).toBe(expected);
  });
});

describe('logs', () => {
  const board = dashboard({
    uid: 'logs',
    title: 'Logs',
    description: 'Log lines.',
    tags: ['logs'],
    variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }],
    rows: [
      row('Lines', [
        [
          logs({
            key: 'lines',
            title: 'Lines',
            description: 'What it says.',
            lines,
            wrap: true,
          }),
        ],
      ]),
    ],
  });
  const system = model({
    profiles: ['only'],
    signals: [],
    dashboards: [board],
    alerts: [],
    jobs: [],
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    site: { grafana: 'http://g', runbooks: 'http://r', alertmanager: 'alertmanager:9093' },
    runbooks: {},
    catalogue: [],
  });
  const resolution = resolve(system, 'only');

  it('is a panel that Grafana knows, and asks Loki', () => {
    const [resolved] = resolution.model.dashboards;
    const json: unknown = resolved && JSON.parse(classicJson(resolved));
    expect(classicProblems(json)).toEqual([]);
    expect(JSON.stringify(json)).toContain('"expr":"{service=\\"vote\\"}"');
    expect(JSON.stringify(json)).toContain('"uid":"${logs}","type":"loki"');
  });

  it('is not taken for PromQL', () => {
    expect(queriesOf(resolution.model)).toEqual([]);
    expect(
      check(resolution)
        .filter(({ where }) => where.what.includes('panel lines'))
        .map(problemText),
    ).toEqual([]);
  });
});
