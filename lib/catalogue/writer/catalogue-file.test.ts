import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytes, perSecond, state } from '../../units/unit.ts';
import { type Entry, entryOf } from '../definition/entry.ts';
import { observe } from '../definition/observed.ts';
import { parseExposition } from '../exposition/parse.ts';
import { camelCase, sharedFileText, sourceFileText, sourceNameFault } from './catalogue-file.ts';

const root = join(import.meta.dirname, '../../..');

const TEXT = `# HELP votes_total Votes, as "accepted" by \`vote\`: it's \\n*/ the sum.
# TYPE votes_total counter
votes_total{vote="b"} 1
votes_total{vote="a"} 2
# TYPE up gauge
up 1
# HELP latency_seconds How long it took.
# TYPE latency_seconds histogram
latency_seconds_bucket{le="0.1"} 4
latency_seconds_bucket{le="1"} 7
latency_seconds_bucket{le="+Inf"} 9
latency_seconds_sum 1
latency_seconds_count 9
# TYPE native histogram
native_bucket{le="+Inf"} 9
native_sum 1
native_count 9
# TYPE rpc summary
rpc{quantile="0.5"} 1
rpc_sum 1
rpc_count 1
# TYPE build_info gauge
build_info{version="1.2.3"} 1
job:votes:sum 1
{"my.metric","a.label"="1"} 1
`;

function entries(): readonly Entry[] {
  const exposition = parseExposition(TEXT);
  if ('fault' in exposition) throw new Error(JSON.stringify(exposition.fault));
  return exposition.families.flatMap((family) => observe(family, exposition.format)).map(entryOf);
}

/** What the project's formatter makes of a file. */
function formatted(text: string): string {
  const biome = join(root, 'node_modules/.bin/biome');
  return spawnSync(biome, ['format', '--stdin-file-path=stack/metrics/x.ts'], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  }).stdout;
}

const unusual: readonly Entry[] = [
  {
    kind: 'gauge',
    shared: false,
    definition: { name: 'speed', help: '', unit: perSecond('bytes'), labels: {}, series: 0 },
  },
  {
    kind: 'gauge',
    shared: false,
    definition: {
      name: 'health',
      help: 'Health.',
      unit: state({ 0: 'Ill', '-1': "Who's who" }),
      labels: {},
      series: 0,
    },
  },
  {
    kind: 'gauge',
    shared: false,
    definition: { name: 'bytes', help: 'A metric named like a unit.', unit: bytes, labels: {}, series: 0 },
  },
];

describe('a catalogue file', () => {
  const text = sourceFileText({
    source: 'my-app',
    version: '1.0',
    entries: [...entries(), ...unusual],
  });

  it('has one documented constant per metric, in the order of their names', () => {
    expect(text).toMatchSnapshot();
  });

  it('passes the formatter unchanged', () => {
    expect(formatted(text)).toBe(text);
  });

  it('is the same for the same metrics in another order', () => {
    const reversed = [...unusual, ...entries()].reverse();
    expect(sourceFileText({ source: 'my-app', version: '1.0', entries: reversed })).toBe(text);
  });
});

describe('the shared file', () => {
  const shareable = entries().filter(({ kind }) => kind !== 'untyped' && kind !== 'native histogram');
  const text = sharedFileText(shareable.map((entry) => ({ ...entry, sources: ['redis', 'vote'] })));

  it('says who exposes what', () => {
    expect(text).toMatchSnapshot();
  });

  it('passes the formatter unchanged', () => {
    expect(formatted(text)).toBe(text);
  });
});

it.each([
  ['redis', 'redis'],
  ['blackbox-exporter', 'blackboxExporter'],
  ['a-1-b', 'a1B'],
])('%s is %s in the code', (source, name) => {
  expect(camelCase(source)).toBe(name);
});

it.each(['redis', 'node-exporter', 'a1', 'a-1-b', 'my-shared', 'indexer'])('%s can name a source', (source) => {
  expect(sourceNameFault(source)).toBeUndefined();
});

it.each([
  ['shared', 'that file holds what several exporters expose alike'],
  ['index', 'that file lists the sources'],
  ['delete', "'delete' is a word of the language, and names a constant in the file"],
  ['await', "'await' is a word of the language, and names a constant in the file"],
  ['counter', "'counter' is what the file imports"],
  ['native-histogram', "'nativeHistogram' is what the file imports"],
  ['source', "'source' is what the file imports"],
  ['unit', "'unit' is what the file imports"],
  ...['', 'Redis', '1st', 'a_b', 'a-', 'a--b', '-a', '../a', 'a.overrides', '__proto__', 'é'].map(
    (source): [string, string] => [
      source,
      'lower case letters, digits and hyphens between them, such as node or my-exporter',
    ],
  ),
])('%s cannot', (source, fault) => {
  expect(sourceNameFault(source)).toBe(fault);
});
