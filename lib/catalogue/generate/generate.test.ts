import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { problemLine } from '../../units/problem.ts';
import { readingOf } from '../reading/reading.ts';
import { store, targetLabelsOf } from './folder.ts';
import { type Assignment, type Generated, generate, versionOf } from './generate.ts';

type Told = Partial<Assignment> & { readonly texts: readonly string[] };

function readings(texts: readonly string[]): Assignment['readings'] {
  return texts.flatMap((text, index) => {
    const reading = readingOf(`scrape-${index}.prom`, text);
    if (!reading.ok) throw new Error(reading.problems.map(problemLine).join('\n'));
    return [reading.value];
  });
}

function assignment({ texts, ...told }: Told): Assignment {
  return {
    source: 'redis',
    readings: readings(texts),
    folder: freshFolder(),
    targetLabels: ['instance', 'job'],
    ...told,
  };
}

/** The result, with a problem's text where there is none. */
async function generated(told: Told): Promise<Generated | string> {
  const outcome = await generate(assignment(told));
  return outcome.ok ? outcome.value : outcome.problems.map(problemLine).join('\n');
}

const GO = '# TYPE go_threads gauge\ngo_threads 7\n';
const OWN = '# TYPE redis_up gauge\nredis_up 1\n';

describe('the catalogue of a source', () => {
  it('is a file of its own metrics, and the shared ones beside it', async () => {
    const result = await generated({ texts: [OWN + GO], version: '1.0' });
    expect(result).toMatchObject({ own: 1, shared: 1, notices: [] });
    const files = typeof result === 'string' ? [] : result.files;
    expect(files.map(({ path }) => path.split('/').at(-1))).toEqual(['redis.ts', 'shared.json', 'shared.ts']);
    expect(files[0]?.text).toContain('export const redis_up = gauge(redis, {');
    expect(files[0]?.text).not.toContain('go_threads');
    expect(files[2]?.text).toContain('export const go_threads = sharedGauge({');
  });

  it('has no shared file where nothing is shared', async () => {
    const result = await generated({ texts: [OWN], version: '1.0' });
    expect(typeof result === 'string' || result.files).toHaveLength(1);
  });

  it('unites several sources', async () => {
    const result = await generated({ texts: ['a{b="1"} 1\n', 'a{b="2"} 1\nc 1\n'], version: '1.0' });
    const text = typeof result === 'string' ? result : result.files[0]?.text;
    expect(text).toContain("labels: { b: ['1', '2'] }");
    expect(text).toContain('export const c = untyped(redis, {');
  });

  it('is refused when sources contradict each other', async () => {
    expect(await generated({ texts: ['# TYPE a gauge\na 1\n', '# TYPE a counter\na 1\n'] })).toBe(
      "scrape-1.prom: found 'a' as a counter in a, expected a gauge in a, as in the source read before. Read sources of one exporter and one version only. [metrics/contradiction]",
    );
  });

  it('renames labels that clash with target labels, and says so', async () => {
    const result = await generated({ texts: ['a{job="x",b="1"} 1\n'], version: '1.0' });
    const text = typeof result === 'string' ? result : result.files[0]?.text;
    expect(text).toContain("labels: { b: ['1'], exported_job: ['x'] }");
    expect(typeof result === 'string' || result.notices[0]).toBe(
      "'job' is a target label and a label of the exporter's own (a): Prometheus renames the latter to 'exported_job', and so does the catalogue; with honor_labels it would not.",
    );
  });

  it('says what it does not know', async () => {
    expect(await generated({ texts: ['a 1\n'] })).toMatchObject({
      notices: [
        "The exporter does not say its version: the catalogue says 'unknown'; state it with --version.",
        'No kind is known of a: nothing can be asked of them until an override states one.',
      ],
    });
  });
});

describe('what Prometheus takes with a loss', () => {
  it('is a note with its place', async () => {
    const result = await generated({ texts: ['# TYPE a gauge\na 1\na 2\n', '# TYPE a gauge\na 3'], version: '1.0' });
    expect(result).toMatchObject({
      notices: [
        "scrape-0.prom:3: 'a' is there already with the same labels, in line 2, whose value Prometheus keeps.",
        'scrape-1.prom:2: the text ends without a line feed: see whether it is whole.',
        'Units guessed from names that state none; state in redis.overrides.ts what is wrong:\n  a: a',
      ],
    });
  });

  it.each([
    ['in all series', 'a_bytes{b=""} 1\na_bytes{b="",c="d"} 1\n', "'b' of a_bytes", "{ c: ['d'] }"],
    ['under the name of a target label', 'a_bytes{job="",c="d"} 1\n', "'job' of a_bytes", "{ c: ['d'] }"],
    [
      'of two metrics',
      'a_bytes{b="",d=""} 1\nb_bytes{b="",d="",c="d"} 1\n',
      "'b', 'd' of a_bytes, b_bytes",
      "{ c: ['d'] }",
    ],
  ])('is a label that is empty %s', async (_, text, list, labels) => {
    const types = '# TYPE a_bytes gauge\n# TYPE b_bytes gauge\n';
    const result = await generated({ texts: [types + text], version: '1.0' });
    expect(result).toMatchObject({
      notices: [`Labels that are empty in every series, which Prometheus does not keep, nor the catalogue: ${list}.`],
      files: [{ text: expect.stringContaining(`labels: ${labels}`) }],
    });
  });

  it('is no label that one scrape fills', async () => {
    const texts = ['# TYPE a_bytes gauge\na_bytes{b=""} 1\n', '# TYPE a_bytes gauge\na_bytes{b="c"} 1\n'];
    expect(await generated({ texts, version: '1.0' })).toMatchObject({
      notices: [],
      files: [{ text: expect.stringContaining("labels: { b: ['', 'c'] }") }],
    });
  });
});

describe('a guess', () => {
  it.each([
    [
      'a histogram without finite buckets',
      '# TYPE a_seconds histogram\na_seconds_bucket{le="+Inf"} 0\na_seconds_sum 0\na_seconds_count 0\n',
      "Taken for native histograms, as they show no bucket but +Inf: a_seconds. If they are classic ones, state it in redis.overrides.ts: kind: 'histogram'.",
    ],
    [
      'no kind',
      'a_seconds 1\n',
      'No kind is known of a_seconds: nothing can be asked of them until an override states one.',
    ],
    [
      'what is typed as a histogram and is one number',
      '# TYPE a_seconds histogram\na_seconds 1\n',
      'No kind is known of a_seconds: nothing can be asked of them until an override states one.',
    ],
    [
      'units',
      '# TYPE a_size gauge\na_size 1\n# TYPE b_size gauge\nb_size 1\n# TYPE c_orders_total counter\nc_orders_total 1\n# TYPE d_open_max gauge\nd_open_max 1\n',
      'Units guessed from names that state none; state in redis.overrides.ts what is wrong:\n  max: d_open_max\n  size: a_size, b_size',
    ],
  ])('is listed: %s', async (_, text, notice) => {
    const result = await generated({ texts: [text], version: '1.0' });
    expect(typeof result === 'string' || result.notices.at(-1)).toBe(notice);
  });
});

describe('the name of a source', () => {
  it.each(['shared', 'index', 'delete', 'Redis'])('is not %s', async (source) => {
    expect(await generated({ texts: [OWN], source })).toMatch(
      new RegExp(`^${source}: found a name that a source cannot have .*\\[metrics/source-name\\]$`),
    );
  });
});

describe('labels with names that objects have', () => {
  it('survive, in the file of a source and in the shared one', async () => {
    const folder = freshFolder();
    const text = (name: string) => `# TYPE ${name} gauge\n${name}{__proto__="a",constructor="b",toString="c"} 1\n`;
    for (const source of ['one', 'two']) {
      const result = await generate(
        assignment({ source, texts: [text('own_bytes') + text('go_threads')], folder, version: '1.0' }),
      );
      if (result.ok) store(result.value.files);
    }
    const labels = "labels: { ['__proto__']: ['a'], constructor: ['b'], toString: ['c'] }";
    expect(snapshot(folder)).toMatchObject({
      'one.ts': expect.stringContaining(labels),
      'shared.ts': expect.stringContaining(labels),
      'shared.json': expect.stringContaining('"labels":{"__proto__":["a"],"constructor":["b"],"toString":["c"]}'),
    });
  });

  it('take the next free name where a target has it', async () => {
    const result = await generated({
      texts: ['# TYPE a_bytes gauge\na_bytes{job="x",exported_job="y"} 1\n'],
      version: '1.0',
    });
    expect(typeof result === 'string' || result.files[0]?.text).toContain(
      "labels: { exported_exported_job: ['x'], exported_job: ['y'] }",
    );
  });
});

describe('the shared file', () => {
  it('keeps what other sources said, in whatever order they are read', async () => {
    const texts = { a: 'go_threads{x="1"} 1\n', b: 'go_threads{x="2"} 1\n' } as const;
    const run = async (folder: string, sources: readonly (keyof typeof texts)[]): Promise<unknown> => {
      for (const source of sources) {
        const result = await generate(
          assignment({ texts: [`# TYPE go_threads gauge\n${texts[source]}`], source, folder }),
        );
        if (result.ok) store(result.value.files);
      }
      return snapshot(folder);
    };
    const files = await run(freshFolder(), ['a', 'b']);
    expect(files).toMatchObject({ 'shared.ts': expect.stringContaining("labels: { x: ['1', '2'] }") });
    expect(await run(freshFolder(), ['b', 'a', 'b'])).toEqual(files);
  });

  it('forgets what a source no longer says', async () => {
    const folder = freshFolder();
    for (const text of [OWN + GO, OWN]) {
      const result = await generate(assignment({ texts: [text], folder }));
      if (result.ok) store(result.value.files);
    }
    expect(snapshot(folder)?.['shared.ts']).not.toContain('go_threads');
  });
});

describe('overrides', () => {
  const library = join(import.meta.dirname, '../..');
  const file = (entries: string): string =>
    `import { overrides } from '${library}/index.ts';\nimport { bytes } from '${library}/units/index.ts';\nexport default overrides({\n${entries}\n});\n`;

  it('beside the catalogue are applied', async () => {
    const folder = freshFolder();
    fill(folder, { 'redis.overrides.ts': file("  redis_up: { unit: bytes, shared: true, reason: 'a test' },") });
    const result = await generated({ texts: [OWN], folder });
    expect(result).toMatchObject({ own: 0, shared: 1 });
    expect(typeof result === 'string' || result.files[2]?.text).toContain('unit: unit.bytes');
  });

  it('that correct nothing are reported with their line', async () => {
    const folder = freshFolder();
    fill(folder, { 'redis.overrides.ts': file("  redis_down: { unit: bytes, reason: 'a test' },") });
    expect(await generated({ texts: [OWN], folder })).toBe(
      `${folder}/redis.overrides.ts:4: found 'redis_down', which matches no metric, expected an override that corrects something. Remove it, or correct its name; the nearest is redis_up. [metrics/override]`,
    );
  });

  it.each([
    ['export const a = 1;\n', 'found no default export that holds overrides'],
    ['export default { redis_up: 1 };\n', 'found no default export that holds overrides'],
    ["throw new Error('broken');\n", 'found a file that does not load (broken)'],
  ])('that are none are reported: %j', async (text, problem) => {
    const folder = freshFolder();
    fill(folder, { 'redis.overrides.ts': text });
    expect(await generated({ texts: [OWN], folder })).toContain(`${folder}/redis.overrides.ts: ${problem}`);
  });
});

describe('the version', () => {
  it.each([
    ['redis_exporter_build_info{version="v1.88.0"} 1\n', '1.88.0'],
    ['cadvisor_version_info{cadvisorVersion="v0.60.5"} 1\n', '0.60.5'],
    ['go_build_info{version="1"} 1\nloki_build_info{version="3.7.8"} 1\n', '3.7.8'],
    ['loki_build_info{version=""} 1\n', undefined],
    ['a 1\n', undefined],
  ])('said by %j is %s', (text, version) => {
    expect(versionOf(readings([text]))).toBe(version);
  });
});

describe('target labels', () => {
  it('are those of the target of that name', async () => {
    const folder = freshFolder();
    fill(folder, {
      'targets.ts': "export const blackboxExporter = { job: 'b', labels: ['service', 'job'] };\n",
      'metrics/': '',
    });
    expect(await targetLabelsOf(join(folder, 'metrics'), 'blackbox-exporter')).toEqual(['instance', 'job', 'service']);
    expect(await targetLabelsOf(join(folder, 'metrics'), 'other')).toBeUndefined();
    expect(await targetLabelsOf(folder, 'other')).toBeUndefined();
  });
});

describe('storing', () => {
  it('writes what changed, and nothing else', () => {
    const folder = freshFolder();
    fill(folder, { 'a.ts': 'old', 'b.ts': 'same' });
    const stored = store([
      { path: join(folder, 'a.ts'), text: 'new' },
      { path: join(folder, 'b.ts'), text: 'same' },
      { path: join(folder, 'deeper/c.ts'), text: 'first' },
    ]);
    expect(stored.map(({ was }) => was)).toEqual(['written', 'unchanged', 'written']);
    expect(snapshot(folder)).toEqual({ 'a.ts': 'new', 'b.ts': 'same', 'deeper/': '', 'deeper/c.ts': 'first' });
  });

  it('leaves the old files when one cannot be written', () => {
    const folder = freshFolder();
    fill(folder, { 'a.ts': 'old', 'b.ts.new/': '' });
    const files = ['a.ts', 'b.ts'].map((name) => ({ path: join(folder, name), text: 'new' }));
    expect(() => store(files)).toThrow('EISDIR');
    expect(snapshot(folder)).toMatchObject({ 'a.ts': 'old' });
  });
});
