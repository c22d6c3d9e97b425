/**
 * A report as one HTML file that works from the disk: nothing is loaded, and without its script everything can still be
 * read. The first line and the dangers are always visible, and only noise is folded.
 */
import { htmlPage, htmlText } from '../../emit/html.ts';
import type { Detail } from '../detail.ts';
import type { Finding, Touched } from '../finding.ts';
import { KINDS } from '../kinds.ts';
import type { PanelPictures } from '../pictures.ts';
import type { Report } from '../review.ts';
import { summaryText } from '../summary.ts';
import { listed, short } from '../words.ts';
import { picturesHtml } from './html-pictures.ts';
import { SCRIPT, STYLE } from './html-style.ts';
import { marked, type Part } from './marked.ts';
import type { FormOptions } from './options.ts';
import { acknowledgedText, type Block, type Group, type Item, outlineOf, placeText, type Told } from './outline.ts';

/** What the page says under one head. */
interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly block: Block;
}

/** Where a finding's pictures come from; each is shown once, with the first that is about its panel. */
type TakePictures = (finding: Finding) => PanelPictures | undefined;

/** Were an escape ever forgotten, nothing could be loaded all the same. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`;

/** The report as a page. */
export function htmlReport(report: Report, { pictures = [] }: Pick<FormOptions, 'pictures'>): string {
  const title = summaryText(report);
  const all = chapters(report);
  const left = byPanel(pictures);
  const told = all.map((each) => chapterHtml(each, takingFrom(left)));
  const others = otherPictures([...left.values()]);
  const body = [
    `<header><h1>${htmlText(title)}</h1><p><code>${htmlText(short(report.from))}</code> → <code>${htmlText(short(report.to))}</code></p></header>`,
    outlineHtml(all, others.length > 0 ? '<li><a href="#pictures">Pictures</a></li>' : ''),
    '<main>',
    ...told,
    ...others,
    ...(report.notes ?? []).map((note) => `<p class="note">${htmlText(note)}</p>`),
    '</main>',
  ];
  return htmlPage({ title, head: [POLICY], style: STYLE, body, script: SCRIPT });
}

/** What somebody changed, then what came with an upgrade. A danger is a danger wherever it came from. */
function chapters({ findings }: Report): readonly Chapter[] {
  const isUpgrade = ({ origin, rank }: Finding): boolean => origin === 'upgrade' && rank !== 'danger';
  const own = outlineOf({ findings: findings.filter((each) => !isUpgrade(each)) });
  const upgrades = outlineOf({ findings: findings.filter(isUpgrade) });
  return [
    ...own.map((block) => ({ id: block.rank, title: block.head, block })),
    ...upgrades.map((block) => ({ id: `upgrade-${block.rank}`, title: `Came with an upgrade: ${block.head}`, block })),
  ];
}

function outlineHtml(all: readonly Chapter[], last: string): string {
  if (all.length === 0) return '';
  const entries = all.map(({ id, title, block }) => {
    const named = new Map<string, string>();
    for (const [at, { name }] of block.groups.entries()) {
      if (name !== '' && !named.has(name)) named.set(name, groupId(id, at));
    }
    const below = [...named]
      .map(([name, anchor]) => `<li><a href="#${anchor}">${htmlText(short(name))}</a></li>`)
      .join('');
    return `<li><a class="${block.rank}" href="#${id}">${title} <span>${block.count}</span></a>${below === '' ? '' : `<ul>${below}</ul>`}</li>`;
  });
  return `<nav aria-label="Outline"><ul>${entries.join('')}${last}</ul></nav>`;
}

const groupId = (chapter: string, at: number): string => `${chapter}-${at + 1}`;

function chapterHtml({ id, title, block }: Chapter, take: TakePictures): string {
  const head = `<h2>${title} <span>${block.count}</span></h2>`;
  const noise = block.sentences.map((each) => `<li>${htmlText(each)}</li>`).join('\n');
  const inside =
    noise === ''
      ? block.groups.map((group, at) => groupHtml(group, groupId(id, at), take)).join('\n')
      : `<details><summary>What makes no difference, and why</summary><ul class="items">${noise}</ul></details>`;
  return `<section id="${id}" class="${block.rank}">\n${head}\n${inside}\n</section>`;
}

function groupHtml({ name, place, told }: Group, id: string, take: TakePictures): string {
  if (name === '') {
    const items = told.flatMap(({ items }) => items);
    return `<ul class="items">${items.map((each) => itemHtml(each, take, placeText(each.finding))).join('\n')}</ul>`;
  }
  const head = `<h3 id="${id}">${htmlText(short(name))} <code>${htmlText(place)}</code></h3>`;
  return `${head}\n<ul class="items">${told.map((each) => toldHtml(each, take)).join('\n')}</ul>`;
}

function toldHtml({ title, items }: Told, take: TakePictures): string {
  const inside = items.map((each) => itemHtml(each, take)).join('\n');
  return title === undefined ? inside : `<li><strong>${htmlText(title)}</strong><ul class="items">${inside}</ul></li>`;
}

function itemHtml({ finding, sentence, details }: Item, take: TakePictures, place = ''): string {
  const { id, kind, rank, touches } = finding;
  const pictures = take(finding);
  const known = acknowledgedText(finding);
  const remarks = [
    ...(place === '' ? [] : [`<code>${htmlText(place)}</code>`]),
    `<span>${kind}</span>`,
    `<code>${htmlText(id)}</code>`,
  ];
  return [
    `<li class="finding" data-id="${htmlText(id)}"><p>${htmlText(sentence)}</p>`,
    ...(rank === 'danger' ? [`<p class="why">${htmlText(KINDS[kind].reason)}</p>`] : []),
    ...details.map(detailHtml),
    ...(touches.length === 0 ? [] : [touchesHtml(touches)]),
    ...(known === '' ? [] : [`<p class="why">${htmlText(known)}</p>`]),
    ...(pictures === undefined ? [] : [picturesHtml(pictures)]),
    `<p class="remarks">${remarks.join(' ')}</p></li>`,
  ].join('\n');
}

/** Nobody reads an expression to its end that is longer; it stands whole in its file. */
const LONGEST = 8_000;

function detailHtml({ what, before, after }: Detail): string {
  if (before === after) return '';
  const [was, is] = [before, after].map((text) => text?.slice(0, LONGEST));
  const both = marked(was ?? '', is ?? '');
  const isPair = was !== undefined && is !== undefined;
  const lines = [
    ...(was === undefined
      ? []
      : [`<div class="before"><span>before</span><code>${partsHtml(both.before, isPair, 'del')}</code></div>`]),
    ...(is === undefined
      ? []
      : [
          `<div class="after"><span>${isPair ? 'after' : 'new'}</span><code>${partsHtml(both.after, isPair, 'ins')}</code></div>`,
        ]),
  ];
  return `<div class="change" role="group" aria-label="${htmlText(short(what))}">${lines.join('')}</div>`;
}

function partsHtml(parts: readonly Part[], isPair: boolean, tag: 'del' | 'ins'): string {
  const isMarked = ({ isSame }: Part): boolean => isPair && !isSame;
  return parts
    .map((part) => (isMarked(part) ? `<${tag}>${htmlText(part.text)}</${tag}>` : htmlText(part.text)))
    .join('');
}

/** As many as are said in one line; of more, all are listed when somebody asks. */
const IN_A_LINE = 3;

function touchesHtml(touches: readonly Touched[]): string {
  const names = touches.map(({ what, name, via }) => {
    const through = via.length === 0 ? '' : ` through ${listed(via.map((each) => short(each)))}`;
    return `${what} ${short(name)}${through}`;
  });
  if (names.length <= IN_A_LINE) return `<p class="touches">read by ${htmlText(listed(names))}</p>`;
  const all = names.map((each) => `<li>${htmlText(each)}</li>`).join('');
  return `<details class="touches"><summary>read by ${names.length} others, first ${htmlText(names[0] ?? '')}</summary><ul>${all}</ul></details>`;
}

/** The first picture of a panel counts: other environments draw the same. */
function byPanel(pictures: readonly PanelPictures[]): Map<string, PanelPictures> {
  return new Map([...pictures].reverse().map((each) => [pictureKey(each.dashboard, each.panel), each]));
}

function takingFrom(left: Map<string, PanelPictures>): TakePictures {
  return ({ subject: { what, dashboard, id } }) => {
    if (what !== 'panel' || dashboard === undefined || id === undefined) return undefined;
    const key = pictureKey(dashboard, id);
    const found = left.get(key);
    left.delete(key);
    return found;
  };
}

/** Panels of which several are told in one sentence. */
function otherPictures(left: readonly PanelPictures[]): readonly string[] {
  if (left.length === 0) return [];
  const items = [...left].reverse().map((each) => {
    const title = `<p>${htmlText(short(each.title))} <code>${htmlText(short(each.dashboard))}</code></p>`;
    return `<li>${title}${picturesHtml(each)}</li>`;
  });
  return [
    `<section id="pictures"><h2>Other panels that are drawn differently <span>${left.length}</span></h2>`,
    `<ul class="items">${items.join('\n')}</ul></section>`,
  ];
}

const pictureKey = (dashboard: string, panel: string): string => JSON.stringify([dashboard, panel]);
