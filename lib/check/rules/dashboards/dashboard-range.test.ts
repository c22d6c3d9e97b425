import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import type { DashboardInput } from '../../../model/dashboard.ts';
import { dashboardRange } from './dashboard-range.ts';

const from = (from: string, to = 'now') => {
  // The types refuse some of these.
  const range = { from, to } as Pick<DashboardInput, 'from' | 'to'>;
  return shop({ dashboard: range });
};
const unread = (found: string) => ({ found: `${found}, which is no time` });
const backward = (of: string, to: string) => ({
  found: `the time from ${of} to ${to}, which ends before it begins`,
  allowed: 'a `from` before `to`',
  remedy: "swap them, or leave `to` out, which means 'now'",
});

describeRule(dashboardRange, {
  example: from('now-1H'),
  allows: (
    [
      ['now-6h'],
      ['now-30s'],
      ['now/d', 'now/d'],
      ['now-1d/d', 'now-1d/d'],
      ['now-1M/M', 'now'],
      ['now-1Q/Q', 'now/fQ'],
      ['now - 2w', 'now'],
      ['now-1h', 'now+1h'],
      ['now/fy', 'now/fy'],
      ['now-d'],
      ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'],
      ['2026-01-01||+1d', 'now'],
    ] as const
  ).map(([of, to]) => [`${of} to ${to ?? 'now'}`, from(of, to)] as const),
  finds: [
    ['a unit that there is not', from('now-1x'), unread('from now-1x')],
    ['milliseconds', from('now-500ms'), unread('from now-500ms')],
    ['half an hour', from('now-0.5h'), unread('from now-0.5h')],
    ['no unit', from('now-6'), unread('from now-6')],
    ['an operator alone', from('now-'), unread('from now-')],
    ['words', from('yesterday'), unread('from yesterday')],
    ['nothing', from(''), unread('from ')],
    ['two days rounded', from('now/2d'), unread('from now/2d')],
    ['an end that is no time', from('now-1h', 'later'), unread('to later')],
    ['the future to now', from('now+1h'), backward('now+1h', 'now')],
    ['no time at all', from('now'), backward('now', 'now')],
    ['backward', from('now-1h', 'now-2h'), backward('now-1h', 'now-2h')],
    ['today to yesterday', from('now/d', 'now-1d/d'), backward('now/d', 'now-1d/d')],
    ['minutes taken for months', from('now-5m', 'now-1M'), backward('now-5m', 'now-1M')],
  ],
});
