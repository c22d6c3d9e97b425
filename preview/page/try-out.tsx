/** Other settings for a panel, tried on the screen; the TypeScript for them is there to copy. */
import { getValueFormats } from '@grafana/data';
import { useState } from 'react';
import type { Limits, PanelInfo, PanelJson, Tried, Trouble } from '../protocol.ts';
import { pasteText, placesOf } from './paste.ts';
import { changed } from './tried.ts';
import { Troubles } from './troubles.tsx';
import { WriteButton, WrittenNote } from './write.tsx';

interface Props {
  /** As it is saved. */
  readonly panel: PanelJson;
  readonly info: PanelInfo;
  readonly change: Tried;
  /** Undefined until it is known. */
  readonly refusals: readonly Trouble[] | undefined;
  readonly onTry: (change: Tried) => void;
}

export function TryOut({ panel, info, change, refusals, onTry }: Props) {
  const set = (next: Tried): void => onTry(changed({ ...change, ...next }, panel, info));
  const isChanged = Object.keys(change).length > 0;
  return (
    <section className="try" aria-label="Try">
      <h3>Try</h3>
      <label>
        Title <input value={change.title ?? panel.title} onChange={(event) => set({ title: event.target.value })} />
      </label>
      {info.displays.length > 0 && (
        <label>
          Unit{' '}
          <select value={change.display ?? info.display} onChange={(event) => set({ display: event.target.value })}>
            {[...new Set([info.display ?? '', ...info.displays])].map((display) => (
              <option key={display} value={display}>
                {displayText(display)}
              </option>
            ))}
          </select>
        </label>
      )}
      <NumberInput
        name="Width"
        value={change.width ?? panel.gridPos.w}
        least={1}
        most={24}
        onNumber={(width) => set({ width: width ?? panel.gridPos.w })}
      />
      {info.displays.length > 0 && (
        <LimitInputs
          limits={change.thresholds ?? info.thresholds ?? NO_LIMITS}
          onLimits={(thresholds) => set({ thresholds })}
        />
      )}
      {isChanged && refusals !== undefined && refusals.length > 0 && <Troubles troubles={refusals} />}
      {isChanged && <Offer {...{ info, change }} state={verdictOf(refusals)} onReset={() => onTry({})} />}
      <WrittenNote panel={info.id} change={change} />
    </section>
  );
}

/** Grafana's names for its displays; a suffix is its own name. */
const DISPLAY_NAMES: ReadonlyMap<string, string> = new Map(
  getValueFormats().flatMap(({ submenu = [] }) => submenu.map(({ value, text }) => [String(value), text] as const)),
);

/** As a definition says it, and as Grafana names it. */
function displayText(display: string): string {
  const name = DISPLAY_NAMES.get(display);
  return name === undefined || name === display ? display : `${display}: ${name}`;
}

const NO_LIMITS: Limits = { direction: 'from', at: {} };

interface LimitProps {
  readonly limits: Limits;
  readonly onLimits: (limits: Limits) => void;
}

const LEVELS = [
  ['Warning', 'warning'],
  ['Critical', 'critical'],
] as const;

function LimitInputs({ limits, onLimits }: LimitProps) {
  const setLevel = (level: keyof Limits['at'], value: number | undefined): void => {
    const { [level]: _, ...rest } = limits.at;
    onLimits({ ...limits, at: value === undefined ? rest : { ...rest, [level]: value } });
  };
  return (
    <fieldset>
      <legend>Thresholds</legend>
      <label>
        Bad when{' '}
        <select
          value={limits.direction}
          onChange={(event) => onLimits({ ...limits, direction: event.target.value === 'below' ? 'below' : 'from' })}
        >
          <option value="from">from: that value or more</option>
          <option value="below">below: less than that value</option>
        </select>
      </label>
      {LEVELS.map(([name, level]) => (
        <NumberInput key={level} name={name} value={limits.at[level]} onNumber={(value) => setLevel(level, value)} />
      ))}
    </fieldset>
  );
}

interface NumberProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly least?: number;
  readonly most?: number;
  readonly onNumber: (value: number | undefined) => void;
}

/** Keeps what is being typed: `0.` is no other number than `0`. */
function NumberInput({ name, value, least, most, onNumber }: NumberProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <label>
      {name}{' '}
      <input
        type="number"
        step="any"
        min={least}
        max={most}
        value={typed ?? value ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
          onNumber(numberOf(event.target.value));
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  );
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}

/** What the rules say of it. */
type Verdict = 'agreed' | 'refused' | 'asked';

function verdictOf(refusals: readonly Trouble[] | undefined): Verdict {
  if (refusals === undefined) return 'asked';
  return refusals.length === 0 ? 'agreed' : 'refused';
}

interface OfferProps {
  readonly info: PanelInfo;
  readonly change: Tried;
  readonly state: Verdict;
  readonly onReset: () => void;
}

/** The code to paste, or to have written; none where the rules refuse it. */
function Offer({ info, change, state, onReset }: OfferProps) {
  const [copied, setCopied] = useState('');
  const code = pasteText(info, change);
  const places = placesOf(info, change);
  const copy = (): void => {
    navigator.clipboard.writeText(code).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser refused; select the text instead.'),
    );
  };
  return (
    <>
      {state === 'asked' && <p className="asked">The rules look at it …</p>}
      {state === 'agreed' && (
        <>
          <pre>{code}</pre>
          <button type="button" onClick={copy}>
            Copy
          </button>{' '}
          {places.length > 0 && <WriteButton panel={info.id} {...{ change, places }} />}{' '}
        </>
      )}
      <button type="button" onClick={onReset}>
        Reset
      </button>
      <span role="status"> {copied}</span>
    </>
  );
}
