/** One log line: a click, or its button by keyboard, shows its labels. */
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Labels } from '../../protocol.ts';
import { levelOf } from './log-level.ts';

export interface Line {
  /** Tells it from all others, but those that are the same in every respect. */
  readonly key: string;
  readonly time: number;
  readonly text: string;
  readonly labels: Labels;
}

interface Props {
  readonly line: Line;
  readonly wraps: boolean;
  readonly showsTime: boolean;
  readonly search: string;
  readonly isOpen: boolean;
  /** Whether the tabulator reaches it: one line of a list does. */
  readonly isNext: boolean;
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
  readonly onTurn: () => void;
}

const TIME = 'YYYY-MM-DD HH:mm:ss.SSS';
/** A text that was selected has moved the pointer. */
const STILL_PX = 4;

export function LogLine({ line, wraps, showsTime, search, isOpen, isNext, theme, timeZone, onTurn }: Props) {
  const down = useRef({ x: 0, y: 0 });
  const { word, colour } = levelOf(line.text, line.labels);
  const turn = ({ clientX, clientY, detail }: MouseEvent): void => {
    const moved = Math.hypot(clientX - down.current.x, clientY - down.current.y);
    if (detail === 0 || (moved <= STILL_PX && detail === 1)) onTurn();
  };
  return (
    <li className="log" data-open={isOpen}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard its button does the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        className={wraps ? 'words wraps' : 'words'}
        onPointerDownCapture={({ clientX: x, clientY: y }: PointerEvent) => {
          down.current = { x, y };
        }}
        onClick={turn}
      >
        <button type="button" aria-expanded={isOpen} aria-label={`Labels of: ${line.text}`} tabIndex={isNext ? 0 : -1}>
          {isOpen ? '⌄' : '›'}
        </button>
        {showsTime && <time>{dateTimeFormat(line.time, { timeZone, format: TIME })}</time>}
        {/* What cannot be told keeps the place of a level, so that lines begin below each other. */}
        <span className="level" style={{ color: theme.visualization.getColorByName(colour) }}>
          {word}
        </span>
        <span className="text">
          <Marked text={line.text} search={search} />
        </span>
      </div>
      {isOpen && (
        <dl>
          {Object.entries(line.labels).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Marked({ text, search }: { readonly text: string; readonly search: string }) {
  const at = search === '' ? -1 : text.toLowerCase().indexOf(search.toLowerCase());
  if (at < 0) return <>{text}</>;
  const end = at + search.length;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      <Marked text={text.slice(end)} search={search} />
    </>
  );
}
