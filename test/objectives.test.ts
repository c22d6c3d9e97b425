/**
 * The voting app's objectives over simulated weeks: each pair of windows fires within the time that the workbook says,
 * and resolves; what is left of the budget is what was not spent.
 *
 * A burn rate of b is noticed after long × factor / b, and forgotten after short × (1 - factor / b).
 * Source: https://sre.google/workbook/alerting-on-slos/
 */
import { expect, it } from 'vitest';
import { prometheusFiles } from '../lib/emit/prometheus/files.ts';
import { toYaml } from '../lib/emit/yaml.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import { duration, durationText } from '../lib/units/duration.ts';
import { loadModel } from '../scripts/project.ts';
import { promtool } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';

const files = prometheusFiles(resolve(await loadModel(), 'instrumented').model);

/** So many steps, in each of which so many votes come, of which this share fails. */
interface Phase {
  readonly steps: number;
  readonly votes: number;
  readonly failing?: number;
  /** The service begins anew, and its counters at 0. */
  readonly restarted?: true;
}

/** A counter over the phases, in promtool's notation. */
function counter(phases: readonly Phase[], grows: (phase: Phase) => number): string {
  let at = 0;
  const parts = phases.map((phase) => {
    const by = grows(phase);
    if (phase.restarted) at = 0;
    const part = `${at}+${by}x${phase.steps - 1}`;
    at += by * phase.steps;
    return part;
  });
  return parts.join(' ');
}

const vote = (status: string) =>
  `http_requests_total{group="production",instance="vote:80",job="voting-app",method="POST",route="/",service="vote",status="${status}"}`;

const firing = (severity: string) =>
  `count(ALERTS{alertname="VoteErrorBudgetBurn",alertstate="firing",severity="${severity}"}) or vector(0)`;

/** What fires at a time: no more and no less. */
interface Moment {
  readonly at: string;
  readonly fires: readonly ('critical' | 'warning')[];
  readonly because: string;
}

interface Story {
  readonly every: '2m' | '15m';
  readonly phases: readonly Phase[];
  readonly moments: readonly Moment[];
  /** The budget that is left at the end, give or take a hundredth. */
  readonly left: { readonly at: string; readonly share: number };
}

/** promtool's verdict on a story. */
function told({ every, phases, moments, left }: Story): Promise<string> {
  const spent = 'service:vote_availability_errors:ratio_rate30d{service="vote"} / 0.005';
  const test = {
    interval: every,
    input_series: [
      { series: vote('200'), values: counter(phases, ({ votes, failing = 0 }) => votes - votes * failing) },
      { series: vote('500'), values: counter(phases, ({ votes, failing = 0 }) => votes * failing) },
    ],
    promql_expr_test: [
      ...moments.flatMap(({ at, fires }) =>
        (['critical', 'warning'] as const).map((severity) => ({
          expr: firing(severity),
          eval_time: at,
          exp_samples: [{ labels: '{}', value: fires.includes(severity) ? 1 : 0 }],
        })),
      ),
      {
        expr: `sum(abs(1 - ${spent} - ${left.share}) < bool 0.01)`,
        eval_time: left.at,
        exp_samples: [{ labels: '{}', value: 1 }],
      },
    ],
  };
  const value = { rule_files: ['rules/vote-availability.yml'], evaluation_interval: every, tests: [test] };
  const all = new Map([...files, ['story.yml', toYaml(value, { header: 'A story.' })]]);
  return promtool(all, ['test', 'rules', 'story.yml']);
}

/** A moment, counted from another: `after('3d', '5h')`. */
function after(...spans: readonly Parameters<typeof duration>[0][]): string {
  return durationText({ ms: spans.reduce((sum, span) => sum + duration(span).ms, 0) });
}

const HOUR = 4;
const DAY = 24 * HOUR;

const weeks: Story = {
  every: '15m',
  phases: [
    { steps: 3 * DAY, votes: 4000 },
    { steps: 6 * HOUR, votes: 4000, failing: 0.036 },
    { steps: 3 * DAY + 18 * HOUR, votes: 4000, restarted: true },
    { steps: 20 * HOUR, votes: 4000, failing: 0.02 },
    { steps: 4 * DAY + 4 * HOUR, votes: 4000 },
    { steps: 3 * DAY, votes: 4000, failing: 0.006 },
    { steps: 3 * HOUR, votes: 4000 },
    { steps: DAY, votes: 0 },
  ],
  moments: [
    { at: '3d', fires: [], because: 'nothing failed' },
    { at: after('3d', '4h30m'), fires: [], because: '7.2 times the allowed rate is noticed after five hours' },
    { at: after('3d', '5h15m'), fires: ['critical'], because: 'it is' },
    { at: after('3d', '6h30m'), fires: [], because: 'within half an hour it is over' },
    { at: '6d', fires: [], because: 'a restart is no failure' },
    { at: after('7d', '17h30m'), fires: [], because: '4 times the allowed rate is noticed after eighteen hours' },
    { at: after('7d', '18h30m'), fires: ['warning'], because: 'it is, and it is no page' },
    { at: after('7d', '26h'), fires: [], because: 'within six hours it is over' },
    { at: after('12d', '59h'), fires: [], because: '1.2 times the allowed rate is noticed after sixty hours' },
    { at: after('12d', '61h'), fires: ['warning'], because: 'it is' },
    { at: after('15d', '2h'), fires: [], because: 'an hour later it is over' },
    { at: '16d', fires: [], because: 'nobody votes' },
  ],
  // 6 h × 3.6 %, 20 h × 2 % and 72 h × 0.6 % of the 363 h in which somebody voted, over 0.5 %.
  left: { at: '16d', share: 1 - (6 * 0.036 + 20 * 0.02 + 72 * 0.006) / 363 / 0.005 },
};

const outage: Story = {
  every: '2m',
  phases: [
    { steps: 1, votes: 0 },
    // Weeks of votes, counted in one step.
    { steps: 1, votes: 600_000 },
    { steps: 60, votes: 120 },
    { steps: 5, votes: 120, failing: 1 },
    { steps: 30, votes: 120 },
  ],
  moments: [
    { at: '122m', fires: [], because: 'nothing failed' },
    { at: '124m', fires: [], because: 'a total outage is noticed after 4 min 20 s' },
    { at: '130m', fires: ['critical'], because: 'it is' },
    { at: '142m', fires: [], because: 'ten minutes later it is over' },
  ],
  left: { at: '3h', share: 1 - 600 / 610_000 / 0.005 },
};

it('counts on from where a phase ended, and from 0 after a restart', () => {
  const phases = [
    { steps: 3, votes: 10 },
    { steps: 2, votes: 1 },
    { steps: 2, votes: 5, restarted: true },
  ] as const;
  expect(counter(phases, ({ votes }) => votes)).toBe('0+10x2 30+1x1 0+5x1');
});

describeWithServer(['promtool'], 'promtool', () => {
  it.each([
    ['slow burns over weeks', weeks],
    ['a total outage', outage],
  ] as const)(
    '%s: pages and tickets come in time, and end',
    async (_, story) => {
      expect(await told(story)).toBe('accepted');
    },
    60_000,
  );
});
