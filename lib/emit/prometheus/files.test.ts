import { expect, it } from 'vitest';
import { checkRules, promtool, testRules } from '../../../test/support/promtool-files.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { queue_length } from '../../../test/support/shop.ts';
import { alert, given, group, recordingRule, smallModel } from '../../../test/support/small-model.ts';
import type { ResolvedAlert, ResolvedGroup } from '../../model/resolved.ts';
import { plainText } from '../../model/text.ts';
import { lt } from '../../promql/comparison.ts';
import { duration } from '../../units/duration.ts';
import { groupFile, prometheusFiles } from './files.ts';

const filesOf = (...groups: readonly ResolvedGroup[]) => prometheusFiles(smallModel({ groups }));

it('writes a file of rules and one of tests for each group', () => {
  const files = filesOf(group('queue', [recordingRule, alert]), group('recorded', [recordingRule]), group('none', []));
  expect([...files.keys()]).toEqual(['prometheus.yml', 'rules/queue.yml', 'tests/queue.yml', 'rules/recorded.yml']);
});

it('refuses two groups in one file', () => {
  const twice = [group('Vote queue', [recordingRule]), group('vote-queue', [alert])];
  expect(() => filesOf(...twice)).toThrow(
    "Two groups of rules would stand in rules/vote-queue.yml; the second is 'vote-queue': rename it.",
  );
});

it.each([
  ['queue', 'queue.yml'],
  ['Voting app: objectives', 'voting-app-objectives.yml'],
  ['voteQueue', 'vote-queue.yml'],
  [' slo/5m_rate. ', 'slo-5m-rate.yml'],
])('names the file of group %j %s', (name, file) => {
  expect(groupFile(name)).toBe(file);
});

it('refuses a group without a letter or digit in its name', () => {
  expect(() => groupFile('—')).toThrow("The group of rules '—' has no letter or digit to name its file by: rename it.");
});

/** An alert that fires as it should, with another way of being wrong in each copy. */
const changed = (change: Partial<ResolvedAlert>) => filesOf(group('queue', [recordingRule, { ...alert, ...change }]));
const fires = alert.test.fires.map((test) => ({ ...test, labels: { job: 'other' } }));
const silent = alert.test.silent.map((test) => ({ ...test, given: alert.test.fires[0]?.given ?? [] }));

describeWithServer(['promtool'], 'promtool', () => {
  it('accepts configuration and rules, and the tests pass', async () => {
    const files = prometheusFiles(smallModel());
    expect(await promtool(files, ['check', 'config', '--lint=all', '--lint-fatal', 'prometheus.yml'])).toBe('accepted');
    expect(await checkRules(files)).toBe('accepted');
    expect(await testRules(files)).toBe('accepted');
  });

  it.each([
    ['an inverted threshold', { node: lt(queue_length, 100).node }, 'QueueLong fires: 200 orders wait'],
    ['other labels', { test: { ...alert.test, fires } }, 'job="other"'],
    ['another description', { description: plainText('Votes wait.') }, 'description="Votes wait."'],
    ['a situation that is not silent', { test: { ...alert.test, silent } }, 'stays silent: an empty queue'],
    ['a longer wait', { for: duration('20m') }, 'got:[]'],
  ])('fails the tests for %s', async (_, change, said) => {
    expect(await testRules(changed(change))).toContain(said);
  });

  it('keeps label values and names of any characters', async () => {
    const odd = {
      instance: 'a:1',
      job: 'store',
      service: 'no',
      queue: 'q"\\\n\t`$1 {{ x }} ü 🦔 \u0001',
      'k8s.pod': 'p',
    };
    const series = [given(queue_length, odd, '_ 1x5 stale')];
    const files = changed({
      name: 'OddLabels',
      node: queue_length.where({ queue: odd.queue as 'orders' }).node,
      for: { ms: 0 },
      ruleLabels: { severity: 'none', 'rule.label': odd.queue.slice(0, -1) },
      summary: 'A summary with {{ braces }}, "quotes" and $value.',
      description: plainText('Odd.'),
      test: {
        fires: [{ given: series, every: duration('1m'), at: duration('3m'), labels: odd, says: 'Odd.' }],
        silent: [{ reason: 'nothing\n is  given', given: [], every: duration('1m'), at: duration('3m') }],
      },
    });
    expect(await checkRules(files)).toBe('accepted');
    expect(await testRules(files)).toBe('accepted');
  });
});
