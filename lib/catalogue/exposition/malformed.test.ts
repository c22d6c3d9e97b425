import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithServer, requireServer } from '../../../test/support/servers.ts';
import type { Format } from './family.ts';
import { parseExposition } from './parse.ts';

function faultOf(text: string, format?: Format): string {
  const exposition = parseExposition(text, format);
  if (!('fault' in exposition)) return 'no fault';
  const { line, found, expected } = exposition.fault;
  return `line ${line}: found ${found}, expected ${expected}`;
}

/** Lines that break the text format: promtool refuses each as well. */
const BROKEN: readonly (readonly [text: string, fault: string])[] = [
  ['a', 'line 1: found the end of the line, expected a number'],
  ['a\n', 'line 1: found the end of the line, expected a number'],
  ['a 1', 'line 1: found the end of the text, expected a line feed after `a 1`'],
  ['a b\n', 'line 1: found `b`, expected a number'],
  ['a 1_000\n', 'line 1: found `1_000`, expected a number'],
  ['a 0x1p2\n', 'line 1: found `0x1p2`, expected a number'],
  ['a 1\r\n', 'line 1: found `1\\r`, expected a number'],
  ['a 1 x\n', 'line 1: found `x`, expected a timestamp in milliseconds, or the end of the line'],
  ['a 1 2 3\n', 'line 1: found `3`, expected the end of the line'],
  ['1a 1\n', 'line 1: found `1a 1`, expected a metric name'],
  ['ok 1\na{b="c} 1\n', 'line 2: found `"c} 1`, expected a closing double quote'],
  ['a{b=c} 1\n', "line 1: found `c} 1`, expected the value of 'b' in double quotes"],
  ['a{b} 1\n', "line 1: found `} 1`, expected '=' after the label name 'b'"],
  ['a{b="c" d="e"} 1\n', "line 1: found `d=\"e\"} 1`, expected ',' or '}'"],
  ['a{b="c"\n', "line 1: found the end of the line, expected ',' or '}'"],
  ['a{1="c"} 1\n', 'line 1: found `1="c"} 1`, expected a label name'],
  ['a{b="1",b="2"} 1\n', 'line 1: found `="2"} 1`, expected another label: \'b\' is there already'],
  ['a{__name__="b"} 1\n', "line 1: found `=\"b\"} 1`, expected another label: '__name__' is the metric's name"],
  ['{b="c"} 1\n', 'line 1: found ` 1`, expected a metric name, in quotes inside the braces or plain before them'],
  ['a{"b"} 1\n', 'line 1: found ` 1`, expected a single metric name, not a and b'],
  ['{""} 1\n', 'line 1: found `""} 1`, expected a label name'],
  ['# TYPE a number\n', 'line 1: found `number`, expected one of counter, gauge, histogram, summary, untyped'],
  ['# HELP 1 x\n', 'line 1: found `1 x`, expected a metric name'],
  [
    '# TYPE a gauge\n# TYPE a gauge\n',
    "line 2: found a second TYPE for 'a', expected one only; the first is in line 1",
  ],
  ['a 1\n# TYPE a gauge\n', "line 2: found TYPE after the first sample of 'a', expected TYPE before the samples"],
  ['# TYPE a histogram\na_bucket{le="x"} 1\n', "line 2: found le=\"x\", expected a number or '+Inf' in 'le'"],
];

/** Lines that are right in themselves, and texts that lack something: Prometheus takes them as they are. */
const INCOMPLETE: readonly (readonly [text: string, fault: string])[] = [
  ['# TYPE a\n', 'line 1: found the end of the line, expected one of counter, gauge, histogram, summary, untyped'],
  [
    '# TYPE a histogram\na 1\n',
    "line 2: found a sample 'a' of the histogram 'a', expected 'a_bucket' or 'a_sum' or 'a_count'",
  ],
  [
    '# TYPE a histogram\na_bucket 1\n',
    "line 2: found 'a_bucket' without the label 'le', expected the bucket's upper bound in 'le'",
  ],
  ['# TYPE a histogram\na_bucket{le="1"} 1\n', 'line 2: found the end of the text, expected \'a_bucket{le="+Inf"}\''],
  ['# TYPE a histogram\na_bucket{le="+Inf"} 1\na_sum 1\n', "line 3: found the end of the text, expected 'a_count'"],
  ['# TYPE a summary\na{quantile="0.5"} 1\n', "line 2: found the end of the text, expected 'a_sum'"],
  [
    '# TYPE a counter\na_total 1\n',
    "line 2: found 'a_total' of the counter 'a', as only OpenMetrics names it, expected '# EOF' as the last line",
  ],
];

const OPENMETRICS: readonly (readonly [text: string, fault: string])[] = [
  ['# TYPE a info\n', "line 1: found the end of the text, expected '# EOF' as the last line"],
  ['# UNIT a_seconds seconds\na_seconds 1\n', "line 2: found the end of the text, expected '# EOF' as the last line"],
  ['a 1\n# EOF\nb 1\n', "line 3: found `b 1`, expected nothing after '# EOF'"],
  ['# UNIT a seconds\n# EOF\n', "line 1: found `seconds`, expected a unit that 'a' ends in"],
  ['# hello\na 1\n# EOF\n', 'line 1: found `# hello`, expected # HELP, # TYPE, # UNIT or # EOF'],
  ['a 1 x\n# EOF\n', 'line 1: found `x`, expected a timestamp in seconds, an exemplar, or the end of the line'],
  ['a 1 # 1\n# EOF\n', "line 1: found `1`, expected '{' of an exemplar's labels"],
  ['a 1 # {b="c"}\n# EOF\n', "line 1: found the end of the line, expected the exemplar's value"],
  [
    'a 1 # {b="c"} 1 x\n# EOF\n',
    "line 1: found `x`, expected the exemplar's timestamp in seconds, or the end of the line",
  ],
  [
    '# TYPE a counter\na 1\n# EOF\n',
    "line 2: found a sample 'a' of the counter 'a', expected 'a_total' or 'a_created'",
  ],
  ['\n# EOF\n', 'line 1: found the end of the line, expected a metric name'],
];

describe('a malformed exposition', () => {
  it.each([...BROKEN, ...INCOMPLETE, ...OPENMETRICS])('%j', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('is shown in part when the line is long', () => {
    expect(faultOf(`a ${'x'.repeat(50)}\n`)).toBe(`line 1: found \`${'x'.repeat(40)}…\`, expected a number`);
  });

  it('is OpenMetrics when the content type says so', () => {
    expect(faultOf('a 1\n', 'openmetrics')).toBe(
      "line 1: found the end of the text, expected '# EOF' as the last line",
    );
  });
});

describe('a truncated exposition', () => {
  const whole =
    '# HELP a Of a.\n# TYPE a histogram\na_bucket{le="1"} 10\na_bucket{le="+Inf"} 10\na_sum 10\na_count 10\n';
  /** After these many characters what is left is whole in itself: nothing, a description, two of them. */
  const boundaries = ['', '# HELP a Of a.\n', '# HELP a Of a.\n# TYPE a histogram\n'].map((text) => text.length);

  it.each(Array.from(whole, (_, length) => length))('is told from a whole one after %i characters', (length) => {
    const fault = faultOf(whole.slice(0, length));
    if (boundaries.includes(length)) expect(fault).toBe('no fault');
    else expect(fault).toMatch(/^line \d+: found .+, expected .+$/);
  });

  it('of OpenMetrics is told wherever it is cut', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../test/fixtures/expositions/openmetrics.txt'), 'utf8');
    for (let length = 1; length < text.length - 1; length += 1) {
      expect(faultOf(text.slice(0, length), 'openmetrics')).not.toBe('no fault');
    }
  });
});

describeWithServer(['promtool'], 'a line that breaks the text format', () => {
  it.each(BROKEN)('%j is refused by promtool as well', (text) => {
    const { status, stderr } = spawnSync(requireServer('promtool'), ['check', 'metrics'], {
      input: text,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('parsing error')]);
  });
});
