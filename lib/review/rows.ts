/** The rows of a dashboard before and after. A row has no number: it is known by the panels that stand in it. */
import type { DashboardRecord, PanelRecord } from '../read/records.ts';
import { type Finding, finding, type Said } from './finding.ts';
import type { Pair } from './match.ts';
import { subjectOf } from './subjects.ts';
import { quoted } from './words.ts';

/** Rows that were renamed, from the old title to the new one: most of the panels of the one stand in the other. */
export function heirsOf(
  { before, after }: Pair<DashboardRecord>,
  panels: readonly Pair<PanelRecord>[],
): ReadonlyMap<string, string> {
  const isNew = (row: string): boolean => after.rows.includes(row) && !before.rows.includes(row);
  const gone = before.rows.filter((row) => !after.rows.includes(row));
  return new Map(
    gone.flatMap((row): [string, string][] => {
      const now = panels.filter((pair) => pair.before.row === row).map((pair) => pair.after.row);
      const heir = now.find((each) => isNew(each) && now.filter((other) => other === each).length * 2 > now.length);
      return heir === undefined ? [] : [[row, heir]];
    }),
  );
}

/** Rows that came, went and were renamed. */
export function rowFindings(
  { before, after }: Pair<DashboardRecord>,
  heirs: ReadonlyMap<string, string>,
): readonly Finding[] {
  const known = new Set([...before.rows, ...heirs.values()]);
  const kept = new Set([...after.rows, ...heirs.keys()]);
  const say = (kind: Said['kind'], row: string, sentence: string): Finding =>
    finding({ kind, subject: { ...subjectOf(after), part: row }, sentence });
  return [
    ...[...heirs].map(([row, heir]) => say('row-renamed', heir, `The row ${quoted(heir)} was called ${quoted(row)}.`)),
    ...after.rows
      .filter((row) => !known.has(row))
      .map((row) => say('row-added', row, `The row ${quoted(row)} is new.`)),
    ...before.rows
      .filter((row) => !kept.has(row))
      .map((row) => say('row-removed', row, `The row ${quoted(row)} is removed.`)),
  ];
}
