/** What Alloy exposes besides its own metrics: what it counts in log lines, as `stack/deployment/logs.ts` says. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

export default overrides({
  ...correctEach(
    ['loki_write_batch_retries_total', 'loki_write_dropped_entries_total', 'loki_write_sent_entries_total'],
    {
      labels: { tenant: [''] },
      reason: 'it has a value where logs are sent to a Loki with tenants',
    },
  ),
  log_http_requests_total: {
    add: 'counter',
    unit: unit.count('requests'),
    help: 'Requests, counted in the lines of an access log.',
    labels: {
      container: ['example-voting-app-vote-1'],
      exported_service: ['vote'],
      method: ['GET', 'POST'],
      project: ['example-voting-app'],
      status: ['200', '302', '500'],
      stream: ['stdout'],
    },
    reason: 'loki.process makes it where a log collection measures; no scrape of Alloy alone has it',
  },
});
