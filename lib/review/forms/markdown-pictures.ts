/**
 * Pictures of changed panels in a pull request: links to the committed pictures of both commits, each cut to its panel.
 * A link names the commit and not the branch: it shows the same for as long as the repository has the commit.
 */
import { htmlText } from '../../emit/html.ts';
import type { PanelPicture, PanelPictures } from '../pictures.ts';
import { counted, short } from '../words.ts';
import { said } from './markdown-text.ts';

/** Where both sides lie on GitHub. */
export interface Published {
  /** `owner/name`. */
  readonly repository: string;
  /** The folder that was compared, below the repository's own; empty for all of it. */
  readonly folder: string;
  /** Whole hashes of commits. */
  readonly before: string;
  readonly after: string;
}

/** How wide a picture is shown: two fit beside each other in a comment. */
const WIDTH = 400;

/** As many pictures as there is room for, folded; what is left out is said. `hasRoom` tells of a text whether it fits. */
export function markdownPictures(
  pictures: readonly PanelPictures[],
  published: Published,
  hasRoom: (text: string) => boolean,
): string {
  const all = pictures.map((each) => pieceOf(each, published));
  const written = (count: number): string => section(all.slice(0, count), all.length);
  let most = all.length;
  while (most > 0 && !hasRoom(written(most))) most -= 1;
  return most === 0 ? '' : written(most);
}

function section(pieces: readonly string[], of: number): string {
  const rest = of - pieces.length;
  const cut =
    rest === 0
      ? ''
      : `\n_${counted(rest, 'more picture is', 'more pictures are')} not shown here: there is no room._\n`;
  const head = `\n<details><summary>Pictures · ${of}</summary>\n\nThe values are invented.\n`;
  return `${head}${pieces.join('')}${cut}\n</details>\n`;
}

function pieceOf({ title, before, after, dashboard }: PanelPictures, published: Published): string {
  const sides: readonly (readonly [string, string, PanelPicture | undefined])[] = [
    ['before', published.before, before],
    ['after', published.after, after],
  ];
  const there = sides.flatMap(([when, commit, picture]) => {
    if (picture === undefined) return [];
    const alt = htmlText(`${short(title)}, ${when}`);
    const height = Math.round((WIDTH * picture.height) / picture.width);
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

function addressOf({ file, view }: PanelPicture, commit: string, { repository, folder }: Published): string {
  const path = (folder === '' ? file : `${folder}/${file}`).split('/').map(encodeURIComponent).join('/');
  return `https://github.com/${repository}/blob/${commit}/${path}?raw=true#${encodeURIComponent(view)}`;
}
