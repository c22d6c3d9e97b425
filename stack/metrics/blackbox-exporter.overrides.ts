/** What blackbox_exporter says wrongly of itself. */
import { count, overrides } from '../../lib/index.ts';

export default overrides({
  blackbox_module_unknown_total: { unit: count('probes'), reason: 'probes that asked for a module there is not' },
});
