/** A query and an alert, as they are told of beside a panel. */
import type { AlertInfo, QueryInfo, Reader } from '../protocol.ts';
import { PlaceButton } from './place-button.tsx';
import { PlaceLink } from './way.tsx';

export function Fact({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

export function Query({ query }: { query: QueryInfo }) {
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
                <ReaderLink reader={reader} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** To the panel, with what stands behind it; to the alert, which is told of below. */
function ReaderLink({ reader }: { reader: Reader }) {
  if (reader.kind === 'alert') {
    return (
      <button type="button" className="link" onClick={() => showAlert(reader.name)}>
        alert {reader.name}
      </button>
    );
  }
  const { dashboard, panel } = reader;
  return (
    <>
      <PlaceLink to={{ dashboard: dashboard.uid, panel: panel.key, about: true }}>{reader.name}</PlaceLink> on{' '}
      {dashboard.title}
    </>
  );
}

function showAlert(name: string): void {
  const alert = document.getElementById(alertId(name));
  alert?.scrollIntoView({ block: 'start' });
  alert?.focus({ preventScroll: true });
}

function alertId(name: string): string {
  return `alert ${name}`;
}

export function Alert({ alert }: { alert: AlertInfo }) {
  return (
    <section id={alertId(`${alert.name} (${alert.severity})`)} tabIndex={-1}>
      <h3>
        Alert {alert.name} <small>{alert.severity}</small>
      </h3>
      <p>{alert.summary}</p>
      <pre>{alert.expr}</pre>
      <p>
        {alert.for !== undefined && <>for {alert.for} </>}
        {alert.place !== undefined && <PlaceButton place={alert.place} />}
      </p>
      {alert.hasRunbook && (
        <p>
          <PlaceLink to={{ runbook: alert.name }}>Runbook</PlaceLink>
        </p>
      )}
    </section>
  );
}
