/** Other settings for a panel, tried on the screen; the TypeScript for them is there to copy. */
import { useId, useState } from 'react';
import type { PanelInfo, PanelJson } from '../protocol.ts';
import { pasteText, type Tried } from './tried.ts';

interface Props {
  readonly panel: PanelJson;
  readonly info: PanelInfo | undefined;
  readonly change: Tried;
  readonly onTry: (change: Tried) => void;
}

const UNITS = [
  'none',
  'short',
  'percentunit',
  'percent',
  's',
  'ms',
  'dtdurations',
  'bytes',
  'decbytes',
  'binBps',
  'Bps',
  'reqps',
  'ops',
  'rowsps',
];

export function TryOut({ panel, info, change, onTry }: Props) {
  const [copied, setCopied] = useState('');
  const units = useId();
  const code = pasteText(panel, change);
  const set = <K extends keyof Tried>(key: K, value: Tried[K] | undefined): void => {
    const { [key]: _, ...rest } = change;
    onTry(value === undefined ? rest : { ...rest, [key]: value });
  };
  const copy = (): void => {
    navigator.clipboard.writeText(code).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser refused; select the text instead.'),
    );
  };
  return (
    <section className="try">
      <h3>Try</h3>
      <label>
        Title <input value={change.title ?? panel.title} onChange={(event) => set('title', event.target.value)} />
      </label>
      <label>
        Unit{' '}
        <input
          list={units}
          value={change.unit ?? String(panel.fieldConfig?.defaults.unit ?? '')}
          onChange={(event) => set('unit', event.target.value)}
        />
      </label>
      <datalist id={units}>
        {UNITS.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      <label>
        Width{' '}
        <input
          type="number"
          min={1}
          max={24}
          value={change.width ?? panel.gridPos.w}
          onChange={(event) => set('width', numberOf(event.target.value))}
        />
      </label>
      <fieldset>
        <legend>Thresholds</legend>
        <label>
          Bad when{' '}
          <select
            value={change.direction ?? info?.thresholds?.direction ?? 'from'}
            onChange={(event) => set('direction', event.target.value === 'below' ? 'below' : 'from')}
          >
            <option>from</option>
            <option>below</option>
          </select>
        </label>
        <label>
          Warning{' '}
          <input
            type="number"
            step="any"
            placeholder={String(info?.thresholds?.at.warning ?? '')}
            value={change.warning ?? ''}
            onChange={(event) => set('warning', numberOf(event.target.value))}
          />
        </label>
        <label>
          Critical{' '}
          <input
            type="number"
            step="any"
            placeholder={String(info?.thresholds?.at.critical ?? '')}
            value={change.critical ?? ''}
            onChange={(event) => set('critical', numberOf(event.target.value))}
          />
        </label>
      </fieldset>
      {code !== '' && (
        <>
          <pre>{code}</pre>
          <button type="button" onClick={copy}>
            Copy
          </button>{' '}
          <button type="button" onClick={() => onTry({})}>
            Reset
          </button>
          <span role="status"> {copied}</span>
        </>
      )}
    </section>
  );
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}
