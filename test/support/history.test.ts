import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type HistoryOptions, writeHistory } from './history.ts';
import { shapes } from './history-values.ts';
import { readScrape } from './scrape-lines.ts';

const home = mkdtempSync(join(tmpdir(), 'history-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const labels = { job: 'j', instance: 'i:1' };

/** The history of one scrape, as lines without TYPE lines. */
function historyOf(text: string, options: Partial<HistoryOptions> = {}): readonly string[] {
  const scrape = join(home, 'scrape.prom');
  writeFileSync(scrape, text);
  const { files } = writeHistory(home, { targets: [{ scrape, labels }], end: 60, seconds: 60, step: 30, ...options });
  const written = files.map((file) => readFileSync(file, 'utf8')).join('');
  return written.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

describe('writeHistory', () => {
  it.each([
    ['a counter grows to its value', '# TYPE c_total counter\nc_total 100', [10, 55, 100]],
    ['a counter of 0 counts to 1', '# TYPE c_total counter\nc_total 0', [0.1, 0.55, 1]],
    ['a gauge ends where it was', 'g 0.5', [0.5, 0.5, 0.5]],
    ['a timestamp is ignored', 'g 7 1795392343946', [7, 7, 7]],
    ['the caller corrects a kind', 'calls 100', [10, 55, 100]],
  ])('%s', (_, text, expected) => {
    const isCounter = (name: string): true | undefined => name === 'calls' || undefined;
    const lines = historyOf(text, { isCounter }).filter((line) => /^c|^g/.test(line));
    const written = lines.map((line) => line.replace(/^.*} /, '').split(' ').map(Number));
    expect(written.map(([, time]) => time)).toEqual([0, 30, 60]);
    for (const [point, [value]] of written.entries()) expect(value).toBeCloseTo(expected[point] ?? -1, 9);
  });

  it.each([
    ['+Inf', 'Inf'],
    ['-Inf', '-Inf'],
    ['NaN', 'NaN'],
    ['nan', 'NaN'],
  ])('keeps %s, also in a counter', (value, written) => {
    const lines = historyOf(`# TYPE c_total counter\nc_total ${value}`).slice(0, 3);
    expect(lines).toEqual(['0', '30', '60'].map((time) => `c_total{job="j",instance="i:1"} ${written} ${time}`));
  });

  it.each([
    ['target labels are added', 'm{a="1"} 1', 'm{a="1",job="j",instance="i:1"} 1 60'],
    ['a clash is renamed', 'm{job="own"} 1', 'm{exported_job="own",job="j",instance="i:1"} 1 60'],
    [
      'also where the new name is taken',
      'm{job="own",exported_job="x"} 1',
      'm{exported_exported_job="own",exported_job="x",job="j",instance="i:1"} 1 60',
    ],
    ['an empty label is no label', 'm{a="",job=""} 1', 'm{job="j",instance="i:1"} 1 60'],
    ['escapes survive', 'm{a="\\\\ \\" \\n } ,"} 1', 'm{a="\\\\ \\" \\n } ,",job="j",instance="i:1"} 1 60'],
  ])('%s', (_, text, expected) => {
    expect(historyOf(text)).toContain(expected);
  });

  it('escapes target labels', () => {
    const scrape = join(home, 'scrape.prom');
    writeFileSync(scrape, 'm 1');
    const { files } = writeHistory(home, { targets: [{ scrape, labels: { job: 'a"\\\n' } }], seconds: 0 });
    expect(readFileSync(files[0] ?? '', 'utf8')).toContain('m{job="a\\"\\\\\\n"} 1 ');
  });

  it('adds what Prometheus adds to a scrape', () => {
    const names = historyOf('m 1').map((line) => line.replace(/\{.*/, ''));
    expect([...new Set(names)].filter((name) => name !== 'm')).toEqual([
      'up',
      'scrape_duration_seconds',
      'scrape_samples_scraped',
      'scrape_samples_post_metric_relabeling',
      'scrape_series_added',
    ]);
  });

  it('is the same every time', () => {
    const text = '# TYPE c_total counter\nc_total 3.7\ng 12345.6';
    const options = { seconds: 3600, step: 15 };
    expect(historyOf(text, options)).toEqual(historyOf(text, options));
  });

  it('refuses two targets with the same labels', () => {
    const target = { scrape: join(home, 'scrape.prom'), labels };
    expect(() => writeHistory(home, { targets: [target, target] })).toThrow(/another target has the labels/);
  });
});

describe('readScrape', () => {
  it.each([
    ['m{a="1" 1'],
    ['m{a=1} 1'],
    ['m{a="\\x"} 1'],
    ['m{a="1"b="2"} 1'],
    ['m one'],
    ['m'],
    ['{"m"} 1'],
    ['m 1 x'],
  ])('refuses %s', (line) => {
    expect(() => readScrape(`ok 1\n${line}`, 'x.prom')).toThrow(`x.prom:2: not a sample: ${line}`);
  });

  it('strips a suffix only from a histogram or summary that is declared', () => {
    const samples = readScrape('# TYPE h histogram\nh_count 1\nfree_count 1', 'x.prom');
    expect(samples.map(({ family, kind }) => [family, kind])).toEqual([
      ['h', 'histogram'],
      ['free_count', 'untyped'],
    ]);
  });
});

describe('shapes', () => {
  const points = 241;
  const value = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }));

  /** All values of a sample, from the oldest to the recorded one. */
  function valuesOf(text: string): readonly (readonly number[])[] {
    const samples = readScrape(text, 'x.prom');
    const shape = shapes(samples, { points });
    return samples.map((sample) => Array.from({ length: points }, (_, point) => Number(shape(sample)(point))));
  }

  it('lets every counter grow at each scrape, up to what was recorded', () => {
    const check = (recorded: number): void => {
      const [values = []] = valuesOf(`# TYPE c counter\nc ${recorded}`);
      expect(values.every((each, point) => point === 0 || each > (values[point - 1] ?? 0))).toBe(true);
      expect(values.at(-1)).toBe(recorded === 0 ? 1 : recorded);
    };
    // Below 1e-300 there are no numbers left to grow through.
    fc.assert(
      fc.property(
        value.filter((each) => each === 0 || each > 1e-300),
        check,
      ),
      { seed: 42 },
    );
  });

  it('keeps a gauge within 2 % below what was recorded', () => {
    const check = (recorded: number): void => {
      const [values = []] = valuesOf(`g ${recorded}`);
      const floor = Math.min(recorded * 0.98, Math.round(recorded * 0.98));
      expect(values.every((each) => each <= recorded && each >= floor)).toBe(true);
      expect(values.at(-1)).toBe(recorded);
    };
    fc.assert(fc.property(value, check), { seed: 42 });
  });

  it('lets a gauge move at all', () => {
    expect(new Set(valuesOf('g 5000')[0]).size).toBeGreaterThan(10);
  });

  it.each([
    ['observed', [0, 3, 3, 8, 4, 8], [0, 3, 3, 8, 4, 8]],
    ['idle', [0, 0, 0, 0, 0, 0], [0, 1, 1, 1, 1, 1]],
  ])('keeps the buckets of an %s histogram cumulative, and +Inf equal to its count', (_, recorded, last) => {
    const bounds = ['0.5', '1', '2', '+Inf'];
    const names = [...bounds.map((bound) => `h_bucket{le="${bound}"}`), 'h_sum', 'h_count'];
    const series = valuesOf(`# TYPE h histogram\n${names.map((name, at) => `${name} ${recorded[at]}`).join('\n')}`);
    expect(series.map((values) => values.at(-1))).toEqual(last);
    const [first = [], second = [], third = [], infinite = [], , counted = []] = series;
    expect(infinite).toEqual(counted);
    expect(counted.at(-1)).toBeGreaterThan(counted[0] ?? 0);
    const rising = [first, second, third, infinite];
    for (const [index, upper] of rising.entries()) {
      const lower = rising[index - 1] ?? [];
      expect(upper.every((each, point) => each >= (lower[point] ?? 0))).toBe(true);
    }
  });

  it('leaves dates alone', () => {
    expect(new Set(valuesOf('process_start_time_seconds 1795391496')[0])).toEqual(new Set([1795391496]));
    expect(new Set(valuesOf('head_max_time 1.795392297627e+12')[0])).toEqual(new Set([1795392297627]));
  });
});
