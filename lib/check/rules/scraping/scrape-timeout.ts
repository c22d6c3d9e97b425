/** A scrape ends before the next one begins. */
import { durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const scrapeTimeout = rule({
  id: 'scrape-timeout',
  reason: 'Prometheus refuses a configuration in which a scrape may take longer than its interval.',
  source: 'Prometheus, configuration: scrape_timeout cannot be greater than the scrape interval',
  example: {
    where: 'scrape job shop',
    found: 'a timeout of 30s, and a scrape every 15s',
    allowed: 'at most the interval, 15s',
    remedy: 'shorten `timeout`, or scrape less often',
  },
  *check({ model }) {
    for (const { job, every = model.scrapeInterval, timeout } of model.jobs) {
      if (timeout === undefined || timeout.ms <= every.ms) continue;
      yield {
        about: unexcusable({ what: `scrape job ${job}` }),
        found: `a timeout of ${durationText(timeout)}, and a scrape every ${durationText(every)}`,
        allowed: `at most the interval, ${durationText(every)}`,
        remedy: 'shorten `timeout`, or scrape less often',
      };
    }
  },
});
