import { describe, expect, it } from 'vitest';
import { unitText } from '../../units/unit.ts';
import type { Format } from '../exposition/family.ts';
import { parseExposition } from '../exposition/parse.ts';
import { entryOf } from './entry.ts';
import { type Observed, observe, unite } from './observed.ts';

function observed(text: string, format?: Format): readonly Observed[] {
  const exposition = parseExposition(text, format);
  if ('fault' in exposition) throw new Error(JSON.stringify(exposition.fault));
  return exposition.families.flatMap((family) => observe(family, exposition.format));
}

/** A definition as the tables below write it: kind, name, unit, labels, series, bounds. */
function line(one: Observed): string {
  const { kind, definition } = entryOf(one);
  const labels = Object.entries(definition.labels).map(([label, values]) => `${label}=${values.join('|')}`);
  const bounds = definition.bounds ? ` [${definition.bounds.join(' ')}]` : '';
  return `${kind} ${definition.name} ${unitText(definition.unit)} {${labels.join(',')}} ${definition.series}${bounds}`;
}

const HISTOGRAM =
  '# TYPE h_seconds histogram\n' +
  'h_seconds_bucket{a="1",le="0.5"} 1\nh_seconds_bucket{a="1",le="+Inf"} 1\nh_seconds_sum{a="1"} 1\nh_seconds_count{a="1"} 1\n' +
  'h_seconds_bucket{a="2",le="0.1"} 1\nh_seconds_bucket{a="2",le="+Inf"} 1\nh_seconds_sum{a="2"} 1\nh_seconds_count{a="2"} 1\n';

describe('a family', () => {
  it.each([
    ['a counter', '# TYPE c_total counter\nc_total{b="2"} 1\nc_total{b="1"} 1\n', ['counter c_total c {b=1|2} 2']],
    ['a gauge', '# TYPE g_bytes gauge\ng_bytes 1\n', ['gauge g_bytes bytes {} 1']],
    ['an info metric', '# TYPE a_info gauge\na_info{v="1"} 1\n', ['info a_info ratio {v=1} 1']],
    ['no type', 'a 1\n', ['untyped a a {} 1']],
    ['no samples', '# TYPE a_total counter\n', ['counter a_total a {} 0']],
    ['a histogram: all buckets that were seen', HISTOGRAM, ['histogram h_seconds seconds {a=1|2} 8 [0.1 0.5]']],
    [
      'a histogram that is native only',
      '# TYPE h histogram\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n',
      ['native histogram h h {} 3'],
    ],
    ['a histogram without samples', '# TYPE h histogram\n', ['histogram h h {} 0 []']],
    [
      'a summary',
      '# TYPE s summary\ns{quantile="0.9"} 1\ns{quantile="0.5"} 1\ns_sum 1\ns_count 1\n',
      ['summary s s {} 4 [0.5 0.9]'],
    ],
    [
      'OpenMetrics: a counter and when it began',
      '# TYPE c counter\nc_total{b="1"} 1\nc_created{b="1"} 9\n# EOF\n',
      ['counter c_total c {b=1} 1', 'gauge c_created timestamp {b=1} 1'],
    ],
    ['OpenMetrics: a counter without samples', '# TYPE c counter\n# EOF\n', ['counter c_total c {} 0']],
    [
      'OpenMetrics: a stated unit',
      '# TYPE p_watts gauge\n# UNIT p_watts watts\np_watts 1\n# EOF\n',
      ['gauge p_watts watts {} 1'],
    ],
    ['OpenMetrics: info', '# TYPE a info\na_info{v="1"} 1\n# EOF\n', ['info a_info ratio {v=1} 1']],
    ['OpenMetrics: a state set', '# TYPE m stateset\nm{m="a"} 1\nm{m="b"} 0\n# EOF\n', ['gauge m state {m=a|b} 2']],
    [
      'OpenMetrics: a gauge histogram, whose buckets may shrink',
      '# TYPE q gaugehistogram\nq_bucket{le="1"} 1\nq_bucket{le="+Inf"} 1\nq_gcount 1\nq_gsum 1\n# EOF\n',
      ['gauge q_bucket bucket {le=+Inf|1} 2', 'gauge q_gcount gcount {} 1', 'gauge q_gsum gsum {} 1'],
    ],
  ])('of %s', (_, text, lines) => {
    expect(observed(text).map(line)).toEqual(lines);
  });

  it('names 20 values of a label at most', () => {
    const text = Array.from({ length: 30 }, (_, index) => `a{b="${String(index).padStart(2, '0')}"} 1\n`).join('');
    const [one] = observed(text);
    expect(one && entryOf(one).definition).toMatchObject({
      series: 30,
      labels: { b: expect.toSatisfy((v: string[]) => v.length === 20 && v[19] === '19') },
    });
  });
});

describe('two observations of a metric', () => {
  const united = (a: string, b: string): string => {
    const [one] = observed(a);
    const [other] = observed(b);
    const both = one && other && unite(one, other);
    return both ? line(both) : 'no';
  };

  it.each([
    ['unite values', '# TYPE g gauge\ng{b="1"} 1\n', '# TYPE g gauge\ng{b="2",c="3"} 1\n', 'gauge g g {b=1|2,c=3} 2'],
    ['count a series once', '# TYPE g gauge\ng{b="1"} 1\n', '# TYPE g gauge\ng{b="1"} 7\n', 'gauge g g {b=1} 1'],
    ['believe the one with samples', '# TYPE g gauge\n', 'g 1\n', 'untyped g g {} 1'],
    ['believe the one with samples, in either order', 'g 1\n', '# TYPE g gauge\n', 'untyped g g {} 1'],
    ['contradict each other in the kind', '# TYPE g gauge\ng 1\n', '# TYPE g counter\ng 1\n', 'no'],
    [
      'contradict each other in the unit',
      '# TYPE p_w gauge\n# UNIT p_w w\np_w 1\n# EOF\n',
      '# TYPE p_w gauge\n# UNIT p_w \np_w 1\n# EOF\n',
      'gauge p_w w {} 1',
    ],
  ])('%s', (_, a, b, expected) => {
    expect(united(a, b)).toBe(expected);
  });
});
