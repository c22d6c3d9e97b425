/** A report for a terminal: short, the worst first, colours only where they are understood. */
import type { Detail } from '../detail.ts';
import { type Finding, subjectKey, type Touched } from '../finding.ts';
import { KINDS, RANKS, type Rank } from '../kinds.ts';
import { groupedBy } from '../match.ts';
import type { Report } from '../review.ts';
import { countOf, summaryText } from '../summary.ts';
import { contrast, counted, listed, quoted, short } from '../words.ts';

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
  const lines = [...groupedBy(findings, groupOf)].flatMap(([name, all]) =>
    name === '' ? all.flatMap((each) => alone(each, paint, '  ')) : group(name, all, paint),
  );
  return [head, ...lines].join('\n');
}

/** Panels and variables stand below their dashboard. */
function groupOf({ subject, alsoIn }: Finding): string {
  const isWithin = subject.what === 'panel' || subject.what === 'variable';
  const name = isWithin ? (subject.within ?? '') : subject.what === 'dashboard' ? subject.name : '';
  return name === '' ? '' : JSON.stringify([name, subject.place, alsoIn]);
}

/** What is about one dashboard has its file in the head; what is about one of its panels has the title once. */
function group(key: string, findings: readonly Finding[], paint: Paint): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const [name]: readonly string[] = JSON.parse(key);
  const head = `  ${paint('bold', short(name ?? ''))}  ${paint('dim', placeText(first))}`;
  return [head, ...[...groupedBy(findings, subjectKey).values()].flatMap((all) => ofSubject(all, paint))];
}

function ofSubject(findings: readonly Finding[], paint: Paint): readonly string[] {
  const [first] = findings;
  const title = `${quoted(first?.subject.name ?? '')}: `;
  const isOne = findings.length > 1 && findings.every(({ sentence }) => sentence.startsWith(title));
  if (!isOne) return findings.flatMap((each) => within(each, each.sentence, paint, '    '));
  return [
    `    ${quoted(first?.subject.name ?? '')}`,
    ...findings.flatMap((each) => within(each, each.sentence.slice(title.length), paint, '      ')),
  ];
}

function alone(each: Finding, paint: Paint, indent: string): readonly string[] {
  return told(each, `${each.sentence}  ${paint('dim', `${placeText(each)} [${each.id}]`)}`, paint, indent);
}

function within(each: Finding, sentence: string, paint: Paint, indent: string): readonly string[] {
  return told(each, `${sentence}  ${paint('dim', `[${each.id}]`)}`, paint, indent);
}

function told(each: Finding, text: string, paint: Paint, indent: string): readonly string[] {
  const mark = each.rank === 'danger' ? paint('danger', '! ') : '';
  const upgrade = each.origin === 'upgrade' ? '(upgrade) ' : '';
  return [
    `${indent}${mark}${upgrade}${text}`,
    ...(isShown(each) ? each.details.flatMap((detail) => detailLines(detail, paint, `${indent}    `)) : []),
    ...touchedLine(each.touches, paint, `${indent}    `),
  ];
}

/** Expressions and what people are told are worth their lines; what the sentence already says is not. */
function isShown({ kind, details, rank }: Finding): boolean {
  if (rank === 'noise' || details.length === 0) return false;
  return kind === 'alert-text' || details.every(({ what }) => what.startsWith('query ') || what === 'expression');
}

const LONGEST = 160;

function detailLines({ before, after }: Detail, paint: Paint, indent: string): readonly string[] {
  if (before === after) return [];
  const [was, is] =
    before === undefined || after === undefined
      ? [before, after].map((text) => short(text ?? '', LONGEST))
      : contrast(before, after, LONGEST);
  return [
    ...(before === undefined ? [] : [`${indent}${paint('danger', '-')} ${paint('dim', was ?? '')}`]),
    ...(after === undefined ? [] : [`${indent}${paint('panel', '+')} ${paint('dim', is ?? '')}`]),
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
