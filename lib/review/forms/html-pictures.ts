/**
 * A panel's pictures before and after in a page: beside each other, one over the other with a line between them that is
 * drawn by hand, by turns, or only what differs. As images they load nothing and run nothing, whoever drew them.
 */
import { htmlText } from '../../emit/html.ts';
import type { PanelPicture, PanelPictures } from '../pictures.ts';
import { counted, short } from '../words.ts';

/** The ways to look at two pictures; without a script it is the first. */
const VIEWS = [
  ['beside', 'Side by side'],
  ['swipe', 'Swipe'],
  ['flicker', 'Flicker'],
  ['contrast', 'Only what differs'],
] as const;

/** Both pictures with the switch between them, or the one there is. */
export function picturesHtml(pictures: PanelPictures): string {
  const { before, after, differing } = pictures;
  const name = short(pictures.title);
  if (before === undefined || after === undefined) {
    const [picture, when] = after === undefined ? [before, 'before'] : [after, 'new'];
    if (picture === undefined) return '';
    return `<figure class="pictures beside"><div class="stage">${sideHtml(picture, when, name)}</div><figcaption>${SAMPLE}</figcaption></figure>`;
  }
  const group = htmlText(`${pictures.dashboard}/${pictures.panel}`);
  const choices = VIEWS.map(([view, label], at) => {
    const checked = at === 0 ? ' checked' : '';
    return `<label><input type="radio" name="view of ${group}" value="${view}"${checked}>${label}</label>`;
  });
  const shape = before.width > WIDE || after.width > WIDE ? 'wide' : 'narrow';
  return [
    `<figure class="pictures beside" data-shape="${shape}">`,
    `<fieldset><legend>Pictures of ${htmlText(name)}</legend>${choices.join('')}</fieldset>`,
    `<div class="stage">${sideHtml(before, 'before', name)}${sideHtml(after, 'after', name)}</div>`,
    `<input class="line" type="range" min="0" max="100" value="50" aria-label="How much of ${htmlText(name)} is shown as it was before">`,
    `<figcaption>${counted(differing, 'element is', 'elements are')} drawn differently. ${SAMPLE}</figcaption>`,
    '</figure>',
  ].join('\n');
}

/** Two that are wider stand below each other. */
const WIDE = 700;

const SAMPLE = 'The values are invented.';

function sideHtml({ svg, contrast, width }: PanelPicture, when: string, name: string): string {
  const alt = `${htmlText(name)}, ${when}`;
  return [
    `<div class="side ${when}"><span>${when}</span>`,
    `<img class="whole" width="${width}" src="${address(svg)}" alt="${alt}">`,
    `<img class="contrast" width="${width}" src="${address(contrast)}" alt="${alt}, with what is the same faded">`,
    '</div>',
  ].join('');
}

const address = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
