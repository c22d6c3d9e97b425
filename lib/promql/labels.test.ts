import { expect, it } from 'vitest';
import { refusals } from '../../test/support/promtool.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import { redis_key_size } from '../../test/support/small-model.ts';
import { withLabel } from './labels.ts';
import { absent } from './over-time.ts';
import { print } from './print.ts';

it.each([
  ['a name', 'redis', 'label_replace(absent(redis_key_size), "service", "redis", "", "")'],
  [
    'what label_replace would take for a group',
    '$1 & $x',
    'label_replace(absent(redis_key_size), "service", "$$1 & $$x", "", "")',
  ],
])('gives every series %s', (_, value, text) => {
  const labelled = withLabel(absent(redis_key_size), 'service', value);
  expect(print(labelled.node)).toBe(text);
  expect(labelled.labels.names).toEqual(['service']);
});

describeWithServer(['promtool'], 'promtool', () => {
  it('accepts a label without a source', async () => {
    expect(await refusals([print(withLabel(absent(redis_key_size), 'service', '$1').node)])).toBe('');
  });
});
