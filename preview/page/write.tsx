/** Writes what is tried into its definitions, and takes it back. */
import { useContext, useEffect, useRef } from 'react';
import type { Tried } from '../protocol.ts';
import { ShownContext } from './context.ts';
import { listed, type PanelPlace, undo, useWriting, write } from './writing.ts';

/** The panel that the drawer is about. */
function usePlace(panel: number): PanelPlace {
  const shown = useContext(ShownContext);
  return { profile: shown?.profile ?? '', dashboard: shown?.dashboard.uid ?? '', panel };
}

interface WriteProps {
  readonly panel: number;
  readonly change: Tried;
  /** Where it would be written. */
  readonly places: readonly string[];
}

export function WriteButton({ panel, change, places }: WriteProps) {
  const place = usePlace(panel);
  const { phase } = useWriting(place);
  return (
    <button type="button" disabled={phase === 'busy'} onClick={() => void write(place, change)}>
      Write to {listed(places)}
    </button>
  );
}

interface WrittenProps {
  readonly panel: number;
  readonly change: Tried;
}

/** What came of it. It stays when nothing is tried any more. */
export function WrittenNote({ panel, change }: WrittenProps) {
  const place = usePlace(panel);
  const { phase, written, said, about } = useWriting(place);
  const last = written.at(-1)?.id;
  const note = useFocusOnChange(written.length);
  const isStale = about !== undefined && about !== JSON.stringify(change);
  return (
    <p ref={note} className="written" tabIndex={-1}>
      <span role="status">{isStale ? '' : said}</span>{' '}
      {last !== undefined && (
        <button type="button" disabled={phase === 'busy'} onClick={() => void undo(place)}>
          Undo
        </button>
      )}
    </p>
  );
}

/** The button that was pressed is gone once its change is saved: the focus goes to what came of it. */
function useFocusOnChange(count: number) {
  const note = useRef<HTMLParagraphElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (before.current !== count) note.current?.focus();
    before.current = count;
  }, [count]);
  return note;
}
