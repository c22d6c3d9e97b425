/** A dashboard's variable, to be chosen from what is known of its values. */
import type { PreviewState, VariableInfo } from '../../protocol.ts';
import { AdHoc } from './ad-hoc.tsx';
import { Several } from './several.tsx';

interface Props {
  readonly variable: VariableInfo;
  readonly values: VariableInfo['values'];
  readonly chosen: readonly string[];
  readonly state: PreviewState;
  readonly onChoose: (values: readonly string[]) => void;
  /** Of ad hoc filters: the labels there are, or the values of one. */
  readonly offers: (label?: string) => Promise<readonly string[]>;
}

export function Variable({ variable, values, chosen, state, onChoose, offers }: Props) {
  const { label, kind, several } = variable;
  if (kind === 'datasource') return <Fixed label={label} text={sourceText(state)} />;
  if (kind === 'ad hoc') return <AdHoc {...{ label, chosen, onChoose, offers }} />;
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
