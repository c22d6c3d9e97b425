/** Kinds that Grafana has no component to lend for: drawn as in the pictures of the dashboards, with the panel's data. */
import { useMemo } from 'react';
import { drawPanel } from '../../../lib/picture/panel.ts';
import type { DrawingProps } from './drawing.ts';
import { pictureData } from './picture-data.ts';

export function PictureDrawing({ prepared, info, width, height, theme, timeZone, span }: DrawingProps) {
  const drawing = info?.drawing;
  const svg = useMemo(() => {
    if (drawing === undefined) return undefined;
    const data = pictureData(drawing, { prepared, theme, span });
    // A repeated panel has an id of its own, which the drawing's gradients are found by.
    return drawPanel({ ...drawing, id: prepared.panel.id }, data, {
      width,
      height,
      theme: theme.isDark ? 'dark' : 'light',
      range: span,
      timeZone: zoneName(timeZone),
    });
  }, [drawing, prepared, width, height, theme, timeZone, span]);
  if (svg === undefined)
    return <div className="hint">There is no drawing for panels of type {prepared.panel.type}.</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawPanel escapes every text, and writes no links or scripts
  return <div className="drawn" dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** A dashboard's time zone by its name in the IANA database. */
function zoneName(timeZone: string): string {
  if (timeZone === 'utc') return 'UTC';
  const isOpen = timeZone === '' || timeZone === 'browser';
  return isOpen ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
}
