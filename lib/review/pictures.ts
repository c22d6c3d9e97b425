/**
 * Pictures of panels before and after, out of the pictures of dashboards that lie in both sides. They are compared
 * element by element: what is drawn the same is the same, whatever a browser makes of it.
 */
import type { Side } from '../read/side.ts';

/** Where a panel is drawn: a part of the picture of its dashboard. */
export interface PictureCut {
  /** The picture of the dashboard, below the folder that was compared. */
  readonly file: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What shows the panel alone: `<file>#<view>`. */
  readonly view: string;
}

/** A panel cut out of the picture of its dashboard. */
export interface PanelPicture extends PictureCut {
  /** An SVG of its own. */
  readonly svg: string;
  /** The same, with all that the other side has as well faded. */
  readonly contrast: string;
}

/** A panel that is drawn differently; without a `before` it is new, without an `after` it is gone. */
export interface PanelPictures<Picture extends PictureCut = PanelPicture> {
  /** The dashboard's uid, and the panel's id. */
  readonly dashboard: string;
  readonly panel: string;
  /** What is written on top of it. */
  readonly title: string;
  readonly before?: Picture;
  readonly after?: Picture;
  /** How many elements only one of the two has. */
  readonly differing: number;
}

/** `pictures/<uid>.svg`, and `pictures/<uid>.folded.svg` for what opens folded. */
const PICTURE = /(?:^|\/)pictures\/([^/]+?)(?:\.folded)?\.svg$/;

/** The panels that are drawn differently on the two sides, in the order of files. Equal files are not read. */
export function changedPictures(before: Side, after: Side): readonly PanelPictures[] {
  const paths = [...new Set([...before.hashes.keys(), ...after.hashes.keys()])].sort();
  const changed = paths.filter((path) => PICTURE.test(path) && before.hashes.get(path) !== after.hashes.get(path));
  const [was, is] = [panelsIn(before.read(changed)), panelsIn(after.read(changed))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => differing(was.get(key), is.get(key)));
}

/** One panel as it is drawn. */
interface Drawn {
  readonly dashboard: string;
  readonly panel: string;
  readonly file: string;
  /** The attributes of the whole picture that its texts go by. */
  readonly frame: string;
  readonly place: string;
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly lines: readonly string[];
}

function differing(was: Drawn | undefined, is: Drawn | undefined): readonly PanelPictures[] {
  const drawn = is ?? was;
  if (drawn === undefined) return [];
  const [gone, come] = [onlyIn(was, is), onlyIn(is, was)];
  if (was !== undefined && is !== undefined && gone.size + come.size === 0) return [];
  return [
    Object.freeze({
      dashboard: drawn.dashboard,
      panel: drawn.panel,
      title: titleOf(drawn),
      ...(was !== undefined && { before: pictureOf(was, gone) }),
      ...(is !== undefined && { after: pictureOf(is, come) }),
      differing: gone.size + come.size,
    }),
  ];
}

const TEXT = /^<text\b[^>]*>([^<]*)<\/text>$/;
const REFERENCES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The first text of a panel is its title. */
function titleOf({ lines, panel }: Drawn): string {
  const [title] = lines.flatMap((line) => TEXT.exec(line)?.[1] ?? []);
  return title === undefined
    ? `panel ${panel}`
    : title.replace(/&(?:lt|gt|amp);/g, (found) => REFERENCES[found] ?? found);
}

/** The places of elements that the other does not have, however often each has them. */
function onlyIn(one: Drawn | undefined, other: Drawn | undefined): ReadonlySet<number> {
  const left = new Map<string, number>();
  for (const line of other?.lines ?? []) left.set(line, (left.get(line) ?? 0) + 1);
  const only = new Set<number>();
  for (const [at, line] of (one?.lines ?? []).entries()) {
    const rest = left.get(line) ?? 0;
    if (rest === 0) only.add(at);
    else left.set(line, rest - 1);
  }
  return only;
}

function pictureOf({ file, panel, frame, place, box, lines }: Drawn, only: ReadonlySet<number>): PanelPicture {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${box[2]}" height="${box[3]}" viewBox="${box.join(' ')}"${frame}>`;
  const whole = (inside: readonly string[]): string => [head, `<g${place}>`, ...inside, '</g>', '</svg>'].join('\n');
  return Object.freeze({
    file,
    width: box[2],
    height: box[3],
    view: `view-${panel}`,
    svg: whole(lines),
    // The first is the panel's ground.
    contrast: whole(lines.map((line, at) => (at === 0 || only.has(at) ? line : faded(line)))),
  });
}

const DRAWN = /^<(?:circle|ellipse|line|path|polygon|polyline|rect|text)\b/;

function faded(line: string): string {
  return DRAWN.test(line) && isWhole(line) ? `<g opacity="0.15">${line}</g>` : line;
}

/** A line that opens nothing and closes nothing. */
const isWhole = (line: string): boolean => /^<(\w+)\b.*(?:\/>|<\/\1>)$/s.test(line);

const VIEW = /^<view id="view-([^"]+)" viewBox="([-\d. ]+)"\/>$/;
const OPENS = /^<g id="panel-[^"]+"( transform="[^"<>]*")>$/;
const FRAME = / (?:font-family|font-size|fill)="[^"<>]*"/g;

/** By dashboard and panel: a row that opens folded may have moved from one picture of a dashboard to the other. */
function panelsIn(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Drawn> {
  const found = new Map<string, Drawn>();
  for (const [file, text] of texts) {
    const [, dashboard = ''] = PICTURE.exec(file) ?? [];
    const lines = text.split('\n');
    const frame = (lines[0]?.match(FRAME) ?? []).join('');
    const folder = file.slice(0, file.lastIndexOf('/'));
    for (const [at, line] of lines.entries()) {
      const [, panel, view = ''] = VIEW.exec(line) ?? [];
      const [, place] = OPENS.exec(lines[at + 1] ?? '') ?? [];
      const box = boxOf(view);
      if (panel === undefined || place === undefined || box === undefined) continue;
      const drawn = { dashboard, panel, file, frame, place, box, lines: groupAt(lines, at + 2) };
      found.set(JSON.stringify([folder, dashboard, panel]), drawn);
    }
  }
  return found;
}

function boxOf(view: string): Drawn['box'] | undefined {
  const [x, y, width, height, more] = view.split(' ').map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return more === undefined && width > 0 && height > 0 ? [x, y, width, height] : undefined;
}

/** The lines up to the one that closes the group. */
function groupAt(lines: readonly string[], start: number): readonly string[] {
  let depth = 1;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^<\/\w+>$/.test(line)) depth -= 1;
    else if (!isWhole(line)) depth += 1;
    if (depth === 0) return lines.slice(start, at);
  }
  return [];
}
