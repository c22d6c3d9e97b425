/** A recorded series is named by the convention: level, metric, operations. */
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

const NAME = /^[a-z_][a-z0-9_]*:[a-zA-Z0-9_]+:[a-z0-9_]+$/;

const words = {
  allowed: 'level:metric:operations, the metric of a rate without its _total',
  remedy: 'rename it, as in job:http_requests:rate5m; its history stays under the old name',
};

export const recordingName = rule({
  id: 'recording-name',
  reason: 'The name alone tells which labels a recorded series has, which metric it is made from, and how.',
  source: 'Prometheus, practices: recording rules; monitoring mixins',
  example: { where: 'recording rule Job::sum', found: 'the name Job::sum', ...words },
  *check({ recordings }) {
    for (const recording of recordings) {
      const { name } = recording.rule;
      const [, metric = '', operations = ''] = name.split(':');
      const keepsTotal = metric.endsWith('_total') && /rate|increase/.test(operations);
      if (NAME.test(name) && !keepsTotal) continue;
      yield { ...placeOf(recording), found: `the name ${name}`, ...words };
    }
  },
});
