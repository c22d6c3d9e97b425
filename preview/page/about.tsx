/** What stands behind a panel: its queries, limits, alerts, source and JSON, and a place to try other settings. */

import { renderMarkdown } from '@grafana/data';
import { useEffect, useRef } from 'react';
import type { AlertInfo, PanelInfo, PanelJson, QueryInfo, Reader, Tried, Trouble } from '../protocol.ts';
import type { Place } from './place.ts';
import { TryOut } from './try-out.tsx';

interface Props {
  readonly panel: PanelJson | undefined;
  readonly info: PanelInfo | undefined;
  /** As it is saved, where something else is tried. */
  readonly saved: { readonly panel: PanelJson | undefined; readonly info: PanelInfo | undefined };
  readonly change: Tried | undefined;
  readonly refusals: readonly Trouble[] | undefined;
  readonly onTry: (change: Tried) => void;
  readonly onClose: () => void;
  readonly onGo: (change: Partial<Place>) => void;
}

export function About({ panel, info, saved, change, refusals, onTry, onClose, onGo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.show();
    dialog.current?.querySelector<HTMLElement>('button')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  if (panel === undefined) return null;
  return (
    <dialog
      ref={dialog}
      className="about-panel"
      aria-label={`About ${panel.title}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <h2>{panel.title}</h2>
        <button type="button" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </header>
      {info?.place !== undefined && (
        <p>
          Defined at <code>{info.place}</code>, panel <code>{info.key}</code>
        </p>
      )}
      <Limits info={info} />
      {info?.queries.map((query) => (
        <Query key={query.refId} query={query} onGo={onGo} />
      ))}
      {saved.panel !== undefined && saved.info !== undefined && (
        <TryOut panel={saved.panel} info={saved.info} change={change ?? {}} refusals={refusals} onTry={onTry} />
      )}
      {(info?.alerts ?? []).map((alert) => (
        <Alert key={`${alert.name} ${alert.severity}`} alert={alert} />
      ))}
      <details>
        <summary>JSON</summary>
        <pre>{JSON.stringify(panel, null, 2)}</pre>
      </details>
    </dialog>
  );
}

function Limits({ info }: { info: PanelInfo | undefined }) {
  if (info?.unit === undefined && info?.thresholds === undefined) return null;
  return (
    <dl>
      {info.unit !== undefined && <Fact name="Unit" text={info.unit} />}
      {Object.entries(info.thresholds?.at ?? {}).map(([level, limit]) => (
        <Fact key={level} name={level} text={`${info.thresholds?.direction} ${limit}`} />
      ))}
    </dl>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Query({ query, onGo }: { query: QueryInfo; onGo: Props['onGo'] }) {
  return (
    <section>
      <h3>
        {query.refId}: {query.name} <small>signal {query.signal}</small>
      </h3>
      <pre>{query.expr}</pre>
      <dl>
        <Fact name="Unit" text={query.unit} />
        <Fact name="Labels" text={query.labels.length === 0 ? 'none' : query.labels.join(', ')} />
      </dl>
      <p>{query.description}</p>
      {query.readers.length > 0 && (
        <>
          <h4>Who else reads it</h4>
          <ul>
            {query.readers.map((reader) => (
              <li key={JSON.stringify(reader)}>
                <ReaderLink reader={reader} onGo={onGo} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ReaderLink({ reader, onGo }: { reader: Reader; onGo: Props['onGo'] }) {
  const { dashboard } = reader;
  if (dashboard === undefined) return <>alert {reader.name}</>;
  return (
    <>
      panel {reader.name} on{' '}
      <button type="button" className="link" onClick={() => onGo({ dashboard })}>
        {dashboard}
      </button>
    </>
  );
}

function Alert({ alert }: { alert: AlertInfo }) {
  return (
    <section>
      <h3>
        Alert {alert.name} <small>{alert.severity}</small>
      </h3>
      <p>{alert.summary}</p>
      <pre>{alert.expr}</pre>
      <p>
        {alert.for !== undefined && <>for {alert.for}, </>}
        {alert.place !== undefined && <code>{alert.place}</code>}
      </p>
      {alert.runbook !== undefined && (
        <details>
          <summary>Runbook</summary>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown sanitises */}
          <div className="markdown-html" dangerouslySetInnerHTML={{ __html: renderMarkdown(alert.runbook) }} />
        </details>
      )}
    </section>
  );
}
