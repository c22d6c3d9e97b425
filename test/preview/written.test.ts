/** Settings that were tried, written into definitions: what changes in the file, what does not, and what is refused. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timeseries } from '../../lib/model/panels.ts';
import { panelId } from '../../lib/model/resolve/layout.ts';
import type { Limits, Tried } from '../../preview/protocol.ts';
import { type Definition, definitionsOf } from '../../preview/server/write/definition.ts';
import { isRefusal } from '../../preview/server/write/refusal.ts';
import { startWriter } from '../../preview/server/write/writer.ts';
import { orders, shopDashboard, shopModel } from '../support/shop.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'written-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const FILE = 'shop.ts';
const bytes = (): string => readFileSync(join(root, FILE), 'utf8');

/** The definition that the call at `name(` makes. */
function definition(text: string, more: Partial<Definition> & Pick<Definition, 'settings'>): Definition {
  const at = text.search(/\b(?:stat|timeseries|objective|signal)\(/);
  const before = text.slice(0, at).split('\n');
  return {
    what: 'panel orders of dashboard shop',
    where: { file: FILE, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    constructors: ['stat', 'timeseries', 'signal'],
    alike: [],
    form: 'settings',
    loaded: {},
    ...more,
  };
}

/** What a file holds after a change; or why it was left alone. */
function written(text: string, more: Parameters<typeof definition>[1]): string {
  writeFileSync(join(root, FILE), text);
  const outcome = startWriter({ root, changedSince: () => undefined }).write([definition(text, more)]);
  return isRefusal(outcome) ? outcome.refused.replace(/^.*?\d: /, 'refused: ') : bytes();
}

const TITLE = { settings: { title: 'New' }, loaded: { title: 'Old' } };
const WIDTH = { settings: { width: 6 }, loaded: { width: 4 } };

describe('a setting', () => {
  it.each<[string, string, string, Pick<Definition, 'settings'> & Partial<Definition>]>([
    ['takes the place of the literal', `stat(a, { title: 'Old', min: 0 })`, `stat(a, { title: 'New', min: 0 })`, TITLE],
    ['keeps the quotes', `stat(a, { title: "Old" })`, `stat(a, { title: "New" })`, TITLE],
    ['keeps backticks', 'stat(a, { title: `Old` })', 'stat(a, { title: `New` })', TITLE],
    [
      'is escaped as its quotes ask for',
      `stat(a, { title: 'Old' })`,
      `stat(a, { title: 'Rock \\'n\\' "\\\\roll" \\u202f\${a}' })`.replace('\\u202f', ''),
      { settings: { title: `Rock 'n' "\\roll" \${a}` }, loaded: { title: 'Old' } },
    ],
    [
      'is escaped between backticks',
      'stat(a, { title: `Old` })',
      'stat(a, { title: `\\`\\${a}$b` })',
      { settings: { title: '`${a}$b' }, loaded: { title: 'Old' } },
    ],
    [
      'of what cannot be seen, or is half a character, is an escape',
      `stat(a, { title: 'Old' })`,
      `stat(a, { title: '\\n\\u0007\\ud83d😀\\u2028' })`,
      { settings: { title: '\n\u0007\ud83d😀\u2028' }, loaded: { title: 'Old' } },
    ],
    [
      'is found under a quoted name, and in parentheses',
      `stat(a, ({ 'width': (4) }))`,
      `stat(a, ({ 'width': (6) }))`,
      WIDTH,
    ],
    ['may be written in another way', `stat(a, { width: 0x4 })`, `stat(a, { width: 6 })`, WIDTH],
    ['that is not there is added', `stat(a, { min: 0 })`, `stat(a, { min: 0, width: 6 })`, WIDTH],
    ['is added after a comma', `stat(a, { min: 0, })`, `stat(a, { min: 0, width: 6, })`, WIDTH],
    ['is added to nothing', `stat(a, {})`, `stat(a, { width: 6 })`, WIDTH],
    [
      'is added after a remark',
      `stat(a, { min: 0 /* no less */ })`,
      `stat(a, { min: 0, /* no less */ width: 6 })`,
      WIDTH,
    ],
    [
      'is added on a line of its own',
      `row(\r\n  stat(a, {\r\n    min: 0, // no less\r\n  }),\r\n)`,
      `row(\r\n  stat(a, {\r\n    min: 0, // no less\r\n    width: 6,\r\n  }),\r\n)`,
      WIDTH,
    ],
    [
      'is added after a line without a comma',
      `stat(a, {\n  min: 0 // no less, ever\n})`,
      `stat(a, {\n  min: 0, // no less, ever\n  width: 6,\n})`,
      WIDTH,
    ],
    [
      'of a panel that has none begins them, in the quotes of the file',
      `const a = "b";\nstat(a)`,
      `const a = "b";\nstat(a, { title: "New", width: 6 })`,
      { form: 'signal, settings', settings: { title: 'New', width: 6 } },
    ],
    ['is the one after what is spread', `stat(a, { ...b, width: 4 })`, `stat(a, { ...b, width: 6 })`, WIDTH],
    [
      'is found behind characters of two units, and in a function',
      `const f = () => '😀' && panel\n  .stat(a, { title: 'Old', width: 4 });`,
      `const f = () => '😀' && panel\n  .stat(a, { title: 'New', width: 6 });`,
      { settings: { title: 'New', width: 6 }, loaded: { title: 'Old', width: 4 } },
    ],
    ['behind a byte order mark', `\ufeffstat(a, { width: 4 })`, `\ufeffstat(a, { width: 6 })`, WIDTH],
  ])('%s', (_, before, after, more) => {
    expect(written(before, more)).toBe(after);
  });

  it.each<[string, string, RegExp, Pick<Definition, 'settings'> & Partial<Definition>]>([
    ['is worked out', `stat(a, { title: name('Old') })`, /title is no literal in the file, but name\('Old'\)/, TITLE],
    ['has holes', 'stat(a, { title: `Old${b}` })', /title is no literal/, TITLE],
    ['is a variable', `stat(a, { title })`, /title is no literal in the file, but title/, TITLE],
    ['is spread after it', `stat(a, { title: 'Old', ...b })`, /title may come from \.\.\.b/, TITLE],
    ['may be spread', `stat(a, { ...b })`, /title may come from \.\.\.b/, TITLE],
    ['has a name that is worked out', `stat(a, { ['title']: 'Old' })`, /may come from \['title'\]: 'Old'/, TITLE],
    ['is read by a function', `stat(a, { get title() { return 'Old'; } })`, /title is no literal/, TITLE],
    [
      'is another than the page shows',
      `stat(a, { title: 'Older' })`,
      /'Older' in the file and "Old" on this page/,
      TITLE,
    ],
    ['stands elsewhere', `stat(a, settings)`, /settings, which is no object written there/, TITLE],
    ['stands in a variable', `stat(settings)`, /settings, which is no object/, TITLE],
    ['is spread as an argument', `stat(...a)`, /\.\.\.a, which is no object/, { ...TITLE, form: 'signal, settings' }],
    ['belongs to a call of another kind', `objective({ title: 'Old' })`, /made by objective\(…\)/, TITLE],
    [
      'belongs to several panels',
      `stat(a, { title: 'Old' })`,
      /The same call makes panel b, panel c, panel d and 1 more\./,
      { ...TITLE, alike: ['panel b', 'panel c', 'panel d', 'panel e'] },
    ],
    [
      'has no call',
      `stat(a, { title: 'Old' })`,
      /no call in line 3/,
      { ...TITLE, where: { file: FILE, line: 3, column: 1 } },
    ],
    ['has no place', `stat(a, { title: 'Old' })`, /Nobody knows where/, { ...TITLE, where: {} }],
    ['stands in a file that is broken', `stat(a, { title: 'Old' }`, /cannot be parsed/, TITLE],
  ])('is refused where it %s', (_, before, reason, more) => {
    expect(written(before, more)).toMatch(reason);
    expect(bytes()).toBe(before);
  });
});

const limits = (direction: Limits['direction'], at: Limits['at']): Tried => ({ thresholds: { direction, at } });

describe('limits', () => {
  const both = { loaded: limits('from', { warning: 5, critical: 9 }) };
  it.each<[string, string, string, Pick<Definition, 'settings'> & Partial<Definition>]>([
    [
      'change one by one',
      '{ from: { warning: 5, critical: LIMIT * 2 } }',
      '{ from: { warning: 6, critical: LIMIT * 2 } }',
      { ...both, settings: limits('from', { warning: 6, critical: 9 }) },
    ],
    [
      'change with their sign',
      '{ from: { warning: -5 } }',
      '{ from: { warning: -0.5 } }',
      { loaded: limits('from', { warning: -5 }), settings: limits('from', { warning: -0.5 }) },
    ],
    [
      'change their direction',
      "{ from: { warning: 5, critical: 9 }, reason: 'b' }",
      "{ below: { warning: 5, critical: 4 }, reason: 'b' }",
      { ...both, settings: limits('below', { warning: 5, critical: 4 }) },
    ],
    [
      'go, the first',
      '{ from: { warning: 5, /* c */ critical: 9 } }',
      '{ from: { /* c */ critical: 9 } }',
      { ...both, settings: limits('from', { critical: 9 }) },
    ],
    [
      'go, the last',
      '{ from: { warning: 5, critical: 9 } }',
      '{ from: { warning: 5 } }',
      { ...both, settings: limits('from', { warning: 5 }) },
    ],
    [
      'go, the last of several lines',
      '{ from: {\n  warning: 5, // five\n  critical: 9,\n} }',
      '{ from: {\n  warning: 5, // five\n} }',
      { ...both, settings: limits('from', { warning: 5 }) },
    ],
    [
      'go, the first of several lines',
      '{ from: {\n  warning: 5, // five\n  critical: 9\n} }',
      '{ from: {\n  // five\n  critical: 9\n} }',
      { ...both, settings: limits('from', { critical: 9 }) },
    ],
    [
      'come, a warning first',
      '{ from: { critical: 9 } }',
      '{ from: { warning: 5, critical: 9 } }',
      { loaded: limits('from', { critical: 9 }), settings: limits('from', { warning: 5, critical: 9 }) },
    ],
    [
      'come, a warning first on its line',
      '{ from: {\n    critical: 9,\n  } }',
      '{ from: {\n    warning: 5,\n    critical: 9,\n  } }',
      { loaded: limits('from', { critical: 9 }), settings: limits('from', { warning: 5, critical: 9 }) },
    ],
    [
      'come, a critical one last',
      '{ from: { warning: 5 } }',
      '{ from: { warning: 5, critical: 9 } }',
      { loaded: limits('from', { warning: 5 }), settings: limits('from', { warning: 5, critical: 9 }) },
    ],
    [
      'move to the other level',
      '{ from: { warning: 5 } }',
      '{ from: { critical: 7 } }',
      { loaded: limits('from', { warning: 5 }), settings: limits('from', { critical: 7 }) },
    ],
  ])('%s', (_, before, after, more) => {
    const text = (each: string): string =>
      `export const a = signal({ id: 'a', thresholds: ${each}, whenEmpty: 'zero' });\n`;
    expect(written(text(before), more)).toBe(text(after));
  });

  it('of a signal that has none are added', () => {
    const more = { settings: limits('below', { critical: 1 }) };
    expect(written("signal({ id: 'a' })", more)).toBe("signal({ id: 'a', thresholds: { below: { critical: 1 } } })");
  });

  it.each<[string, string, RegExp, Tried]>([
    [
      'one is worked out',
      '{ from: { warning: 5 * b } }',
      /warning is no literal in the file, but 5 \* b/,
      limits('from', { warning: 6 }),
    ],
    ['all are worked out', 'b', /thresholds is no literal in the file, but b/, limits('from', { warning: 6 })],
    [
      'those of a direction are',
      '{ from: b }',
      /from is no literal in the file, but b/,
      limits('from', { warning: 6 }),
    ],
    ['they are spread', '{ ...b }', /from may come from \.\.\.b/, limits('from', { warning: 6 })],
    [
      'they have the other direction',
      '{ below: { warning: 5 } }',
      /thresholds is no literal/,
      limits('from', { warning: 6 }),
    ],
    ['none would be left', '{ from: { warning: 5 } }', /No limit would be left/, limits('from', {})],
  ])('are refused where %s', (_, before, reason, settings) => {
    const text = `signal({ thresholds: ${before} })`;
    expect(written(text, { settings, loaded: limits('from', { warning: 5 }) })).toMatch(reason);
    expect(bytes()).toBe(text);
  });
});

describe('a file', () => {
  const text = `stat(a, { title: 'Old' })`;
  const write = (file = FILE, changedSince: () => string | undefined = () => undefined) => {
    const outcome = startWriter({ root, changedSince }).write([
      definition(text, { ...TITLE, where: { file, line: 1, column: 1 } }),
    ]);
    return isRefusal(outcome) ? outcome.refused : outcome.places.join();
  };

  it.each<[string, () => string | undefined, RegExp]>([
    ['is outside', () => '../shop.ts', /cannot be read|no definition of this project/],
    [
      'is a link that leads outside',
      () => {
        const outside = mkdtempSync(join(tmpdir(), 'written-outside-'));
        writeFileSync(join(outside, FILE), text);
        symlinkSync(join(outside, FILE), join(root, 'link.ts'));
        return 'link.ts';
      },
      /no definition of this project/,
    ],
    [
      'lies in a folder that is such a link',
      () => {
        const outside = mkdtempSync(join(tmpdir(), 'written-outside-'));
        writeFileSync(join(outside, FILE), text);
        symlinkSync(outside, join(root, 'folder'));
        return 'folder/shop.ts';
      },
      /no definition of this project/,
    ],
    [
      "is a package's",
      () => {
        mkdirSync(join(root, 'node_modules'));
        writeFileSync(join(root, 'node_modules', FILE), text);
        return `node_modules/${FILE}`;
      },
      /no definition of this project/,
    ],
    [
      'is no TypeScript',
      () => {
        writeFileSync(join(root, 'shop.js'), text);
        return 'shop.js';
      },
      /no definition of this project/,
    ],
    ['is gone', () => 'gone.ts', /gone\.ts cannot be read: ENOENT/],
    [
      'is a folder',
      () => {
        mkdirSync(join(root, 'folder.ts'));
        return 'folder.ts';
      },
      /is no file/,
    ],
    [
      'is read-only',
      () => {
        chmodSync(join(root, FILE), 0o444);
        return FILE;
      },
      /is read-only/,
    ],
    [
      'is no UTF-8',
      () => {
        writeFileSync(join(root, FILE), Buffer.concat([Buffer.from(text), Buffer.from([0xff])]));
        return FILE;
      },
      /is not UTF-8/,
    ],
  ])('is left alone where it %s', (_, prepare, reason) => {
    writeFileSync(join(root, FILE), text);
    const names = (): unknown => readdirSync(root, { recursive: true });
    const file = prepare();
    const before = names();
    expect(write(file)).toMatch(reason);
    expect(names()).toEqual(before);
  });

  it('is left alone where it is not what was loaded', () => {
    writeFileSync(join(root, FILE), text);
    expect(write(FILE, () => 'shop.ts was changed since.')).toBe('shop.ts was changed since.');
    expect(bytes()).toBe(text);
  });

  it('keeps its rights, and leaves nothing beside it; what a link inside the project leads to is written', () => {
    writeFileSync(join(root, FILE), text, { mode: 0o640 });
    symlinkSync(FILE, join(root, 'link.ts'));
    expect(write('link.ts')).toBe('link.ts:1');
    expect(bytes()).toBe(text.replace('Old', 'New'));
    expect(statSync(join(root, FILE)).mode & 0o777).toBe(0o640);
    expect(readdirSync(root).sort()).toEqual(['link.ts', FILE]);
  });

  it('is written only where all others can be', () => {
    writeFileSync(join(root, FILE), text);
    writeFileSync(join(root, 'signals.ts'), 'signal({ thresholds: b })');
    const writer = startWriter({ root, changedSince: () => undefined });
    const where = { file: 'signals.ts', line: 1, column: 1 };
    const loaded = limits('from', { warning: 1 });
    const all = [
      definition(text, TITLE),
      definition(text, { where, loaded, settings: limits('from', { warning: 2 }) }),
    ];
    expect(writer.write(all)).toHaveProperty('refused');
    expect(bytes()).toBe(text);
    writeFileSync(join(root, 'signals.ts'), 'signal({ thresholds: { from: { warning: 1 } } })');
    const outcome = writer.write(all);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    expect(readFileSync(join(root, 'signals.ts'), 'utf8')).toContain('warning: 2');
    // One of them was saved since: neither is touched.
    writeFileSync(join(root, 'signals.ts'), '// mine');
    expect(writer.undo(outcome.id)).toEqual({ refused: 'signals.ts was changed since.' });
    expect(bytes()).toBe(text.replace('Old', 'New'));
  });

  it('has what stood there before once it is undone, and once only', () => {
    writeFileSync(join(root, FILE), text);
    const writer = startWriter({ root, changedSince: () => undefined });
    const outcome = writer.write([definition(text, TITLE)]);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    expect(writer.undo(outcome.id)).toBeUndefined();
    expect(bytes()).toBe(text);
    expect(writer.undo(outcome.id)).toEqual({ refused: 'Nothing of that kind was written.' });
  });
});

describe('a model', () => {
  const [first, second] = ['orders', 'queue-length'].map(panelId);
  const asked = (panel: number | undefined, change: Tried, made = shopModel()): readonly Definition[] =>
    // It goes from one process to another.
    JSON.parse(
      JSON.stringify(definitionsOf(made, { dashboard: 'shop', changes: [{ panel: panel ?? 0, change }] }, PANELS)),
    );
  const PANELS = ['timeseries'];

  it('knows the calls that made a panel, of two in one line, and the signal that has its limits', () => {
    const definitions = asked(second, { title: 'Waiting', ...limits('from', { warning: 50, critical: 1000 }) });
    const [
      {
        where: { file = '' },
      } = { where: {} },
    ] = definitions;
    const before = readFileSync(join(process.cwd(), file), 'utf8');
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), before);
    const outcome = startWriter({ root, changedSince: () => undefined }).write(definitions);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    expect(readFileSync(join(root, file), 'utf8')).toBe(
      before
        .replace("(queueLength, { by: ['job'] })", "(queueLength, { by: ['job'], title: 'Waiting' })")
        .replace('from: { warning: 100, critical: 1000 }', 'from: { warning: 50, critical: 1000 }'),
    );
  });

  it('knows what else a call makes, and the same panel on another dashboard', () => {
    const made = (key: string) => timeseries(orders, { key });
    const [one, two] = ['one', 'two'].map(made);
    if (one === undefined || two === undefined) throw new Error('two panels');
    const twice = shopModel({ panels: [one, two], dashboards: [{ ...shopDashboard({ uid: 'other' }, [one]) }] });
    const [found] = asked(panelId('one'), { title: 'A' }, twice);
    expect(found?.alike).toEqual(['panel one of dashboard other', 'panel two of dashboard shop']);
  });

  it('has settings of a signal in its panel, and limits at the signal alone', () => {
    expect(asked(first, limits('from', { warning: 1 })).map(({ what, form }) => [what, form])).toEqual([
      ['signal orders', 'settings'],
    ]);
    expect(asked(first, { title: 'A' }).map(({ what, form }) => [what, form])).toEqual([
      ['panel orders of dashboard shop', 'signal, settings'],
    ]);
    expect(asked(panelId('none'), { title: 'A' })).toEqual([]);
  });
});

const PLACES: ReadonlySet<string> = new Set(['start', 'end', 'raw']);

/** A tree without its places, in which all quotes are the same. */
function treeOf(text: string): unknown {
  const { program } = parseSync(FILE, text);
  const plain = JSON.stringify(program, (key, value) => {
    if (PLACES.has(key)) return undefined;
    return value?.type === 'TemplateLiteral' ? { type: 'Literal', value: value.quasis[0].value.cooked } : value;
  });
  return JSON.parse(plain);
}

const space = fc.constantFrom('', ' ', '\n', '\r\n\t', ' /* a, b */ ', ' // c, {\n');
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
const titles = fc.tuple(text, text).filter(([before, after]) => before !== after);

it('a title is another one, all else is the same, and undoing gives the same bytes', () => {
  const seen = fc.property(
    titles,
    fc.constantFrom(`'`, '"', '`'),
    fc.array(space, { minLength: 6, maxLength: 6 }),
    ([before, after], quote, [a, b, c, d, e, f]) => {
      const literal = JSON.stringify(before)
        .slice(1, -1)
        .replaceAll('\\"', '"')
        .replace(/['"`]|\$\{/g, '\\$&');
      const made = (title: string): string =>
        `export default${c} row([${a}panel.stat(${b}signals.a,${c} {${d}min: 0,${e}title:${f}${title}${a},${b} links: [{ title: 'Old' }] }),\n]);`;
      const file = made(quote + literal + quote);
      if (parseSync(FILE, file).errors.length > 0) throw new Error(file);
      writeFileSync(join(root, FILE), file);
      const writer = startWriter({ root, changedSince: () => undefined });
      const outcome = writer.write([definition(file, { settings: { title: after }, loaded: { title: before } })]);
      if (isRefusal(outcome)) throw new Error(outcome.refused);
      expect(treeOf(bytes())).toEqual(treeOf(made(JSON.stringify(after))));
      expect(writer.undo(outcome.id)).toBeUndefined();
      expect(bytes()).toBe(file);
    },
  );
  fc.assert(seen, { seed: 28, numRuns: 300 });
});
