/** What worker's scrape cannot say of its metrics. */
import { count, overrides } from '../../lib/index.ts';

export default overrides({
  'http_*': { shared: true, reason: 'vote, result and worker measure their requests alike' },
  votes_processed_total: { unit: count('votes'), reason: 'its help text says votes' },
});
