/** Some streams and formats for the type tests. */
import { json, pattern, stream } from 'plainsight/logql';
import * as unit from 'plainsight/units';

export const lines = stream({ labels: ['service', 'stream'], only: { project: 'shop' } });
export const all = stream({ labels: ['service', 'stream'] });
export const access = pattern('<ip> - - [<_>] "<method> <path> <_>" <status> <size> <_>', {
  status: 'number',
  size: unit.bytes,
});
export const events = json({
  level: 'text',
  took: 'duration',
  heap: 'bytes',
  status: 'number',
  items: unit.count('items'),
});
export const requests = lines.where({ service: 'shop', stream: 'stdout' }).parse(access);
export const orders = lines.where({ service: 'worker' }).parse(events);
