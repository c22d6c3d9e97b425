/** The time that a dashboard opens with is one that Grafana can read, and runs forward. */
import { rule } from '../../rule.ts';

export const dashboardRange = rule({
  id: 'dashboard-range',
  reason:
    'A dashboard whose time Grafana cannot read opens on the last six hours; one whose time ends before it begins shows nothing.',
  source: 'Grafana: parse() in packages/grafana-data/src/datetime/datemath.ts',
  example: {
    where: 'dashboard shop',
    found: 'from now-1H, which is no time',
    allowed: 'now, and as many steps as -6h or /d as are wanted: s, m, h, d, w, M, Q and y',
    remedy: "write it in these: from: 'now-1h'",
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const { from, to } = dashboard;
      const unread = Object.entries({ from, to }).find(
        ([, text]) => momentOf(text, { at: NOWS[0], end: false }) === undefined,
      );
      if (unread !== undefined) {
        yield {
          about: dashboard,
          found: `${unread[0]} ${JSON.stringify(unread[1]).slice(1, -1)}, which is no time`,
          allowed: 'now, and as many steps as -6h or /d as are wanted: s, m, h, d, w, M, Q and y',
          remedy: "write it in these: from: 'now-1h'",
        };
      } else if (NOWS.some((at) => !runsForward(from, to, at))) {
        yield {
          about: dashboard,
          found: `the time from ${from} to ${to}, which ends before it begins`,
          allowed: 'a `from` before `to`',
          remedy: "swap them, or leave `to` out, which means 'now'",
        };
      }
    }
  },
});

/** Moments at which a range is tried: what is rounded depends on them. In the middle of a year, and at the end of one. */
const NOWS = [Date.UTC(2026, 5, 17, 12, 34, 56), Date.UTC(2027, 11, 31, 23, 59, 59)] as const;

function runsForward(from: string, to: string, at: number): boolean {
  return (momentOf(from, { at, end: false }) ?? 0) < (momentOf(to, { at, end: true }) ?? 0);
}

const STEP = /([-+/])(\d*)(f?)([smhdwMQy])/y;

/** When a text is, in milliseconds; rounding goes to the end of a span, or to its begin. Undefined for what is no time. */
function momentOf(text: string, { at, end }: { readonly at: number; readonly end: boolean }): number | undefined {
  const [start = '', ...more] = text.startsWith('now') ? ['', text.slice(3)] : text.split('||');
  const date = new Date(text.startsWith('now') ? at : dateOf(start));
  const steps = more.join('').replace(/\s/g, '');
  STEP.lastIndex = 0;
  while (STEP.lastIndex < steps.length) {
    const [, operator, digits = '', fiscal, unit = ''] = STEP.exec(steps) ?? [];
    const count = digits === '' ? 1 : Number(digits);
    if (operator === undefined) return undefined;
    if (operator !== '/') shift(date, operator === '+' ? count : -count, unit);
    else if (count !== 1 || (fiscal === 'f' && !/[Qy]/.test(unit))) return undefined;
    else round(date, unit, end);
  }
  const moment = date.getTime();
  return Number.isNaN(moment) ? undefined : moment;
}

/** A date is written as ISO 8601 has it, or in milliseconds. */
function dateOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
}

const MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const MONTHS: Readonly<Record<string, number>> = { M: 1, Q: 3, y: 12 };

function shift(date: Date, count: number, unit: string): void {
  const months = MONTHS[unit];
  if (months === undefined) date.setTime(date.getTime() + count * (MS[unit] ?? 0));
  else date.setUTCMonth(date.getUTCMonth() + count * months);
}

/** Weeks begin on Mondays here. In Grafana the viewer's locale decides; whether a range runs forward does not hang on it. */
const MONDAY = Date.UTC(2026, 0, 5);

function round(date: Date, unit: string, end: boolean): void {
  const months = MONTHS[unit];
  if (months === undefined) {
    const span = MS[unit] ?? 1;
    const origin = unit === 'w' ? MONDAY : 0;
    date.setTime(origin + Math.floor((date.getTime() - origin) / span) * span);
  } else {
    date.setTime(Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months));
  }
  if (!end) return;
  shift(date, 1, unit);
  date.setTime(date.getTime() - 1);
}
