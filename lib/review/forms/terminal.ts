/** A report for a terminal: short, the worst first, colours only where they are understood. */
import { isDeepStrictEqual } from 'node:util';
import type { Detail } from '../detail.ts';
import type { Finding, Touched } from '../finding.ts';
import { KINDS, RANKS, type Rank } from '../kinds.ts';
import type { Report } from '../review.ts';
import { countOf, summaryText } from '../summary.ts';
import { counted, listed, short } from '../words.ts';

const HEADS: Readonly<Record<Rank, string>> = {
  danger: 'Dangers',
  alert: 'Alerts',
  panel: 'Dashboards and panels',
  other: 'Other changes',
  noise: 'Noise',
};

/** Codes of ECMA-48; a name of a rank is its colour. */
const STYLES = { danger: '31;1', alert: '33', panel: '36', other: '0', noise: '2', bold: '1', dim: '2' } as const;
type Paint = (style: keyof typeof STYLES, text: string) => string;

const painted: Paint = (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

/** The whole report as lines. */
export function terminalText(report: Report, { colours }: { readonly colours: boolean }): string {
  const paint = colours ? painted : plain;
  const blocks = RANKS.flatMap((rank) => {
    const findings = report.findings.filter((each) => each.rank === rank);
    return findings.length === 0 ? [] : [block(rank, findings, paint)];
  });
  const head = `${paint('bold', summaryText(report))}  ${paint('dim', `${short(report.from)} → ${short(report.to)}`)}`;
  return `${[head, ...blocks].join('\n\n')}\n`;
}

function block(rank: Rank, findings: readonly Finding[], paint: Paint): string {
  const head = `${paint(rank, HEADS[rank])} ${paint('dim', String(countOf(findings, rank)))}`;
  if (rank === 'noise') return [head, ...noise(findings, paint)].join('\n');
  const groups = new Map<string, Finding[]>();
  for (const each of findings) {
    const group = groupOf(each);
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const lines = [...groups].flatMap(([name, all]) => [
    ...(name === '' ? [] : [`  ${paint('bold', short(name))}`]),
    ...all.flatMap((each) => lineOf(each, paint, name === '' ? '  ' : '    ')),
  ]);
  return [head, ...lines].join('\n');
}

/** Panels and variables stand below their dashboard. */
function groupOf({ subject, rank }: Finding): string {
  if (rank === 'danger' && subject.what === 'alert') return '';
  if (subject.what === 'panel' || subject.what === 'variable') return subject.within ?? '';
  return subject.what === 'dashboard' ? subject.name : '';
}

function lineOf(each: Finding, paint: Paint, indent: string): readonly string[] {
  const upgrade = each.origin === 'upgrade' ? ' (upgrade)' : '';
  const place = paint('dim', `${placeText(each)} [${each.id}]`);
  return [
    `${indent}${each.rank === 'danger' ? paint('danger', '! ') : ''}${each.sentence}${upgrade}  ${place}`,
    ...(isShown(each) ? each.details.flatMap((detail) => detailLines(detail, paint, `${indent}    `)) : []),
    ...touchedLine(each.touches, paint, `${indent}    `),
  ];
}

/** Expressions are worth their lines; what the sentence already says is not. */
function isShown({ details, rank }: Finding): boolean {
  return (
    rank !== 'noise' &&
    details.length > 0 &&
    details.every(({ what }) => what.startsWith('query') || what === 'expression')
  );
}

const LONGEST = 160;

function detailLines({ before, after }: Detail, paint: Paint, indent: string): readonly string[] {
  if (isDeepStrictEqual(before, after)) return [];
  return [
    ...(before === undefined ? [] : [`${indent}${paint('danger', '-')} ${paint('dim', short(before, LONGEST))}`]),
    ...(after === undefined ? [] : [`${indent}${paint('panel', '+')} ${paint('dim', short(after, LONGEST))}`]),
  ];
}

function touchedLine(touches: readonly Touched[], paint: Paint, indent: string): readonly string[] {
  if (touches.length === 0) return [];
  const names = touches.map(
    ({ what, name, via }) =>
      `${what} ${short(name)}${via.length === 0 ? '' : ` through ${listed(via.map((each) => short(each)))}`}`,
  );
  return [`${indent}${paint('dim', `read by ${listed(names)}`)}`];
}

function placeText({ subject: { place }, alsoIn }: Finding): string {
  const line = place.line === undefined ? '' : `:${place.line}`;
  const inside = place.inside === undefined ? '' : `#${short(place.inside)}`;
  const more = alsoIn.length === 0 ? '' : ` and ${counted(alsoIn.length, 'more file')}`;
  return `${short(place.file)}${inside}${line}${more}`;
}

/** One sentence a kind, with the reason why it is noise. */
function noise(findings: readonly Finding[], paint: Paint): readonly string[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const all = findings.filter((each) => each.kind === kind);
    const [first] = all;
    const more = all.length > 1 ? ` And ${counted(all.length - 1, 'finding')} more of the sort.` : '';
    return `  ${paint('dim', `${first?.sentence ?? ''}${more} ${KINDS[kind].why}`)}`;
  });
}
