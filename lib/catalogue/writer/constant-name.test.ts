import { expect, it } from 'vitest';
import { constantNames } from './constant-name.ts';

it.each([
  ['an identifier', ['redis_up'], [], ['redis_up']],
  ['a colon', ['job:up:sum'], [], ['job_up_sum']],
  ['dots and other characters', ['http.server/é'], [], ['http_server__']],
  ['a digit at the start', ['1st'], [], ['_1st']],
  ['a reserved word', ['delete'], [], ['delete_2']],
  ['a name that the file uses', ['source'], ['source'], ['source_2']],
  ['two that would be one', ['a.b', 'a:b', 'a_b'], [], ['a_b_2', 'a_b_3', 'a_b']],
])('%s', (_, metrics, taken, names) => {
  const map = constantNames(metrics, taken);
  expect(metrics.map((metric) => map.get(metric))).toEqual(names);
});
