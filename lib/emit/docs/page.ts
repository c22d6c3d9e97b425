/**
 * `index.html`: the index as one page that works from the disk, without a server: it can be searched, and has the
 * pictures. Everything from a definition is escaped, and no address of it is a script.
 */
import type { ResolvedModel } from '../../model/resolved.ts';
import { htmlPage, htmlText } from '../html.ts';
import { type Cell, type Picture, type Piece, pieces, type Section } from './cell.ts';

/** The page, of its sections. */
export function indexPage({ profile }: ResolvedModel, sections: readonly Section[]): string {
  const title = `Monitoring, profile ${profile}`;
  const body = [
    '<header>',
    `<h1>${htmlText(title)}</h1>`,
    '<label>Search <input type="search" id="search" placeholder="a metric, an alert, a panel"></label>',
    '<p id="found" role="status"></p>',
    `<nav aria-label="Sections">${sections.map(({ title }) => `<a href="#${idOf(title)}">${htmlText(title)}</a>`).join(' ')}</nav>`,
    '</header>',
    '<main>',
    ...sections.map(htmlSection),
    '</main>',
  ];
  return htmlPage({ title, style: STYLE, body, script: SCRIPT });
}

function htmlSection({ title, intro, heading, lines, pictures = [] }: Section): string {
  return [
    `<section id="${idOf(title)}">`,
    `<h2>${htmlText(title)}</h2>`,
    ...(intro === undefined ? [] : [`<p>${htmlText(intro)}</p>`]),
    '<div class="table" tabindex="0">',
    '<table>',
    `<thead><tr>${heading.map((text) => `<th scope="col">${htmlText(text)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...lines.map((cells) => `<tr>${cells.map((cell) => `<td>${htmlCell(cell)}</td>`).join('')}</tr>`),
    '</tbody>',
    '</table>',
    '</div>',
    ...pictures.map(htmlPicture),
    '</section>',
  ].join('\n');
}

function htmlCell(cell: Cell): string {
  return pieces(cell).map(htmlPiece).join('<br>');
}

function htmlPiece(piece: Piece): string {
  if (typeof piece === 'string') return htmlText(piece);
  if ('code' in piece) return `<code>${htmlText(piece.code)}</code>`;
  return `<a href="${htmlText(piece.link)}">${htmlText(piece.text)}</a>${piece.after === undefined ? '' : ` ${htmlText(piece.after)}`}`;
}

function htmlPicture({ file, of }: Picture): string {
  const address = htmlText(file);
  return `<figure><a href="${address}"><img src="${address}" alt="${htmlText(of)}, with sample data" loading="lazy"></a><figcaption>${htmlText(of)}</figcaption></figure>`;
}

/** An anchor of a title. */
function idOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d8dce2, #34383f); --soft: light-dark(#5b6470, #9aa3ad); --band: light-dark(#f5f6f8, #191b1f); --link: light-dark(#1f62e0, #6e9fff); }
body { margin: 0 auto; max-width: 1280px; padding: 0 24px 48px; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#fff, #111217); color: light-dark(#24292e, #d5d9de); }
header { position: sticky; top: 0; background: inherit; padding: 16px 0 8px; border-bottom: 1px solid var(--line); z-index: 1; display: grid; grid-template-columns: 1fr auto; gap: 4px 24px; align-items: center; }
h1 { font-size: 20px; margin: 0; }
h2 { font-size: 18px; margin: 32px 0 8px; scroll-margin-top: 130px; }
section { scroll-margin-top: 110px; }
nav { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 4px 16px; }
input { font: inherit; padding: 4px 8px; width: 280px; max-width: 60vw; border: 1px solid var(--line); border-radius: 4px; background: var(--band); color: inherit; }
#found { margin: 0; color: var(--soft); min-height: 1.5em; grid-column: 1 / -1; font-size: 13px; }
#found:empty { display: none; }
a { color: var(--link); text-underline-offset: 3px; text-decoration-thickness: 1px; }
nav a { text-decoration: none; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--soft); font-weight: 500; white-space: nowrap; }
th, td { padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:hover { background: var(--band); }
code { font: 13px ui-monospace, monospace; }
figure { margin: 16px 0; }
figure img { width: 100%; border: 1px solid var(--line); border-radius: 4px; }
figcaption { color: var(--soft); font-size: 13px; }
[hidden] { display: none; }
@media (max-width: 640px) { header { position: static; grid-template-columns: 1fr; } body { padding: 0 12px 32px; } }
`;

/** Each word of the search must stand in a line; sections without one are hidden. */
const SCRIPT = `
const search = document.getElementById('search');
const found = document.getElementById('found');
search.addEventListener('input', () => {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const section of document.querySelectorAll('section')) {
    let shown = 0;
    for (const line of section.querySelectorAll('tbody tr')) {
      const text = line.textContent.toLowerCase();
      line.hidden = !words.every((word) => text.includes(word));
      if (!line.hidden) shown += 1;
    }
    for (const figure of section.querySelectorAll('figure')) figure.hidden = words.length > 0;
    section.hidden = shown === 0;
    count += shown;
  }
  found.textContent = words.length === 0 ? '' : count === 1 ? '1 line' : count + ' lines';
});
`;
