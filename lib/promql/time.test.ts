import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, count, ratio, seconds, timestamp } from '../units/unit.ts';
import { max } from './aggregate.ts';
import * as q from './time.ts';

const own = ['instance', 'job', 'service'] as const;
const started = max(m.start_time_seconds, { by: ['job'] });

describePrinted('time and numbers', [
  row(q.time(), 'time()', [], timestamp),
  row(q.timestamp(m.memory_bytes), 'timestamp(memory_bytes{job="redis"})', own, timestamp),
  row(q.vector(1, ratio), 'vector(1)', [], ratio),
  row(q.vector(q.time(), timestamp), 'vector(time())', [], timestamp),
  row(q.scalar(max(m.memory_bytes)), 'scalar(max(memory_bytes{job="redis"}))', [], bytes),
  row(q.dashboardRangeSeconds, '$__range_s', [], seconds),
  row(q.intervalSeconds, '$__interval_ms / 1000', [], seconds),
  row(q.minute(), 'minute()', [], count('minutes')),
  row(q.hour(), 'hour()', [], count('hours')),
  row(q.dayOfWeek(), 'day_of_week()', [], count('days')),
  row(q.dayOfMonth(started), 'day_of_month(max by (job) (start_time_seconds{job="redis"}))', ['job'], count('days')),
  row(q.dayOfYear(started), 'day_of_year(max by (job) (start_time_seconds{job="redis"}))', ['job'], count('days')),
  row(q.daysInMonth(started), 'days_in_month(max by (job) (start_time_seconds{job="redis"}))', ['job'], count('days')),
  row(q.month(started), 'month(max by (job) (start_time_seconds{job="redis"}))', ['job'], count('months')),
  row(q.year(m.start_time_seconds), 'year(start_time_seconds{job="redis"})', own, count('years')),
]);
