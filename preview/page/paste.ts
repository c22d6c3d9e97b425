/** What is tried, as TypeScript to put into the definitions. */
import { limitsText, literalText } from '../literal-text.ts';
import type { PanelInfo, Tried } from '../protocol.ts';

/**
 * The settings to write, each under the place where it is written: the panel, or the signals that it has its thresholds
 * from. Thresholds are whole, with the limits and the reason that were not changed.
 */
export function pasteText(info: PanelInfo, { title, display, width, thresholds }: Tried): string {
  const limits = thresholds === undefined ? [] : [`thresholds: ${limitsText(thresholds)},`];
  const isOwn = info.limitedBy.length === 0;
  const settings = [
    ...(title === undefined ? [] : [`title: ${literalText(title)},`]),
    ...(display === undefined ? [] : [`display: ${literalText(display)},`]),
    ...(width === undefined ? [] : [`width: ${width},`]),
    ...(isOwn ? limits : []),
  ];
  return [
    ...(settings.length === 0 ? [] : [commentOf(info.place, `panel ${info.key}`), ...settings]),
    ...(isOwn || limits.length === 0
      ? []
      : info.limitedBy.flatMap(({ place, signal }) => [
          commentOf(place, `signal ${signal}, for its alerts too`),
          ...limits,
        ])),
  ].join('\n');
}

/** The places that the settings belong to; none where one of them is not known. */
export function placesOf({ place, limitedBy }: PanelInfo, { thresholds, ...others }: Tried): readonly string[] {
  const isOwn = limitedBy.length === 0;
  const ofPanel = Object.keys(others).length > 0 || (isOwn && thresholds !== undefined) ? [place] : [];
  const ofSignals = thresholds === undefined ? [] : limitedBy.map((signal) => signal.place);
  const all = [...ofPanel, ...ofSignals];
  const known = all.filter((each) => each !== undefined);
  return known.length === all.length ? known : [];
}

function commentOf(place: string | undefined, what: string): string {
  return place === undefined ? `// ${what}` : `// ${place}, ${what}`;
}
