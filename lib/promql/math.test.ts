import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, ratio } from '../units/unit.ts';
import { max } from './aggregate.ts';
import * as q from './math.ts';

const used = max(m.memory_bytes, { by: ['job'] });
const text = 'max by (job) (memory_bytes{job="redis"})';

describePrinted('functions of one value', [
  row(q.abs(used), `abs(${text})`, ['job'], bytes),
  row(q.ceil(used), `ceil(${text})`, ['job'], bytes),
  row(q.floor(used), `floor(${text})`, ['job'], bytes),
  row(q.sort(used), `sort(${text})`, ['job'], bytes),
  row(q.sortDesc(used), `sort_desc(${text})`, ['job'], bytes),
  row(q.round(used), `round(${text})`, ['job'], bytes),
  row(q.round(used, 0.5), `round(${text}, 0.5)`, ['job'], bytes),
  row(q.clamp(used, -1, 1), `clamp(${text}, -1, 1)`, ['job'], bytes),
  row(q.clampMin(used, 1), `clamp_min(${text}, 1)`, ['job'], bytes),
  row(q.clampMax(used, 1e9), `clamp_max(${text}, 1000000000)`, ['job'], bytes),
  row(q.ln(used), `ln(${text})`, ['job'], ratio),
  row(q.log2(used), `log2(${text})`, ['job'], ratio),
  row(q.log10(used), `log10(${text})`, ['job'], ratio),
  row(q.exp(used), `exp(${text})`, ['job'], ratio),
  row(q.sgn(used), `sgn(${text})`, ['job'], ratio),
  row(q.sqrt(used), `sqrt(${text})`, ['job'], ratio),
]);
