/** Variables, time, refresh and theme. */
import { useEffect, useState } from 'react';
import type { PreviewState, VariableInfo } from '../../protocol.ts';
import { fetchValues } from '../api.ts';
import type { Shown } from '../context.ts';
import { addressOf, type Place } from '../place.ts';
import { RANGES } from '../time.ts';
import { Several } from './several.tsx';
import { TimePicker } from './time-picker.tsx';

interface Props {
  readonly shown: Shown;
  readonly place: Place;
  readonly state: PreviewState;
  readonly go: (change: Partial<Place>) => void;
  readonly onAgain: () => void;
}

const REFRESHES = ['', '5s', '10s', '30s', '1m', '5m'];

export function Toolbar({ shown, place, state, go, onAgain }: Props) {
  const { dashboard } = shown;
  const choose = (name: string, values: readonly string[]): void =>
    go({ variables: { ...place.variables, [name]: values } });
  return (
    <div className="toolbar" role="toolbar" aria-label="Dashboard">
      {dashboard.variables.map((variable) => (
        <Variable
          key={variable.name}
          {...{ variable, shown, state }}
          onChoose={(values) => choose(variable.name, values)}
        />
      ))}
      {dashboard.links.map(({ title, url }) => (
        <DashboardLink key={url} {...{ title, url, place, go }} />
      ))}
      <span className="spring" />
      <TimePicker range={place.range ?? dashboard} ranges={RANGES} onChoose={(range) => go({ range })} />
      <button type="button" onClick={onAgain}>
        Refresh
      </button>
      <select
        aria-label="Refresh every"
        value={place.refresh ?? ''}
        onChange={(event) => go({ refresh: event.target.value })}
      >
        {REFRESHES.map((every) => (
          <option key={every} value={every}>
            {every === '' ? 'off' : every}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => go({ theme: place.theme === 'dark' ? 'light' : 'dark' })}>
        {place.theme === 'dark' ? 'Light' : 'Dark'}
      </button>
    </div>
  );
}

interface VariableProps {
  readonly variable: VariableInfo;
  readonly shown: Shown;
  readonly state: PreviewState;
  readonly onChoose: (values: readonly string[]) => void;
}

function Variable({ variable, shown, state, onChoose }: VariableProps) {
  const { name, label, kind, several } = variable;
  const chosen = shown.variables[name] ?? [];
  const values = useValues(variable, shown);
  if (kind === 'datasource') return <Fixed label={label} text={sourceText(state)} />;
  if (kind === 'ad hoc') return <Fixed label={label} text="only in Grafana" />;
  if (several) return <Several label={label} values={values} chosen={chosen} onChoose={onChoose} />;
  if (kind === 'text') {
    return (
      <label>
        {label}{' '}
        <input value={chosen[0] ?? values[0]?.value ?? ''} onChange={(event) => onChoose([event.target.value])} />
      </label>
    );
  }
  return (
    <label>
      {label}{' '}
      <select value={chosen[0] ?? values[0]?.value} onChange={(event) => onChoose([event.target.value])}>
        {values.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Fixed({ label, text }: { label: string; text: string }) {
  return (
    <span className="fixed">
      {label} <b>{text}</b>
    </span>
  );
}

function sourceText({ source }: PreviewState): string {
  return source.prometheus ?? source.loki ?? 'sample data';
}

/** The values that a real server knows, else those of the samples. */
function useValues({ name, values }: VariableInfo, { profile, dashboard, source }: Shown): VariableInfo['values'] {
  const [live, setLive] = useState<readonly string[] | null>(null);
  const { uid } = dashboard;
  useEffect(() => {
    if (source === 'samples') return;
    fetchValues({ profile, dashboard: uid, variable: name }).then(setLive, () => setLive(null));
  }, [source, profile, uid, name]);
  return live === null ? values : live.map((value) => ({ value, text: value }));
}

interface LinkProps {
  readonly title: string;
  readonly url: string;
  readonly place: Place;
  readonly go: Props['go'];
}

/** A link to another dashboard stays in the preview; others would leave it, and are only named. */
function DashboardLink({ title, url, place, go }: LinkProps) {
  const [, uid] = /^\/d\/([^/?]+)/.exec(url) ?? [];
  if (uid === undefined) return <span className="fixed">{title}</span>;
  return (
    <a
      className="button"
      href={addressOf({ ...place, dashboard: uid })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go({ dashboard: uid });
      }}
    >
      {title}
    </a>
  );
}
