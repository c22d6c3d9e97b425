/** Log lines after Grafana's panel: levels, times, labels of a line, and its search. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Labels } from '../../protocol.ts';
import type { DrawingProps } from './drawing.ts';
import { type Line, LogLine } from './log-line.tsx';
import { LogSearch, type Search } from './log-search.tsx';
import { isOption, textOption } from './options.ts';

export function LogsDrawing({ prepared, height, theme, timeZone }: DrawingProps) {
  const { panel } = prepared;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [next, setNext] = useState(0);
  const [search, setSearch] = useState<Search>();
  const list = useRef<HTMLUListElement>(null);
  const lines = linesOf(prepared);
  const found = search === undefined ? [] : lines.filter(({ text }) => has(text, search.text));
  const shown = search?.rest === 'left out' ? found : lines;
  const turn = ({ key }: Line): void =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const step = (event: KeyboardEvent): void => {
    const to = targetOf(event.key, next, shown.length);
    if (to === undefined || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    setNext(to);
    list.current?.querySelectorAll<HTMLButtonElement>('.words > button')[to]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isFind(event)) {
      event.preventDefault();
      setSearch(search ?? { text: '', rest: 'shown' });
    } else if (event.key === 'Escape' && search !== undefined) {
      // The panel is left by the next one.
      event.preventDefault();
      setSearch(undefined);
    } else step(event);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="logs scrolls" style={{ height }} aria-label="Log lines" tabIndex={0} onKeyDown={onKeyDown}>
      {search !== undefined && (
        <LogSearch search={search} found={found.length} onSearch={setSearch} onClose={() => setSearch(undefined)} />
      )}
      <ul ref={list}>
        {shown.map((line, index) => (
          <LogLine
            // Two lines can be the same in every respect.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={`${line.key} ${index}`}
            {...{ line, theme, timeZone }}
            wraps={isOption(panel, 'wrapLogMessage')}
            showsTime={isOption(panel, 'showTime')}
            search={search?.text ?? ''}
            isOpen={open.has(line.key)}
            isNext={index === Math.min(next, shown.length - 1)}
            onTurn={() => {
              setNext(index);
              turn(line);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function linesOf({ data, panel }: DrawingProps['prepared']): readonly Line[] {
  const [times = [], texts = [], streams = []] = (data[0]?.fields ?? []).map((field) => field.values);
  const lines = texts.map((text: unknown, index): Line => {
    const [time, labels] = [Number(times[index]), labelsOf(streams[index])];
    return { key: JSON.stringify([time, text, labels]), time, text: String(text), labels };
  });
  return textOption(panel, 'sortOrder', 'Descending') === 'Ascending' ? lines.reverse() : lines;
}

function labelsOf(stream: unknown): Labels {
  if (typeof stream !== 'object' || stream === null) return {};
  return Object.fromEntries(Object.entries(stream).map(([label, value]) => [label, String(value)]));
}

function has(text: string, wanted: string): boolean {
  return wanted !== '' && text.toLowerCase().includes(wanted.toLowerCase());
}

function isFind({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'f';
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The line that a key leads to. */
function targetOf(key: string, from: number, count: number): number | undefined {
  const step = STEPS[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, from + step));
}
