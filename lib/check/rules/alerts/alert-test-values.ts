/** The values of a test are in promtool's notation. */
import type { AnyAlert } from '../../../model/resolved.ts';
import { rule } from '../../rule.ts';

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;
/** `1`, `1x5`, `0+10x5`, `1 _ stale`, `{{schema:1 …}}x3`. */
const VALUE = new RegExp(
  String.raw`^(?:(?:_|stale|[-+]?(?:Inf|inf|NaN|nan)|${NUMBER})(?:x\d+)?|${NUMBER}[-+]${NUMBER.replace('[-+]?', '')}x\d+)$`,
);
/** Histograms have a notation of their own, with spaces in it. */
const HISTOGRAM = /\{\{[^}]*\}\}(?:[-+]\{\{[^}]*\}\})?(?:x\d+)?/g;

export const alertTestValues = rule({
  id: 'alert-test-values',
  reason: 'promtool tells the column of a value that it cannot read, and not the alert whose test it is in.',
  source: 'Prometheus, unit testing for rules: series',
  example: {
    where: 'alert QueueLong / test',
    found: 'the value 1+1*5 of queue_length, which promtool cannot read',
    allowed: "numbers, _ and stale, each with a repetition: '0+10x5 _x3 stale'",
    remedy: "write '0+10x5' for 0, growing by 10 five times",
  },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      for (const [name, value] of valuesOf(alert)) {
        yield {
          about: alert,
          part: 'test',
          found: `the value ${value} of ${name}, which promtool cannot read`,
          allowed: "numbers, _ and stale, each with a repetition: '0+10x5 _x3 stale'",
          remedy: "write '0+10x5' for 0, growing by 10 five times",
        };
      }
    }
  },
});

/** The values that are none, with their series, each once. */
function valuesOf({ test: { fires, silent } }: AnyAlert): Iterable<readonly [name: string, value: string]> {
  const all = [...fires, ...silent].flatMap(({ given }) => given);
  const bad = all.flatMap(({ name, values }) =>
    values
      .replace(HISTOGRAM, ' ')
      .split(/\s+/)
      .filter((value) => value !== '' && !VALUE.test(value))
      .map((value) => [`${name} ${value}`, [name, value]] as const),
  );
  return new Map(bad).values();
}
