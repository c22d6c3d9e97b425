/** What vote's scrape cannot say of its metrics. */
import { overrides } from 'plainsight';

export default overrides({
  'http_*': { shared: true, reason: 'vote, result and worker measure their requests alike' },
  votes_total: { labels: { vote: ['other'] }, reason: 'a vote for anything but a or b; the scrape had none' },
});
