/** The values of a test are in promtool's notation. */
import type { AnyAlert } from '../../../model/resolved.ts';
import { rule } from '../../rule.ts';

/** Digits, with a `_` between two of them wherever one likes. */
const DIGITS = String.raw`\d+(?:_\d+)*`;
const NUMBER = String.raw`(?:${DIGITS}(?:\.(?:${DIGITS})?)?|\.${DIGITS})(?:[eE][-+]?${DIGITS})?`;
/** A hundred days of a value every second; with many more promtool would not come to an end. */
const TIMES = String.raw`x0*\d{1,7}`;
/** `1`, `1x5`, `0+10x5`, `_x3`, `stale`; words are not repeated, and what grows says how often. */
const VALUE = `_(?:${TIMES})?|stale|[-+]?(?:[iI][nN][fF]|[nN][aA][nN])|[-+]?${NUMBER}(?:(?:[-+]${NUMBER})?${TIMES})?`;

const NUMBERS = String.raw`\[-?${NUMBER}(?: +-?${NUMBER})* *\]`;
const DESCRIPTOR = [
  String.raw`(?:schema|offset|n_offset):-?\d+`,
  `(?:sum|count|z_bucket|z_bucket_w):-?(?:${NUMBER}|[iI]nf|[nN]a[nN])`,
  `(?:buckets|n_buckets|custom_values):${NUMBERS}`,
  'counter_reset_hint:(?:unknown|reset|not_reset|gauge)',
].join('|');
/** `{{schema:1 sum:3 count:2}}`: each word once, a blank between two. */
const HISTOGRAM = String.raw`\{\{(?:(?:${DESCRIPTOR})(?: +(?:${DESCRIPTOR}))* *)?\}\}`;

const ITEM = new RegExp(`^(?:${VALUE}|${HISTOGRAM}(?:(?:[-+]${HISTOGRAM})?${TIMES})?)$`);

export const alertTestValues = rule({
  id: 'alert-test-values',
  reason: 'promtool tells the column of a value that it cannot read, and not the alert whose test it is in.',
  source: 'Prometheus, unit testing for rules: series; promql/parser/generated_parser.y: series_values',
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
          found: `the value ${/[\r\n]/.test(value) ? JSON.stringify(value) : value} of ${name}, which promtool cannot read`,
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
    itemsOf(values)
      .filter((item) => !isItem(item))
      .map((item) => [`${name} ${item}`, [name, item]] as const),
  );
  return new Map(bad).values();
}

/** What stands between blanks. A line break is none to promtool, but for one at the end. */
function itemsOf(values: string): readonly string[] {
  return values.replace(/[\r\n]+$/, '').match(/(?:\{\{[^}]*\}\}|[^ \t])+/g) ?? [];
}

function isItem(item: string): boolean {
  return ITEM.test(item) && (item.match(/\{\{[^}]*\}\}/g) ?? []).every(saysEachOnce);
}

function saysEachOnce(histogram: string): boolean {
  const words = [...histogram.matchAll(/(\w+):/g)].map(([, word]) => word);
  return new Set(words).size === words.length;
}
