import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Family, Format, Sample } from './family.ts';
import { formatOf, parseExposition } from './parse.ts';

const expositions = join(import.meta.dirname, '../../../test/fixtures/expositions');

/** A family as the tables below write it. */
function plain({ samples, ...family }: Family): unknown {
  return { ...family, samples: samples.map(plainSample) };
}

function plainSample({ name, labels, value, timestamp, exemplar }: Sample): string {
  const braces = [...labels].map(([label, text]) => `${label}=${text}`).join('|');
  const time = timestamp === undefined ? '' : ` @${timestamp}`;
  const trace = exemplar ? ` # ${[...exemplar.labels].join('|')} ${exemplar.value} @${exemplar.timestamp}` : '';
  return `${name}{${braces}} ${value}${time}${trace}`;
}

function read(text: string, format?: Format): readonly Family[] {
  const exposition = parseExposition(text, format);
  if ('fault' in exposition) throw new Error(JSON.stringify(exposition.fault));
  return exposition.families;
}

describe('the text format', () => {
  it.each([
    ['a sample of no family', 'up 1\n', [{ name: 'up', kind: 'untyped', help: '', samples: ['up{} 1'] }]],
    [
      'help and type in either order',
      '# TYPE a gauge\n# HELP a Of a.\na 1\n',
      [{ name: 'a', kind: 'gauge', help: 'Of a.', samples: ['a{} 1'] }],
    ],
    ['a family without samples', '# TYPE a counter\n', [{ name: 'a', kind: 'counter', help: '', samples: [] }]],
    ['other comments', '# A comment\n#\n# EOFX\na 1\n', [{ name: 'a', kind: 'untyped', help: '', samples: ['a{} 1'] }]],
    [
      'escapes in a label value',
      'a{b="x\\\\y\\"z\\nw\\d"} 1\n',
      [{ name: 'a', kind: 'untyped', help: '', samples: ['a{b=x\\y"z\nw\\d} 1'] }],
    ],
    ['escapes in help', '# HELP a x\\\\y\\nz\\"\n', [{ name: 'a', kind: 'untyped', help: 'x\\y\nz\\"', samples: [] }]],
    [
      'a timestamp in milliseconds',
      'a 1 1500\na -1 2500\n',
      [{ name: 'a', kind: 'untyped', help: '', samples: ['a{} 1 @1.5', 'a{} -1 @2.5'] }],
    ],
    [
      'numbers',
      'a{n="1"} 1e3\na{n="2"} +Inf\na{n="3"} -inf\na{n="4"} NaN\na{n="5"} .5\na{n="6"} 5.\n',
      [
        {
          name: 'a',
          kind: 'untyped',
          help: '',
          samples: ['a{n=1} 1000', 'a{n=2} Infinity', 'a{n=3} -Infinity', 'a{n=4} NaN', 'a{n=5} 0.5', 'a{n=6} 5'],
        },
      ],
    ],
    [
      'names in quotes',
      '# TYPE "my.metric" gauge\n{"my.metric","a.b"="1",c="2"} 3\n',
      [{ name: 'my.metric', kind: 'gauge', help: '', samples: ['my.metric{a.b=1|c=2} 3'] }],
    ],
    [
      'families whose samples stand apart',
      '# TYPE a gauge\na{b="1"} 1\nc 1\na{b="2"} 2\n',
      [
        { name: 'a', kind: 'gauge', help: '', samples: ['a{b=1} 1', 'a{b=2} 2'] },
        { name: 'c', kind: 'untyped', help: '', samples: ['c{} 1'] },
      ],
    ],
    [
      'a gauge that is named like a part of a histogram',
      '# TYPE a histogram\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n# TYPE a_max gauge\na_max 1\n',
      [
        { name: 'a', kind: 'histogram', help: '', samples: ['a_bucket{le=+Inf} 1', 'a_sum{} 1', 'a_count{} 1'] },
        { name: 'a_max', kind: 'gauge', help: '', samples: ['a_max{} 1'] },
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, families) => {
    expect(read(text).map(plain)).toEqual(families);
  });
});

describe('OpenMetrics', () => {
  it('reads every kind, units, exemplars, timestamps and creation times', () => {
    const text = readFileSync(join(expositions, 'openmetrics.txt'), 'utf8');
    expect(formatOf(text)).toBe('openmetrics');
    expect(read(text).map(plain)).toMatchSnapshot();
  });

  it('needs no line feed after the end', () => {
    expect(read('a 1\n# EOF').map(plain)).toEqual([{ name: 'a', kind: 'untyped', help: '', samples: ['a{} 1'] }]);
  });
});

describe('any label value', () => {
  it('survives', () => {
    const escaped = (text: string): string =>
      text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
    const written = (value: number): string => (Object.is(value, -0) ? '-0' : String(value).replace('Infinity', 'Inf'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.double(), (label, value) => {
        const [family] = read(`a{b="${escaped(label)}"} ${written(value)}\n`);
        expect(family?.samples[0]?.labels.get('b')).toBe(label);
        expect(family?.samples[0]?.value).toBe(value);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
