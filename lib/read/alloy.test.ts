import { describe, expect, it } from 'vitest';
import { type AlloyBlock, alloyBlocks } from './alloy.ts';

/** A block in one line: `name "label" { setting = expression; inner { … } }`. */
function text({ name, label, settings, blocks }: AlloyBlock): string {
  const inner = [...[...settings].map(([key, each]) => `${key} = ${each}`), ...blocks.map(text)].join('; ');
  return `${name}${label === '' ? '' : ` "${label}"`} { ${inner} }`;
}

describe('Alloy’s syntax', () => {
  it.each([
    ['nothing', '', []],
    ['comments alone', '// a\n/* b\n { */', []],
    ['an empty block', 'a.b "c" { }', ['a.b "c" {  }']],
    ['settings', 'a {\n b = 1\n c="x"\n}', ['a { b = 1; c = "x" }']],
    ['blocks in blocks', 'a { b "c" { d = true } }', ['a { b "c" { d = true } }']],
    ['a list in lines', 'a { b = [\n  1,\n  2,\n] }', ['a { b = [1, 2] }']],
    ['an object', 'a { b = { c = "d",\n "e" = [f.g] } }', ['a { b = {c = "d", "e" = [f.g]} }']],
    ['a call', 'a { b = sys.env( "X" ) }', ['a { b = sys.env("X") }']],
    ['an expression over lines', 'a { b = 1 +\n 2\n c = 3 }', ['a { b = 1 + 2; c = 3 }']],
    ['brackets and signs in strings', 'a { b = "} // \\" {" }', ['a { b = "} // \\" {" }']],
    ['a raw string over lines', 'a { b = `x\n}` }', ['a { b = `x\n}` }']],
    ['a comment behind a setting', 'a { b = 1 // = 2\n}', ['a { b = 1 }']],
  ])('%s', (_, source, expected) => {
    const blocks = alloyBlocks(source);
    expect('line' in blocks ? blocks : blocks.map(text)).toEqual(expected);
  });

  it('tells the lines of blocks, behind comments and strings of several lines', () => {
    const blocks = alloyBlocks('/* a\n b */\nc { d = `\n` }\ne { }');
    expect('line' in blocks ? blocks : blocks.map(({ line }) => line)).toEqual([3, 5]);
  });

  it.each([
    ['a { b = 1', 1, 'the end', '}'],
    ['a {\n b =\n}', 3, "'}'", 'an expression'],
    ['a {\n b = [1\n}', 3, "'}'", 'the bracket that is open'],
    ['a {\n b = [1,\n', 2, 'the end', ']'],
    ['a "b"\n{ }', 1, 'the end of the line', '{ or ='],
    ['a { } }', 1, "'}'", 'the end of the file'],
    ['a = 1', 1, "'a' outside a block", 'a block'],
    ['a { "b" = 1 }', 1, `'"b"'`, 'a name'],
  ])('%j is refused', (source, line, found, expected) => {
    expect(alloyBlocks(source)).toEqual({ line, found, expected });
  });
});
