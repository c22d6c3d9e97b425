/** The panels on their grid, and the rows that fold them away. */
import { useContext } from 'react';
import type { PanelInfo, PanelJson } from '../protocol.ts';
import { ShownContext } from './context.ts';
import { layOut, type Placed, pageHeight } from './layout.ts';
import { Panel } from './panel.tsx';
import type { RowState } from './place.ts';
import { useWidth } from './store.ts';
import { unlike } from './unlike.ts';
import { filledIn, scoped } from './variables.ts';

interface Props {
  readonly panels: readonly PanelJson[];
  readonly infos: readonly PanelInfo[];
  /** Those that were opened or folded by hand, by their ids; or all are open. */
  readonly rows: Readonly<Record<string, RowState>> | 'open';
  /** The key of the panel that the address leads to: its row is open unless somebody folds it. */
  readonly wanted: string | undefined;
  readonly onTurn: (row: number, to: RowState) => void;
  /** Of what is drawn over all panels. */
  readonly state: 'loading' | 'drawn';
}

export function Grid({ panels, infos, rows, wanted, onTurn, state }: Props) {
  const [attach, width] = useWidth();
  const byId = new Map(infos.map((info) => [info.id, info]));
  const infoOf = ({ id, copy }: PanelJson): PanelInfo | undefined => byId.get(copy?.of ?? id);
  // A problem must not be folded away.
  const isTroubled = ({ panels: inside = [] }: PanelJson): boolean =>
    inside.some((panel) => (infoOf(panel)?.troubles.length ?? 0) > 0);
  const isWanted = ({ panels: inside = [] }: PanelJson): boolean =>
    wanted !== undefined && inside.some((panel) => infoOf(panel)?.key === wanted);
  const isOpen = (row: PanelJson): boolean => {
    if (rows === 'open' || isTroubled(row)) return true;
    const turned = rows[row.id];
    return turned === undefined ? row.collapsed !== true || isWanted(row) : turned === 'open';
  };
  const places = width === 0 ? [] : layOut(panels, width, isOpen);
  return (
    // The link that skips to the panels leads here.
    <div className="grid" id="panels" tabIndex={-1} ref={attach} style={{ height: pageHeight(places) }}>
      {/* Pictures wait for whatever says that it is loading. */}
      <span hidden data-state={state} />
      {unlike(places, idText).map(([key, place]) => (
        <div key={key} className="place" style={styleOf(place)}>
          {place.panel.type === 'row' ? (
            <RowTitle row={place.panel} folded={place.folded} onTurn={(to) => onTurn(place.panel.id, to)} />
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
  readonly onTurn: (to: RowState) => void;
}

function RowTitle({ row, folded, onTurn }: RowProps) {
  const shown = useContext(ShownContext);
  const title =
    shown === undefined
      ? row.title
      : filledIn(row.title, shown.dashboard.variables, scoped(shown.variables, row.copy?.values));
  return (
    <h2 className="row">
      <button
        type="button"
        aria-expanded={folded === undefined}
        onClick={() => onTurn(folded === undefined ? 'folded' : 'open')}
      >
        <span aria-hidden="true">{folded === undefined ? '⌄' : '›'}</span> {title}
        {folded !== undefined && (
          <small>
            {' '}
            ({folded} {folded === 1 ? 'panel' : 'panels'})
          </small>
        )}
      </button>
    </h2>
  );
}
