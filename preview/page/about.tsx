/** What stands behind a panel: its limits, queries, alerts, source and JSON, and a place to try other settings. */
import { useEffect, useRef } from 'react';
import type { PanelInfo, PanelJson, Tried, Trouble } from '../protocol.ts';
import { Alert, Fact, Query } from './about-parts.tsx';
import { stopOf } from './arrive.ts';
import { Panel } from './panel.tsx';
import { PlaceButton } from './place-button.tsx';
import { useWidth } from './store.ts';
import { TryOut } from './try-out.tsx';

interface Props {
  readonly panel: PanelJson;
  readonly info: PanelInfo;
  /** As it is saved, where something else is tried. */
  readonly saved: { readonly panel: PanelJson | undefined; readonly info: PanelInfo | undefined };
  readonly change: Tried | undefined;
  readonly refusals: readonly Trouble[] | undefined;
  /** Whether it covers the page: the panel is then drawn in it. */
  readonly covers: boolean;
  readonly onTry: (change: Tried) => void;
  readonly onClose: () => void;
}

export function About({ panel, info, saved, change, refusals, covers, onTry, onClose }: Props) {
  const dialog = useDialog(info.key, onClose);
  return (
    <dialog ref={dialog} className="about-panel" aria-label={`About ${panel.title}`}>
      <header>
        <h2>{panel.title}</h2>
        <button type="button" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </header>
      {info.place !== undefined && (
        <p>
          Defined at <PlaceButton place={info.place} />, panel <code>{info.key}</code>
        </p>
      )}
      {covers && <Drawn panel={panel} info={info} />}
      <Limits info={info} />
      {saved.panel !== undefined && saved.info !== undefined && (
        <TryOut panel={saved.panel} info={saved.info} change={change ?? {}} refusals={refusals} onTry={onTry} />
      )}
      {info.queries.map((query) => (
        <Query key={query.refId} query={query} />
      ))}
      {info.alerts.map((alert) => (
        <Alert key={`${alert.name} ${alert.severity}`} alert={alert} />
      ))}
      <details>
        <summary>JSON</summary>
        <pre>{JSON.stringify(panel, null, 2)}</pre>
      </details>
    </dialog>
  );
}

/** Takes the focus when it opens; Escape closes it wherever the focus is, which then goes back to the panel. */
function useDialog(key: string, onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const latest = useRef({ key, onClose });
  latest.current = { key, onClose };
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.show();
    dialog.current?.querySelector<HTMLElement>('button')?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog:modal') !== null) return;
      latest.current.onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      const panel = document.querySelector(`main [data-key="${CSS.escape(latest.current.key)}"]`);
      const back = before instanceof HTMLElement && panel?.contains(before) ? before : panel && stopOf(panel);
      back?.focus({ preventScroll: true });
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands behind another panel begins at its top
  useEffect(() => {
    dialog.current?.scrollTo(0, 0);
  }, [key]);
  return dialog;
}

const HEIGHT = 240;

/** Where the page is covered, the panel is drawn here. */
function Drawn({ panel, info }: { readonly panel: PanelJson; readonly info: PanelInfo }) {
  const [attach, width] = useWidth();
  return (
    <div className="drawn-here" ref={attach} style={{ height: HEIGHT }}>
      {width > 0 && <Panel panel={panel} info={info} width={width} height={HEIGHT} />}
    </div>
  );
}

function Limits({ info: { unit, thresholds } }: { info: PanelInfo }) {
  if (unit === undefined && thresholds === undefined) return null;
  return (
    <dl>
      {unit !== undefined && <Fact name="Unit" text={unit} />}
      {Object.entries(thresholds?.at ?? {}).map(([level, limit]) => (
        <Fact key={level} name={level} text={`${thresholds?.direction} ${limit}`} />
      ))}
    </dl>
  );
}
