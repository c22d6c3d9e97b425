import { expect, it } from 'vitest';
import { smallModel as makeSmallModel } from '../../../test/support/small-model.ts';
import { withAddresses } from './with-addresses.ts';

const smallModel = makeSmallModel();

const [job] = smallModel.jobs;
const address = job?.static[0]?.targets[0] ?? '';

it('replaces an address last, so that every label still comes from the original', () => {
  const moved = withAddresses({ [address]: '127.0.0.1:9999' })(smallModel);
  const relabel = moved.jobs[0]?.relabel ?? [];
  expect(relabel[0]).toEqual({ source_labels: ['__address__'], target_label: 'instance' });
  expect(relabel.slice(1, -1)).toEqual(job?.relabel);
  expect(relabel.at(-1)).toMatchObject({ target_label: '__address__', replacement: '127.0.0.1:9999' });
  expect(moved.jobs[0]?.static).toEqual(job?.static);
});

it('refuses an address that no job has', () => {
  expect(() => withAddresses({ 'nobody:1': 'x:1' })(smallModel)).toThrow('the address nobody:1, which no job states');
});
