/** Every catalogue file: what the build looks metrics up in. */
import {
  ALERTS,
  scrape_duration_seconds,
  scrape_samples_post_metric_relabeling,
  scrape_samples_scraped,
  scrape_series_added,
  up,
} from 'plainsight/promql';
import * as alertmanager from './alertmanager.ts';
import * as alloy from './alloy.ts';
import * as blackbox from './blackbox.ts';
import * as blackboxExporter from './blackbox-exporter.ts';
import * as cadvisor from './cadvisor.ts';
import * as loki from './loki.ts';
import * as node from './node.ts';
import * as postgres from './postgres.ts';
import * as prometheus from './prometheus.ts';
import * as redis from './redis.ts';
import * as result from './result.ts';
import * as shared from './shared.ts';
import * as vote from './vote.ts';
import * as worker from './worker.ts';

/** What Prometheus makes itself. */
const prometheusOwn = {
  ALERTS,
  scrape_duration_seconds,
  scrape_samples_post_metric_relabeling,
  scrape_samples_scraped,
  scrape_series_added,
  up,
};

export const catalogue = [
  alertmanager,
  alloy,
  blackbox,
  blackboxExporter,
  cadvisor,
  loki,
  node,
  postgres,
  prometheus,
  prometheusOwn,
  redis,
  result,
  shared,
  vote,
  worker,
] as const;
