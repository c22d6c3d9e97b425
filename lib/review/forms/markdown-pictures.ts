/**
 * Pictures of changed panels in a pull request: links to the committed pictures of both commits, each cut to its panel.
 * A link names the commit and not the branch: it shows the same for as long as the repository has the commit.
 */
import { htmlText } from '../../emit/html.ts';
import type { PanelPictures, PictureCut } from '../pictures.ts';
import { counted, short } from '../words.ts';
import { said } from './markdown-text.ts';
import type { Commits } from './options.ts';

/** The commits on GitHub that both sides lie in. */
export interface Published extends Commits {
  /** `owner/name`. */
  readonly repository: string;
}

/** What a link needs to know of a panel's pictures. */
export type Cut = PanelPictures<PictureCut>;

/** How wide a picture is shown: two fit beside each other in a comment. */
const WIDTH = 400;
/** A report may come from anybody: no picture is taller. */
const MOST_HEIGHT = 1_200;

/** As many pictures as there is room for, folded; what is left out is said. `hasRoom` tells of a text whether it fits. */
export function markdownPictures(
  pictures: readonly Cut[],
  published: Published,
  hasRoom: (text: string) => boolean,
): string {
  const of = pictures.length;
  let text = '';
  let shown = 0;
  for (const each of pictures) {
    const more = text + pieceOf(each, published);
    // What is said of the rest takes the most room when it is about all.
    if (!hasRoom(section(more, { of, rest: of }))) break;
    text = more;
    shown += 1;
  }
  return shown === 0 ? '' : section(text, { of, rest: of - shown });
}

function section(pieces: string, { of, rest }: { readonly of: number; readonly rest: number }): string {
  const cut =
    rest === 0
      ? ''
      : `\n_${counted(rest, 'more picture is', 'more pictures are')} not shown here: there is no room._\n`;
  const head = `\n<details><summary>Pictures · ${of}</summary>\n\nThe values are invented.\n`;
  return `${head}${pieces}${cut}\n</details>\n`;
}

function pieceOf({ title, before, after, dashboard }: Cut, published: Published): string {
  const sides: readonly (readonly [string, string, PictureCut | undefined])[] = [
    ['before', published.before, before],
    ['after', published.after, after],
  ];
  const there = sides.flatMap(([when, commit, picture]) => {
    if (picture === undefined) return [];
    const alt = htmlText(`${short(title)}, ${when}`);
    const height = Math.min(MOST_HEIGHT, Math.round((WIDTH * picture.height) / picture.width));
    const address = htmlText(addressOf(picture, commit, published));
    return [{ when, image: `<img src="${address}" width="${WIDTH}" height="${height}" alt="${alt}">` }];
  });
  const cells = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  return [
    `\n**${said(short(title))}** · ${said(short(dashboard))}\n`,
    cells(there.map(({ when }) => when)),
    cells(there.map(() => '---')),
    `${cells(there.map(({ image }) => image.replaceAll('|', '&#124;')))}\n`,
  ].join('\n');
}

function addressOf({ file, view }: PictureCut, commit: string, { repository, folder }: Published): string {
  const path = (folder === '' ? file : `${folder}/${file}`).split('/').map(inAddress).join('/');
  return `https://github.com/${repository}/blob/${commit}/${path}?raw=true#${inAddress(view)}`;
}

/** Half a character has no form in an address. */
const inAddress = (text: string): string => encodeURIComponent(text.toWellFormed());
