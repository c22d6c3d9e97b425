/**
 * What client libraries expose in place of what is asked, and the setting that changes it. One row for each convention;
 * a row's `found` is a metric of the exposition, `asked` what a contract may ask.
 */

/** A metric that means what is asked under another name. */
export interface LookAlike {
  readonly asked: string;
  readonly found: string;
  /** Which library exposes it. */
  readonly library: string;
  /** How the name that is asked comes about. */
  readonly remedy: string;
}

/** Sources: the documentation of prometheus_flask_exporter, express-prom-bundle, prometheus-net, OpenTelemetry, Micrometer. */
export const LOOK_ALIKES: readonly LookAlike[] = [
  {
    asked: 'http_requests_total',
    found: 'flask_http_request_total',
    library: 'prometheus_flask_exporter',
    remedy:
      'its prefix can be changed, not the word: count requests in a Counter named http_requests_total in after_request',
  },
  {
    asked: 'http_requests_total',
    found: 'http_request_total',
    library: 'prometheus_flask_exporter without a prefix',
    remedy: 'count requests in a Counter named http_requests_total (plural) in after_request',
  },
  {
    asked: 'http_requests_total',
    found: 'http_requests_received_total',
    library: 'prometheus-net',
    remedy:
      "give UseHttpMetrics() a counter of your own: options.RequestCount.Counter = Metrics.CreateCounter('http_requests_total', …)",
  },
  {
    asked: 'http_requests_total',
    found: 'http_server_requests_seconds',
    library: 'Micrometer',
    remedy: 'add a MeterFilter that names it http_requests_total, or count requests in a filter',
  },
  {
    asked: 'http_requests_total',
    found: 'http_server_request_duration_seconds',
    library: 'OpenTelemetry',
    remedy: 'add a view that names its count http_requests_total, or count requests in a middleware',
  },
  {
    asked: 'http_requests_total',
    found: 'http_request_duration_seconds',
    library: 'express-prom-bundle',
    remedy: 'it counts in the histogram alone: add a Counter named http_requests_total in a middleware',
  },
  {
    asked: 'http_request_duration_seconds',
    found: 'flask_http_request_duration_seconds',
    library: 'prometheus_flask_exporter',
    remedy: 'set PrometheusMetrics(app, defaults_prefix=NO_PREFIX)',
  },
  {
    asked: 'http_request_duration_seconds',
    found: 'http_server_request_duration_seconds',
    library: 'OpenTelemetry',
    remedy: 'add a view that names it http_request_duration_seconds',
  },
  {
    asked: 'http_request_duration_seconds',
    found: 'http_server_requests_seconds',
    library: 'Micrometer',
    remedy: 'add a MeterFilter that names it http_request_duration_seconds, with publishPercentileHistogram',
  },
  {
    asked: 'http_request_duration_seconds',
    found: 'http_request_duration_ms',
    library: 'a client that counts in milliseconds',
    remedy: 'observe seconds: the unit is part of the name',
  },
];

/** Labels that mean the same in other libraries, by the label that is asked. */
export const LABEL_LOOK_ALIKES: Readonly<Record<string, readonly string[]>> = {
  status: ['status_code', 'code', 'http_status', 'http_response_status_code'],
  route: ['path', 'handler', 'endpoint', 'uri', 'url', 'http_route', 'controller'],
  method: ['http_method', 'verb', 'http_request_method'],
};
