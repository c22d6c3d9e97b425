/** The rows of a dashboard before and after. A row has no number: it is known by the panels that stand in it. */
import type { DashboardRecord, PanelRecord, RowRecord } from '../read/records.ts';
import { type Finding, type FindingInput, finding } from './finding.ts';
import type { Pair } from './match.ts';
import { subjectOf } from './subjects.ts';
import { quoted, short } from './words.ts';

/**
 * Rows that were renamed, from the old title to the new one: most of the panels of the one stand in the other, and most
 * of those there come from it. Of rows that are put together, that is one at most.
 */
export function heirsOf(
  { before, after }: Pair<DashboardRecord>,
  panels: readonly Pair<PanelRecord>[],
): ReadonlyMap<string, string> {
  const [was, is] = [titlesOf(before), titlesOf(after)];
  const isNew = (row: string): boolean => is.includes(row) && !was.includes(row);
  const gone = was.filter((row) => !is.includes(row));
  return new Map(
    gone.flatMap((row): [string, string][] => {
      const left = panels.filter((pair) => pair.before.row === row);
      const heir = left
        .map((pair) => pair.after.row)
        .find((each) => {
          const there = panels.filter((pair) => pair.after.row === each);
          const came = there.filter((pair) => pair.before.row === row).length;
          return isNew(each) && came * 2 > left.length && came * 2 > there.length;
        });
      return heir === undefined ? [] : [[row, heir]];
    }),
  );
}

const titlesOf = ({ rows }: DashboardRecord): readonly string[] => rows.map(({ title }) => title);

/** Rows that came, went and were renamed. */
export function rowFindings(
  { before, after }: Pair<DashboardRecord>,
  heirs: ReadonlyMap<string, string>,
): readonly Finding[] {
  const [was, is] = [titlesOf(before), titlesOf(after)];
  const known = new Set([...was, ...heirs.values()]);
  const kept = new Set([...is, ...heirs.keys()]);
  const say = (kind: FindingInput['kind'], row: string, sentence: string): Finding =>
    finding({ kind, subject: { ...subjectOf(after), part: row }, sentence });
  return [
    ...[...heirs].map(([row, heir]) => say('row-renamed', heir, `The row ${quoted(heir)} was called ${quoted(row)}.`)),
    ...is.filter((row) => !known.has(row)).map((row) => say('row-added', row, `The row ${quoted(row)} is new.`)),
    ...was.filter((row) => !kept.has(row)).map((row) => say('row-removed', row, `The row ${quoted(row)} is removed.`)),
    ...after.rows.flatMap((row) =>
      changesOf(row, { before, heirs }).map((sentence) => say('row-changed', row.title, sentence)),
    ),
  ];
}

function changesOf(
  row: RowRecord,
  { before, heirs }: { readonly before: DashboardRecord; readonly heirs: ReadonlyMap<string, string> },
): readonly string[] {
  const was = before.rows.find(({ title }) => (heirs.get(title) ?? title) === row.title);
  if (was === undefined) return [];
  const name = `The row ${quoted(row.title)}`;
  return [
    ...(was.folded === row.folded
      ? []
      : [`${name} is ${row.folded ? 'folded' : 'open'} when the dashboard is opened.`]),
    ...(was.repeat === row.repeat
      ? []
      : [`${name} is repeated for ${short(row.repeat) || 'nothing'} instead of ${short(was.repeat) || 'nothing'}.`]),
  ];
}
