/** A dashboard's variable, to be chosen from what is known of its values. */
import { useEffect, useState } from 'react';
import type { PreviewState, VariableInfo } from '../../protocol.ts';
import { fetchValues } from '../api.ts';
import type { Shown } from '../context.ts';
import { Several } from './several.tsx';

interface Props {
  readonly variable: VariableInfo;
  readonly shown: Shown;
  readonly state: PreviewState;
  readonly onChoose: (values: readonly string[]) => void;
}

export function Variable({ variable, shown, state, onChoose }: Props) {
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
