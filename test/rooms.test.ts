/** Who may import whom: the table of rooms, held against every source of the library and of the voting app. */
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/project.ts';
import { circles, importFindings, shortFiles, sourceFindings } from './rooms/findings.ts';
import { sourceFile, sourceFiles } from './rooms/imports.ts';
import { ROOMS } from './rooms/table.ts';

const library = sourceFiles(root, 'lib');
const files = [...library, ...['stack', 'dashboards', 'alerts'].flatMap((folder) => sourceFiles(root, folder))];

/** A file of twenty lines belongs to its neighbour; these few stand alone. */
const SHORT_FILES = 25;

describe('the sources', () => {
  it('import what the table of rooms allows', () => {
    expect(importFindings(files, ROOMS)).toEqual([]);
  });

  it('import each other in no circle', () => {
    expect(circles(files)).toEqual([]);
  });

  it('are of a length that can be read, are named for what they hold, and list what they export', () => {
    expect(sourceFindings(library)).toEqual([]);
  });

  it(`are seldom short: at most ${SHORT_FILES} have under 30 lines`, () => {
    const short = shortFiles(library);
    expect(short.length, short.join('\n')).toBeLessThanOrEqual(SHORT_FILES);
  });
});

describe('what breaks the table is found', () => {
  it.each([
    ['lib/units/a.ts', "import { b } from '../promql/b.ts';", 'lib/units may use nothing but itself'],
    ['lib/promql/a.ts', "import type { B } from '../model/b.ts';", 'lib/promql may use lib/units, lib/catalogue'],
    ['lib/model/a.ts', "export { b } from '../index.ts';", 'lib/model may use'],
    ['lib/model/a.ts', "import { b } from 'plainsight';", 'lib/model may use'],
    ['lib/check/a.ts', "const b = await import('../emit/b.ts');", 'lib/check may use'],
    ['lib/emit/a.ts', "import { b } from '@grafana/grafana-foundation-sdk/dashboard';", 'lib/emit may use'],
    ['lib/picture/a.ts', "import { b } from 'yaml';", 'lib/picture may use'],
    ['lib/emit/a.ts', "import { b } from '../../scripts/b.ts';", 'lib/emit may use'],
    ['stack/a.ts', "import { b } from '../lib/index.ts';", 'stack may use plainsight'],
    ['dashboards/a.ts', "import { b } from '../alerts/b.ts';", 'dashboards may use stack, plainsight'],
    ['alerts/a.ts', "import { b } from '../dashboards/b.ts';", 'alerts may use stack, plainsight'],
    ['lib/new/a.ts', "import { b } from '../units/b.ts';", 'belongs to no room'],
  ])('%s: %s', (path, text, expected) => {
    const found = importFindings([sourceFile(path, `\n${text}`)], ROOMS);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected.startsWith('belongs') ? /^lib\/new\/a.ts: / : /:2: imports '/);
    expect(found[0]).toContain(expected);
  });

  it('but nothing that only looks like an import', () => {
    const text = "/** import { a } from 'yaml'; */\nexport const text = `import { b } from '../promql/b.ts';`;";
    expect(importFindings([sourceFile('lib/units/a.ts', text)], ROOMS)).toEqual([]);
  });

  it('circles of any length, once', () => {
    const three = [
      sourceFile('lib/units/a.ts', "import type { b } from './b.ts';"),
      sourceFile('lib/units/b.ts', "import './c.ts';"),
      sourceFile('lib/units/c.ts', "export { a } from './a.ts';"),
      sourceFile('lib/units/d.ts', "import './a.ts';"),
    ];
    expect(circles(three)).toEqual(['lib/units/a.ts → lib/units/b.ts → lib/units/c.ts → lib/units/a.ts']);
  });

  it('what no source may be', () => {
    const long = 'a;\n'.repeat(301);
    expect(
      [
        sourceFile('lib/emit/utils/a.ts', ''),
        sourceFile('lib/emit/long.ts', long),
        sourceFile('lib/emit/a.ts', "\nexport * from './b.ts';"),
      ].map((each) => sourceFindings([each])),
    ).toEqual([
      ["lib/emit/utils/a.ts: 'a.ts' does not say what it holds; name the subject"],
      ['lib/emit/long.ts: has 301 lines, more than 300; split it by subject'],
      ['lib/emit/a.ts:2: export *; list what is exported'],
    ]);
  });
});
