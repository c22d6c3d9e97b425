/** A report for a terminal: short, the worst first, colours only where they are understood. */
import type { Detail } from '../detail.ts';
import type { Report } from '../review.ts';
import { summaryText } from '../summary.ts';
import { contrast, short } from '../words.ts';
import {
  acknowledgedText,
  type Block,
  type Group,
  type Item,
  outlineOf,
  placeText,
  type Told,
  touchesText,
} from './outline.ts';

/** Codes of ECMA-48; a name of a rank is its colour. */
const STYLES = { danger: '31;1', alert: '33', panel: '36', other: '0', noise: '2', bold: '1', dim: '2' } as const;
type Paint = (style: keyof typeof STYLES, text: string) => string;

const painted: Paint = (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

/** The whole report as lines. */
export function terminalText(report: Report, { colours }: { readonly colours: boolean }): string {
  const paint = colours ? painted : plain;
  const head = `${paint('bold', summaryText(report))}  ${paint('dim', `${short(report.from)} → ${short(report.to)}`)}`;
  const notes = (report.notes ?? []).map((note) => paint('dim', note)).join('\n');
  const blocks = outlineOf(report).map((each) => block(each, paint));
  return `${[head, ...blocks, ...(notes === '' ? [] : [notes])].join('\n\n')}\n`;
}

function block({ rank, head, count, groups, sentences }: Block, paint: Paint): string {
  return [
    `${paint(rank, head)} ${paint('dim', String(count))}`,
    ...groups.flatMap((each) => (each.name === '' ? alone(each, paint) : group(each, paint))),
    ...sentences.map((each) => `  ${paint('dim', each)}`),
  ].join('\n');
}

/** What is about no dashboard says its file itself. */
function alone({ told }: Group, paint: Paint): readonly string[] {
  const items = told.flatMap(({ items }) => items);
  return items.flatMap((each) => item(each, `${placeText(each.finding)} [${each.finding.id}]`, paint, '  '));
}

/** What is about one dashboard has its file in the head; what is about one of its panels has the title once. */
function group({ name, place, told }: Group, paint: Paint): readonly string[] {
  return [`  ${paint('bold', short(name))}  ${paint('dim', place)}`, ...told.flatMap((each) => ofSubject(each, paint))];
}

function ofSubject({ title, items }: Told, paint: Paint): readonly string[] {
  const indent = title === undefined ? '    ' : '      ';
  const lines = items.flatMap((each) => item(each, `[${each.finding.id}]`, paint, indent));
  return title === undefined ? lines : [`    ${title}`, ...lines];
}

function item({ finding, sentence, details }: Item, remark: string, paint: Paint, indent: string): readonly string[] {
  const mark = finding.rank === 'danger' ? paint('danger', '! ') : '';
  const upgrade = finding.origin === 'upgrade' ? '(upgrade) ' : '';
  const remarks = [acknowledgedText(finding), touchesText(finding.touches)].filter((each) => each !== '');
  return [
    `${indent}${mark}${upgrade}${sentence}  ${paint('dim', remark)}`,
    ...details.flatMap((detail) => detailLines(detail, paint, `${indent}    `)),
    ...remarks.map((each) => `${indent}    ${paint('dim', each)}`),
  ];
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
