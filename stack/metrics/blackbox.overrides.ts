/** What blackbox_exporter states wrongly about a probe, and what a probe without TLS cannot show. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

export default overrides({
  ...correctEach(['probe_failed_due_to_regex', 'probe_http_ssl'], {
    unit: unit.state({ 0: 'No', 1: 'Yes' }),
    reason: '0 or 1',
  }),
  ...correctEach(['probe_http_content_length', 'probe_http_uncompressed_body_length'], {
    unit: unit.bytes,
    reason: 'HTTP counts a body in bytes; -1 where the length is not known',
  }),
  probe_ssl_earliest_cert_expiry: {
    add: 'gauge',
    help: 'Returns last SSL chain expiry in unixtime',
    unit: unit.timestamp,
    labels: {},
    reason: 'only there when the probe used TLS',
  },
});
