import { expect, it } from 'vitest';
import { parse } from '../promql/parse/parse.ts';
import { costQuery } from './cost-query.ts';

it.each([
  ['up', 'up', '(count(up) or vector(0))'],
  ['sum(rate(a[5m]))', 'sum(rate(a[5m]))', '(count(last_over_time(a[5m])) or vector(0))'],
  ['a / b', 'a / b', '(count(a) or vector(0)) + (count(b) or vector(0))'],
  ['vector(1)', 'vector(1)', undefined],
  ['rate(a[$__rate_interval])', 'rate(a[1m])', '(count(last_over_time(a[1m])) or vector(0))'],
  [`increase(a[\${__range}])`, 'increase(a[1h])', '(count(last_over_time(a[1h])) or vector(0))'],
  ['increase(a[$window])', 'increase(a[1m])', '(count(last_over_time(a[1m])) or vector(0))'],
  ['a * $__range_s', 'a * 3600', '(count(a) or vector(0))'],
  ['topk($top, a)', 'topk(1, a)', '(count(a) or vector(0))'],
  ['a{b="$b"}', 'a{b=~".+"}', '(count(a{b=~".+"}) or vector(0))'],
  [`a{b=~"\${b:regex}"}`, 'a{b=~".*"}', '(count(a{b=~".*"}) or vector(0))'],
  ['a{b=~"shop-$b|x"}', 'a{b=~"shop-.*|x"}', '(count(a{b=~"shop-.*|x"}) or vector(0))'],
  ['a{b!~"$b",c="d"}', 'a{b=~".*",c="d"}', '(count(a{b=~".*",c="d"}) or vector(0))'],
  ['max_over_time(rate(a[5m])[1h:])', 'max_over_time(rate(a[5m])[1h:])', '(count(last_over_time(a[5m])) or vector(0))'],
])('%s is asked as %s', (text, samples, series) => {
  expect(costQuery(text)).toEqual({ samples, ...(series !== undefined && { series }) });
  for (const each of [samples, series ?? samples]) expect(parse(each).ok, each).toBe(true);
});

it('what cannot be parsed is not asked', () => {
  expect(costQuery('sum(')).toBeUndefined();
});
