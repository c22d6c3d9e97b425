import { describe, expect, it } from 'vitest';
import { source, target } from '../catalogue/metric.ts';
import { sum } from '../promql/aggregate.ts';
import type { Expr } from '../promql/expr.ts';
import { gauge } from '../promql/metric.ts';
import { bytes, ratio, type Unit } from '../units/unit.ts';
import { profiles } from './profile.ts';
import { breaches, recorded } from './read.ts';
import { signal } from './signal.ts';
import { unavailable } from './signal-query.ts';

const api = source(target('api'), { version: '' });
const memory = gauge(api, { name: 'memory_bytes', help: '', unit: bytes, labels: {}, series: 1 });
const words = { id: 'memory', name: 'Memory', description: 'D.', whenEmpty: 'no data' } as const;

/** Forgets what the compiler knows, as a definition in plain JavaScript would. */
function untypedQuery(): Expr<never, Unit> {
  return sum(memory) as Expr<never, Unit>;
}

describe('signal', () => {
  it('asks its query once when it is defined', () => {
    let asked = 0;
    const made = signal({
      ...words,
      unit: bytes,
      labels: ['job'],
      query: ({ by }) => {
        asked += 1;
        return sum(memory, { by });
      },
    });
    expect(asked).toBe(1);
    expect(Object.isFrozen(made)).toBe(true);
    expect(made.split.names).toEqual(['job']);
  });

  it('refuses at run time what the types could not see', () => {
    expect(() => signal({ ...words, unit: ratio as Unit, query: untypedQuery })).toThrow(
      'signal memory: its query yields bytes; allowed: its unit, ratio; remedy: ',
    );
    expect(() => signal({ ...words, unit: bytes, labels: ['job'], query: () => sum(memory) as never })).toThrow(
      'signal memory: its query keeps the labels []; allowed: the labels [job]; remedy: hand `by` to',
    );
  });

  it('keeps a source for each profile, or the reason why there is none', () => {
    const two = profiles('with', 'without');
    const made = two.signal({
      ...words,
      unit: bytes,
      query: { with: () => sum(memory), without: unavailable('no exporter') },
    });
    expect(Object.keys(made.sources)).toEqual(['with', 'without']);
    expect(made.sources.without).toEqual({ unavailable: 'no exporter' });
    expect(() => unavailable(' ')).toThrow('give the reason');
  });
});

describe('reading', () => {
  const limited = signal({ ...words, unit: bytes, query: () => sum(memory), thresholds: { below: { warning: 5 } } });

  it.each([
    ['<', limited],
    ['>=', signal({ ...words, unit: bytes, query: () => sum(memory), thresholds: { from: { warning: 5 } } })],
  ])('compares in the direction of the thresholds: %s', (operator, of) => {
    expect(breaches(of, 'warning').node).toMatchObject({ kind: 'binary', operator, right: { value: 5 } });
  });

  it('refuses a level and a history that are not there', () => {
    expect(() => breaches(limited, 'critical' as never)).toThrow("signal memory has no level 'critical'");
    expect(() => recorded(limited as never)).toThrow('signal memory is not recorded');
  });

  it('reads recorded series with the labels of the split alone', () => {
    const kept = signal({
      ...words,
      unit: bytes,
      labels: ['job'],
      query: ({ by }) => sum(memory, { by }),
      recorded: { as: 'job:memory_bytes:sum', group: 'memory', every: '1m' },
    });
    expect(recorded(kept).labels.names).toEqual(['job']);
    expect(recorded(kept).node.metric).toBe('job:memory_bytes:sum');
  });
});
