/** What worker's scrape cannot say of its metrics. */
import { overrides } from 'plainsight';
import * as unit from 'plainsight/units';

export default overrides({
  'http_*': { shared: true, reason: 'vote, result and worker measure their requests alike' },
  votes_processed_total: { unit: unit.count('votes'), reason: 'its help text says votes' },
});
