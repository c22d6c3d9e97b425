/** Whatever changes in a file is told, and nothing is told where nothing changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { textSide } from '../../lib/read/side.ts';
import { formNamed } from '../../lib/review/forms/form.ts';
import { KINDS } from '../../lib/review/kinds.ts';
import { type Report, review } from '../../lib/review/review.ts';
import { root } from '../../scripts/project.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const dashboard = readFileSync(join(root, 'dist/grafana/dashboards/voting-app-database.json'), 'utf8');
const rules = readFileSync(join(root, 'dist/prometheus/rules/redis.yml'), 'utf8');

function compared(before: string, after: string, path = 'a.json'): Report {
  return review(textSide('before', { [path]: before }), textSide('after', { [path]: after }));
}

/** Every value that is no list and no object, by the way to it. */
function leaves(value: Json, way: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [way];
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...way, Array.isArray(value) ? Number(key) : key]),
  );
}

function changedAt(value: Json, way: readonly (string | number)[], change: (old: Json) => Json): Json {
  const [first, ...rest] = way;
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((each, at) => (at === first ? changedAt(each, rest, change) : each));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === first ? changedAt(each, rest, change) : each]),
  );
}

const other = (old: Json): Json => {
  if (typeof old === 'number') return old + 1;
  if (typeof old === 'boolean') return !old;
  return old === null ? 7 : `${String(old)}x`;
};

function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, shuffled(each)]),
  );
}

/**
 * How an editor remembers a query, what only repeats a name, in which of several ways a value that is mapped is asked
 * after first, and where a row's own line stands, whose panels tell it.
 */
const MEANS_NOTHING =
  /(?:\.editorMode|\.current\.text(?:\.\d+)?|\.mappings\.\d+\.options\.-?\d+\.index|^panels\.\d+\.(?:id|gridPos\.\w))$/;

describe('a dashboard', () => {
  const parsed: Json = JSON.parse(dashboard);

  it('of which any one value changed is told to have changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves(parsed)), (way) => {
        const report = compared(dashboard, JSON.stringify(changedAt(parsed, way, other)));
        const told = report.findings.filter(({ kind }) => kind !== 'file-rewritten');
        if (MEANS_NOTHING.test(way.join('.'))) return;
        expect(told.length, way.join('.')).toBeGreaterThan(0);
      }),
      { seed: 42, numRuns: 150 },
    );
  });

  it('that says the same in another order of keys is noise', () => {
    const report = compared(dashboard, JSON.stringify(shuffled(parsed)));
    expect(report.findings.map(({ kind }) => kind)).toEqual(['file-rewritten']);
  });
});

describe.each(['dist/prometheus/prometheus.yml', 'dist/compose.yaml'])('%s', (path) => {
  const parsed: Json = parse(readFileSync(join(root, path), 'utf8'));
  const text = stringify(parsed);

  it('of which any one value changed is told to have changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves(parsed)), (way) => {
        const report = compared(text, stringify(changedAt(parsed, way, other)), 'a.yml');
        expect(report.findings.filter(({ rank }) => rank !== 'noise').length, way.join('.')).toBeGreaterThan(0);
      }),
      { seed: 42, numRuns: 60 },
    );
  });

  it('that says the same in another order of keys is noise', () => {
    const report = compared(text, stringify(shuffled(parsed)), 'a.yml');
    expect(report.findings.map(({ rank }) => rank).filter((rank) => rank !== 'noise')).toEqual([]);
  });
});

describe('rules', () => {
  const lines = rules.split('\n');
  const words = lines.flatMap((line, at) =>
    /^\s+(?:- )?(?:for|severity|service|summary|keep_firing_for): \S/.test(line) ? [at] : [],
  );

  it.each(words)('line %d', (at) => {
    const changed = lines.map((line, index) => (index === at ? line.replace(/: (\S+)/, ': 1$1') : line)).join('\n');
    expect(compared(rules, changed, 'a.yml').findings.length).toBeGreaterThan(0);
  });
});

describe('a title', () => {
  it('moves no cursor and hides nothing, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u001b[2J', '\u202egnp.exe', 'a\r\nb', '@everyone <b>**x**</b>'),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const of = (title: string): string =>
          JSON.stringify({
            uid: 'a',
            title,
            schemaVersion: 42,
            panels: [{ id: 1, type: title, title, targets: [{ refId: 'A', expr: title }] }],
          });
        const report = compared(of(before), of(after));
        const printed = formNamed('terminal')?.(report, { colours: false }) ?? '';
        expect(printed).not.toMatch(/(?!\u200d)\p{Cf}|[\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
        for (const { sentence } of report.findings) expect(sentence).not.toContain('\n');
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});

it('two sides that are equal have nothing to tell', () => {
  expect(compared(dashboard, dashboard).findings).toEqual([]);
});

it('every kind says why in one sentence', () => {
  for (const [kind, { reason }] of Object.entries(KINDS)) expect(reason, kind).toMatch(/^[A-Z].*\.$/);
});
