/** What blackbox_exporter states wrongly about itself. */
import { overrides } from 'plainsight';
import * as unit from 'plainsight/units';

export default overrides({
  blackbox_module_unknown_total: { unit: unit.count('probes'), reason: 'probes that asked for a module there is not' },
});
