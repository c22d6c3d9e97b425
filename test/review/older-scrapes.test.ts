/**
 * Recorded answers of exporters of two versions: each name that is gone is told to whoever reads it, and no other. Which
 * names are gone is read from the lines of both files, and not by what is tested.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderSide, type Side, textSide, withFile } from '../../lib/read/side.ts';
import { compared, type Known, type Report, reviewed } from '../../lib/review/review.ts';
import { root } from '../../scripts/project.ts';

const scrapes = join(root, 'test/fixtures/scrapes');
const names = readdirSync(join(scrapes, 'older')).sort();
const textAt = (path: string): string => readFileSync(join(scrapes, path), 'utf8');

/** What stands in front of the labels, or of the value, of each line. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').flatMap((line) => /^[a-zA-Z_:][\w:]*/.exec(line) ?? []));
}

function upgrade(side: Side, name: string, known: Known = {}): Report {
  const before = withFile(side, { name: 'old', path: name, text: textAt(`older/${name}`) });
  const after = withFile(side, { name: 'new', path: name, text: textAt(name) });
  return reviewed(compared(before, after), known);
}

const LOST = new Set(['metric-removed', 'metric-renamed']);

describe('an upgrade breaks what reads a name that is gone:', () => {
  it.each(names)('%s', (name) => {
    const [old, now] = [namesIn(textAt(`older/${name}`)), namesIn(textAt(name))];
    const rules = [...old].map((each) => ({ alert: each, expr: `${each}{job="shop"} > 0` }));
    const side = textSide('rules', { 'rules.json': JSON.stringify({ groups: [{ name: 'all', rules }] }) });
    const { findings } = upgrade(side, name);
    const touched = findings
      .filter(({ kind }) => LOST.has(kind))
      .flatMap(({ touches }) => touches.map((each) => each.name));
    expect([...new Set(touched)].sort()).toEqual([...old].filter((each) => !now.has(each)).sort());
  });
});

describe('what this repository reads', () => {
  const own = folderSide(join(root, 'dist'), { name: 'dist' });
  if (!own.ok) throw new Error(own.problem.found);

  /** The jobs that the recorded answers are of. The three services are one. */
  const jobOf = (name: string): string =>
    ['vote.prom', 'result.prom', 'worker.prom'].includes(name) ? 'voting-app' : name.replace(/(?:-self)?\.prom$/, '');

  it.each(names)('is all in the newer %s, whether its job is named or not', (name) => {
    const { findings } = upgrade(own.value, name);
    expect(findings.filter(({ rank }) => rank === 'danger').map(({ sentence }) => sentence)).toEqual([]);
    expect(upgrade(own.value, name, { jobs: [jobOf(name)] }).findings).toEqual(findings);
  });
});
