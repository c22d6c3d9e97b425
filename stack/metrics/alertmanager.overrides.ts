/** What Alertmanager states wrongly about its own metrics. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

export default overrides({
  alertmanager_dispatcher_aggregation_group_creation_given_up_total: {
    unit: unit.count('alerts'),
    reason: 'alerts dropped',
  },
  alertmanager_dispatcher_aggregation_group_limit_reached_total: {
    unit: unit.count('groups'),
    reason: 'groups not created',
  },
  alertmanager_http_concurrency_limit_exceeded_total: { unit: unit.count('requests'), reason: 'requests refused' },
  ...correctEach(['alertmanager_nflog_maintenance_total', 'alertmanager_silences_maintenance_total'], {
    unit: unit.count('runs'),
    reason: 'runs of the maintenance',
  }),
  ...correctEach(['alertmanager_nflog_maintenance_errors_total', 'alertmanager_silences_maintenance_errors_total'], {
    unit: unit.count('runs'),
    reason: 'runs of the maintenance that failed',
  }),
  ...correctEach(['alertmanager_silences_matcher_index_size', 'alertmanager_silences_version_index_size'], {
    unit: unit.count('entries'),
    reason: 'their help texts say entries',
  }),
});
