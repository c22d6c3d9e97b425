import { expect, it } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import { refusals } from '../../test/support/promtool.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import { queue_length } from '../../test/support/shop.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, count } from '../units/unit.ts';
import { max } from './aggregate.ts';
import { joinInfo, labelJoin, labelReplace, withInfo, withLabel } from './labels.ts';
import { absent } from './over-time.ts';
import { print } from './print.ts';

const used = max(m.memory_bytes, { by: ['instance', 'job'] });
const text = 'max by (instance, job) (memory_bytes{job="redis"})';

describePrinted('labels that are made and copied', [
  row(
    labelReplace(used, { to: 'host', from: 'instance', matching: '(.*):\\d+', value: '$1' }),
    `label_replace(${text}, "host", "$1", "instance", "(.*):\\\\d+")`,
    ['host', 'instance', 'job'],
    bytes,
  ),
  row(
    labelReplace(used, { to: 'job', from: 'instance', matching: '(.*)', value: '$1' }),
    `label_replace(${text}, "job", "$1", "instance", "(.*)")`,
    ['instance', 'job'],
    bytes,
  ),
  row(
    labelJoin(used, { to: 'both', from: ['instance', 'job'], separator: '"' }),
    `label_join(${text}, "both", "\\"", "instance", "job")`,
    ['both', 'instance', 'job'],
    bytes,
  ),
  row(
    joinInfo(used, m.build_info, { on: ['instance', 'job'], add: ['version'] }),
    `${text} * on (instance, job) group_left (version) build_info{job="redis"}`,
    ['instance', 'job', 'version'],
    bytes,
  ),
  row(
    withInfo(m.key_size, m.build_info, { add: ['version'], where: { job: 'redis' } }),
    'info(key_size{job="redis"}, {__name__="build_info",job="redis",version=~".+"})',
    ['db', 'instance', 'job', 'key', 'service', 'version'],
    count('elements'),
  ),
]);

it.each([
  ['a name', 'redis', 'label_replace(absent(queue_length{job="store"}), "service", "redis", "", "")'],
  [
    'what label_replace would take for a group',
    '$1 & $x',
    'label_replace(absent(queue_length{job="store"}), "service", "$$1 & $$x", "", "")',
  ],
])('gives every series %s', (_, value, text) => {
  const labelled = withLabel(absent(queue_length), 'service', value);
  expect(print(labelled.node)).toBe(text);
  expect(labelled.labels.names).toEqual(['job', 'service']);
});

describeWithServer(['promtool'], 'promtool', () => {
  it('accepts a label without a source', async () => {
    expect(await refusals([print(withLabel(absent(queue_length), 'service', '$1').node)])).toBe('');
  });
});
