/** The panels on their grid, and the rows that fold them away. */
import { useContext, useState } from 'react';
import type { PanelInfo, PanelJson } from '../protocol.ts';
import { ShownContext } from './context.ts';
import { layOut, type Placed, pageHeight } from './layout.ts';
import { Panel } from './panel.tsx';
import { useWidth } from './store.ts';
import { unlike } from './unlike.ts';
import { filledIn, scoped } from './variables.ts';

interface Props {
  readonly panels: readonly PanelJson[];
  readonly infos: readonly PanelInfo[];
  readonly rows: 'as defined' | 'open';
  /** Of what is drawn over all panels. */
  readonly state: 'loading' | 'drawn';
}

export function Grid({ panels, infos, rows, state }: Props) {
  const [attach, width] = useWidth();
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const byId = new Map(infos.map((info) => [info.id, info]));
  const infoOf = ({ id, copy }: PanelJson): PanelInfo | undefined => byId.get(copy?.of ?? id);
  // A problem must not be folded away.
  const isTroubled = ({ panels: inside = [] }: PanelJson): boolean =>
    inside.some((panel) => (infoOf(panel)?.troubles.length ?? 0) > 0);
  const isOpen = (row: PanelJson): boolean =>
    rows === 'open' || isTroubled(row) || (row.collapsed === true) === turned.has(row.id);
  const places = width === 0 ? [] : layOut(panels, width, isOpen);
  const turn = (row: PanelJson): void =>
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(row.id)) next.add(row.id);
      return next;
    });
  return (
    <div className="grid" ref={attach} style={{ height: pageHeight(places) }}>
      {/* Pictures wait for whatever says that it is loading. */}
      <span hidden data-state={state} />
      {unlike(places, idText).map(([key, place]) => (
        <div key={key} className="place" style={styleOf(place)}>
          {place.panel.type === 'row' ? (
            <RowTitle row={place.panel} folded={place.folded} onTurn={() => turn(place.panel)} />
          ) : (
            <Panel panel={place.panel} info={infoOf(place.panel)} width={place.width} height={place.height} />
          )}
        </div>
      ))}
    </div>
  );
}

/** Two panels have one id where a definition has their key twice: a problem, which both of them show. */
function idText({ panel }: Placed): string {
  return String(panel.id);
}

function styleOf({ left, top, width, height }: Placed) {
  return { left, top, width, height };
}

interface RowProps {
  readonly row: PanelJson;
  readonly folded: number | undefined;
  readonly onTurn: () => void;
}

function RowTitle({ row, folded, onTurn }: RowProps) {
  const shown = useContext(ShownContext);
  const title =
    shown === undefined
      ? row.title
      : filledIn(row.title, shown.dashboard.variables, scoped(shown.variables, row.copy?.values));
  return (
    <h2 className="row">
      <button type="button" aria-expanded={folded === undefined} onClick={onTurn}>
        <span aria-hidden="true">{folded === undefined ? '⌄' : '›'}</span> {title}
        {folded !== undefined && <small> ({folded} panels)</small>}
      </button>
    </h2>
  );
}
