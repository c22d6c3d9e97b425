/**
 * A report as a comment of a pull request: the first line and every danger are visible, the rest can be opened.
 *
 * GitHub takes 65,536 characters and refuses what is longer, so that a report is cut before: from the end, where the
 * least important stands, whole sentences at a time, and never without saying so.
 */
import { type Finding, subjectKey } from '../finding.ts';
import type { Report } from '../review.ts';
import { summaryText } from '../summary.ts';
import { counted, short } from '../words.ts';
import { type Cut, markdownPictures } from './markdown-pictures.ts';
import { code, diffText, said } from './markdown-text.ts';
import type { FormOptions } from './options.ts';
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

/** Room for what a comment has besides the report. */
const MOST_UNITS = 60_000;
const MOST_BYTES = 240_000;

/** A piece of Markdown that is whole in itself, in what has to be closed after it. */
interface Piece {
  readonly text: string;
  /** How many findings are lost without it. */
  readonly findings: number;
}

/** Pieces below one head; what opens it is only written with the first of them. */
interface Section {
  readonly open: string;
  readonly pieces: readonly Piece[];
  readonly close: string;
}

/** Pictures are linked when it is known where they lie. */
export interface MarkdownOptions extends Pick<FormOptions, 'commits' | 'repository'> {
  readonly pictures?: readonly Cut[];
}

/** The report as Markdown for GitHub: at most 60,000 UTF-16 units and 240,000 bytes. */
export function markdownReport(report: Report, { pictures = [], commits, repository }: MarkdownOptions = {}): string {
  const head = `**${summaryText(report)}** · ${code(report.from)} → ${code(report.to)}\n`;
  const upgrades = report.findings.filter(isUpgrade);
  const sections = [
    ...outlineOf({ findings: report.findings.filter((each) => !isUpgrade(each)) }).map(sectionOf),
    ...(upgrades.length === 0 ? [] : [upgradeSection(upgrades)]),
  ];
  const text = fitted(head + notesText(report), sections);
  if (commits === undefined || repository === undefined || pictures.length === 0) return text;
  const hasRoom = (more: string): boolean =>
    text.length + more.length <= MOST_UNITS && Buffer.byteLength(text) + Buffer.byteLength(more) <= MOST_BYTES;
  return text + markdownPictures(pictures, { ...commits, repository }, hasRoom);
}

/** More and longer ones would take the room of findings. */
const NOTES = { most: 10, longest: 300 };

function notesText({ notes = [] }: Report): string {
  return notes
    .slice(0, NOTES.most)
    .map((note) => `\n${said(short(note, NOTES.longest))}\n`)
    .join('');
}

/** A danger is a danger wherever it came from. */
const isUpgrade = ({ origin, rank }: Finding): boolean => origin === 'upgrade' && rank !== 'danger';

function sectionOf(block: Block): Section {
  const title = `${block.head} · ${block.count}`;
  const pieces = piecesOf(block);
  if (block.rank === 'danger') return { open: `\n### ${title}\n\n`, pieces, close: '' };
  return folded(title, pieces);
}

function upgradeSection(findings: readonly Finding[]): Section {
  const title = `Came with an upgrade · ${new Set(findings.map(subjectKey)).size}`;
  return folded(title, outlineOf({ findings }).flatMap(piecesOf));
}

/** Without the empty lines GitHub would not read what is inside as Markdown. */
function folded(title: string, pieces: readonly Piece[]): Section {
  return { open: `\n<details><summary>${title}</summary>\n\n`, pieces, close: '\n</details>\n' };
}

function piecesOf({ rank, count, groups, sentences }: Block): readonly Piece[] {
  if (rank !== 'noise') return groups.flatMap(groupPieces);
  const each = Math.ceil(count / Math.max(1, sentences.length));
  return sentences.map((sentence) => ({ text: `- ${said(sentence)}\n`, findings: each }));
}

/** A dashboard's head goes with the first of its panels, so that no head stands alone. */
function groupPieces({ name, place, told }: Group): readonly Piece[] {
  if (name === '') {
    const items = told.flatMap(({ items }) => items);
    return items.map((each) => ({ text: itemText(each, placeText(each.finding)), findings: 1 }));
  }
  const head = `\n**${said(short(name))}** · ${code(place)}\n\n`;
  return told.map((each, index) => ({
    text: `${index === 0 ? head : ''}${toldText(each)}`,
    findings: each.items.length,
  }));
}

function toldText({ title, items }: Told): string {
  if (title === undefined) return items.map((each) => itemText(each)).join('');
  const lines = items.map((each) => indented(itemText(each)));
  return `- **${said(title)}**\n${lines.join('')}`;
}

function itemText({ finding, sentence, details }: Item, place = ''): string {
  const below = [acknowledgedText(finding), touchesText(finding.touches)].filter((each) => each !== '');
  const remarks = [...(place === '' ? [] : [code(place)]), code(finding.id)].join(' ');
  return [
    `- ${said(sentence)} ${remarks}\n`,
    ...below.map((each) => `  ${said(each)}\n`),
    ...details.map((detail) => indented(diffText(detail))),
  ].join('');
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** As many pieces as there is room for; what is left out is said at the end. */
function fitted(head: string, sections: readonly Section[]): string {
  const parts = [head];
  const room = new Room(head + cutText(999_999));
  let lost = 0;
  for (const { open, pieces, close } of sections) {
    const taken = lost > 0 ? 0 : room.taken(open + close, pieces);
    if (taken > 0) parts.push(open, ...pieces.slice(0, taken).map(({ text }) => text), close);
    lost += pieces.slice(taken).reduce((sum, { findings }) => sum + findings, 0);
  }
  return parts.join('') + (lost === 0 ? '' : cutText(lost));
}

function cutText(lost: number): string {
  return `\n_${counted(lost, 'more finding is', 'more findings are')} not shown here: there is no room. The whole report is what \`plainsight diff\` prints._\n`;
}

/** What is left of the limits. */
class Room {
  #units = MOST_UNITS;
  #bytes = MOST_BYTES;

  constructor(reserved: string) {
    this.#take(reserved);
  }

  /** How many of the pieces fit, the frame around them included; nothing is taken when not one does. */
  taken(frame: string, pieces: readonly Piece[]): number {
    const [first] = pieces;
    if (first === undefined || !this.#take(frame + first.text)) return 0;
    const rest = pieces.slice(1).findIndex(({ text }) => !this.#take(text));
    return rest === -1 ? pieces.length : rest + 1;
  }

  #take(text: string): boolean {
    const bytes = Buffer.byteLength(text);
    if (text.length > this.#units || bytes > this.#bytes) return false;
    this.#units -= text.length;
    this.#bytes -= bytes;
    return true;
  }
}
