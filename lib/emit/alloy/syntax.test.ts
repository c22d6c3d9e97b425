import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAlloy } from '../../../test/support/alloy.ts';
import { freshFolder } from '../../../test/support/folder.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { COMPONENTS, componentOf } from './components.ts';
import { alloyText, type Block } from './syntax.ts';

describe('alloyText', () => {
  it.each<readonly [string, Block, RegExp]>([
    ['a component that nobody looked up', { name: 'loki.echo', label: 'a' }, /'loki\.echo' is not in the table/],
    ['a block in the wrong place', { name: 'loki.write', blocks: [{ name: 'rule' }] }, /'loki\.write > rule' is not/],
    [
      'an argument that there is not',
      { name: 'loki.write', arguments: { wal: true } },
      /loki\.write has no argument wal/,
    ],
    ['an argument that is missing', { name: 'loki.process', label: 'a' }, /loki\.process needs forward_to/],
  ])('refuses %s', (_, block, message) => {
    expect(() => alloyText([block])).toThrow(message);
  });

  it('stages stand in a match as in the component', () => {
    expect(componentOf('stage.regex', 'stage.match').required).toEqual(['expression']);
    expect(componentOf('stage.regex', 'loki.process').required).toEqual(['expression']);
  });

  it('each row says where it was looked up', () => {
    for (const { block, source } of COMPONENTS) {
      expect(source, block).toMatch(/^https:\/\/grafana\.com\/docs\/alloy\/latest\/reference\/[\w./-]+(?:#[a-z_]+)?$/);
    }
  });
});

describeWithServer(['alloy-check'], 'Alloy’s own parser', () => {
  it('reads back any text that was written', () => {
    const folder = freshFolder();
    const texts = fc.sample(fc.string({ unit: 'grapheme' }), { numRuns: 200, seed: 7 });
    const special = [
      '"',
      '\\',
      '\n',
      '\t',
      '\u0000',
      '\u001b[0m',
      '\u007f',
      'ü',
      '\u2028',
      '\ufeff',
      '\uffff',
      '😀',
      '${A}',
      '`',
    ];
    const values = [...special, ...texts];
    const file = join(folder, 'texts.alloy');
    writeFileSync(
      file,
      alloyText(values.map((url) => ({ name: 'loki.write', blocks: [{ name: 'endpoint', arguments: { url } }] }))),
    );
    expect(readAlloy(file).blocks.flatMap(({ blocks }) => blocks.map((block) => block.arguments))).toEqual(
      values.map((url) => ({ url })),
    );
  });
});
