/** What is tried, as TypeScript to put into the definitions. */
import type { Limits, PanelInfo, Tried } from '../protocol.ts';

/**
 * The settings to write, each under the place where it is written: the panel, or the signals that it has its thresholds
 * from. Thresholds are whole, with the limits and the reason that were not changed.
 */
export function pasteText(info: PanelInfo, { title, display, width, thresholds }: Tried): string {
  const limits = thresholds === undefined ? [] : [limitsText(thresholds)];
  const isOwn = info.limitedBy.length === 0;
  const settings = [
    ...(title === undefined ? [] : [`title: ${quoted(title)},`]),
    ...(display === undefined ? [] : [`display: ${quoted(display)},`]),
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

function commentOf(place: string | undefined, what: string): string {
  return place === undefined ? `// ${what}` : `// ${place}, ${what}`;
}

function limitsText({ direction, at, reason }: Limits): string {
  const levels = (['warning', 'critical'] as const).flatMap((level) => {
    const limit = at[level];
    return limit === undefined ? [] : [`${level}: ${limit}`];
  });
  const why = reason === undefined ? '' : `, reason: ${quoted(reason)}`;
  return `thresholds: { ${direction}: { ${levels.join(', ')} }${why} },`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}
