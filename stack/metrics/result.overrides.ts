/** What result's scrape cannot say of its metrics. */
import { overrides } from 'plainsight';

export default overrides({
  'http_*': { shared: true, reason: 'vote, result and worker measure their requests alike' },
});
