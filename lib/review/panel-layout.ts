/** Where panels stand: those that somebody moved, and those that only made room. */
import type { DashboardRecord, PanelRecord } from '../read/records.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { groupedBy, outOfOrder, type Pair } from './match.ts';
import { subjectOf } from './subjects.ts';
import { counted, listed, quoted } from './words.ts';

/** What else happened to the dashboard. */
interface LayoutContext {
  /** Rows that were renamed, from their old titles to the new ones. */
  readonly heirs: ReadonlyMap<string, string>;
  readonly othersCameOrWent: boolean;
}

/** What happened to the places of the panels that were there before. */
export function layoutFindings(
  dashboard: DashboardRecord,
  pairs: readonly Pair<PanelRecord>[],
  { heirs, othersCameOrWent }: LayoutContext,
): readonly Finding[] {
  const subject = subjectOf(dashboard);
  const elsewhere = pairs.filter(({ before, after }) => (heirs.get(before.row) ?? before.row) !== after.row);
  const left = new Set(elsewhere);
  const stayed = pairs.filter((pair) => !left.has(pair));
  const reordered = reorderedOf(stayed);
  const resized = stayed.filter(({ before, after }) => sizeOf(before) !== sizeOf(after));
  const told = new Set([...reordered, ...resized]);
  const shifted = stayed.filter((pair) => placeOf(pair.before) !== placeOf(pair.after) && !told.has(pair));
  const rowsLost = new Set(elsewhere.map(({ before }) => before.row));
  return [
    ...[...rowsLost].flatMap((row) =>
      movedFrom(
        subject,
        elsewhere.filter(({ before }) => before.row === row),
      ),
    ),
    ...passing(subject, reordered, { stayed, othersCameOrWent }),
    ...named('panel-resized', subject, resized, 'of another size'),
    ...(shifted.length === 0
      ? []
      : [
          finding({
            kind: 'panels-shifted',
            subject,
            sentence: `${counted(shifted.length, 'panel')} of ${quoted(dashboard.title)} ${shifted.length === 1 ? 'makes' : 'make'} room.`,
            count: shifted.length,
          }),
        ]),
  ];
}

const sizeOf = ({ grid }: PanelRecord): string => (grid === undefined ? '' : `${grid.w}×${grid.h}`);
const placeOf = ({ grid }: PanelRecord): string => (grid === undefined ? '' : `${grid.x}/${grid.y}`);

/** Panels that passed others of their row: read from left to right, line by line. */
function reorderedOf(pairs: readonly Pair<PanelRecord>[]): readonly Pair<PanelRecord>[] {
  const placed = pairs.filter(({ before, after }) => before.grid !== undefined && after.grid !== undefined);
  return [...groupedBy(placed, ({ after }) => after.row).values()].flatMap(reorderedIn);
}

function reorderedIn(row: readonly Pair<PanelRecord>[]): readonly Pair<PanelRecord>[] {
  const before = [...row].sort((a, b) => reading(a.before, b.before));
  const places = new Map(before.map((pair, index) => [pair, index]));
  const after = [...row].sort((a, b) => reading(a.after, b.after));
  const moved = outOfOrder(after.map((pair) => places.get(pair) ?? 0));
  return after.filter((_, index) => moved.has(index));
}

function reading({ grid: a }: PanelRecord, { grid: b }: PanelRecord): number {
  return (a?.y ?? 0) - (b?.y ?? 0) || (a?.x ?? 0) - (b?.x ?? 0);
}

/** One panel is told with the one that it stands behind; of several, that they do. */
function passing(
  subject: Subject,
  moved: readonly Pair<PanelRecord>[],
  { stayed, othersCameOrWent }: { readonly stayed: readonly Pair<PanelRecord>[]; readonly othersCameOrWent: boolean },
): readonly Finding[] {
  const where = othersCameOrWent ? 'in another place' : 'in another order';
  const [one, ...others] = moved;
  if (one === undefined || others.length > 0) return named('panel-moved', subject, moved, where);
  const row = stayed.map(({ after }) => after).filter((each) => each.row === one.after.row && each.grid !== undefined);
  const inOrder = [...row].sort(reading);
  const behind = inOrder[inOrder.indexOf(one.after) - 1];
  const place = behind === undefined ? 'comes first now' : `comes after ${quoted(behind.title)} now`;
  const sentence = `${quoted(one.after.title)} ${place}${one.after.row === '' ? '' : `, in the row ${quoted(one.after.row)}`}.`;
  return [finding({ kind: 'panel-moved', subject: { ...subject, part: where }, sentence })];
}

function movedFrom(subject: Subject, pairs: readonly Pair<PanelRecord>[]): readonly Finding[] {
  const targets = [...new Set(pairs.map(({ after }) => after.row))];
  return targets.flatMap((row) => {
    const there = pairs.filter(({ after }) => after.row === row);
    const from = there[0]?.before.row ?? '';
    const where =
      row === '' ? `out of ${quoted(from)}` : `to ${quoted(row)}${from === '' ? '' : ` from ${quoted(from)}`}`;
    return named('panel-moved', subject, there, where);
  });
}

function named(
  kind: 'panel-moved' | 'panel-resized',
  subject: Subject,
  pairs: readonly Pair<PanelRecord>[],
  where: string,
): readonly Finding[] {
  if (pairs.length === 0) return [];
  const titles = pairs.map(({ after }) => quoted(after.title));
  const verb =
    kind === 'panel-moved' ? (pairs.length === 1 ? 'is moved' : 'are moved') : pairs.length === 1 ? 'is' : 'are';
  const isPlace = where.startsWith('in ') && kind === 'panel-moved';
  const sentence = isPlace
    ? `${listed(titles)} ${pairs.length === 1 ? 'stands' : 'stand'} ${where}.`
    : `${listed(titles)} ${verb} ${where}.`;
  return [finding({ kind, subject: { ...subject, part: where }, sentence })];
}
