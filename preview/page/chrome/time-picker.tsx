/** The time shown: one of the usual ranges, or any. */
import { dateTimeFormat, dateTimeParse } from '@grafana/data';
import { useId, useRef, useState } from 'react';
import { type Dismissal, useDismissal } from '../dismiss.ts';
import { moment, type RANGES, type Range } from '../time.ts';

interface Props {
  readonly range: Range;
  readonly ranges: typeof RANGES;
  readonly timeZone: string;
  readonly onChoose: (range: Range) => void;
}

const OTHER = 'other';
const EDIT = 'edit';

export function TimePicker({ range, ranges, timeZone, onChoose }: Props) {
  const isUsual = range.to === 'now' && ranges.some(({ from }) => from === range.from);
  const [isOpen, setOpen] = useState(false);
  const [edited, setEdited] = useState<Range>();
  const { from, to } = edited ?? readable(range, timeZone);
  const asked = { from: unreadable(from, timeZone), to: unreadable(to, timeZone) };
  const hint = hintFor(asked, Date.now());
  const hintId = useId();
  const form = useRef<HTMLSpanElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const close = (why?: Dismissal): void => {
    setOpen(false);
    setEdited(undefined);
    if (why === 'escape') select.current?.focus();
  };
  useDismissal(form, isOpen, close);
  return (
    <span className="time" ref={form}>
      <select
        ref={select}
        aria-label="Time range"
        value={isOpen ? EDIT : isUsual ? range.from : OTHER}
        onChange={({ target: { value } }) => {
          if (value === EDIT) return setOpen(true);
          close();
          if (value !== OTHER) onChoose({ from: value, to: 'now' });
        }}
      >
        {ranges.map((each) => (
          <option key={each.from} value={each.from}>
            {each.text}
          </option>
        ))}
        {!isUsual && <option value={OTHER}>{textOf(readable(range, timeZone))}</option>}
        <option value={EDIT}>Other …</option>
      </select>
      {isOpen && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (hint !== undefined) return;
            onChoose(asked);
            close('escape');
          }}
        >
          <input
            aria-label="From"
            aria-describedby={hintId}
            aria-invalid={hint?.of === 'from'}
            size={16}
            value={from}
            onChange={(event) => setEdited({ from: event.target.value, to })}
          />
          <input
            aria-label="To"
            aria-describedby={hintId}
            aria-invalid={hint?.of === 'to'}
            size={16}
            value={to}
            onChange={(event) => setEdited({ from, to: event.target.value })}
          />
          <button type="submit" disabled={hint !== undefined}>
            Show
          </button>
          <p id={hintId} role="status" className="bad">
            {hint?.text}
          </p>
        </form>
      )}
    </span>
  );
}

interface Hint {
  readonly of: 'from' | 'to';
  readonly text: string;
}

const WORDS = 'for example now-1h, or 2026-01-31 18:00';

/** What is wrong with a time that somebody types. */
function hintFor(asked: Range, now: number): Hint | undefined {
  const [from, to] = [moment(asked.from, now), moment(asked.to, now)];
  if (from === undefined) return { of: 'from', text: `“From” is no time: ${WORDS}.` };
  if (to === undefined) return { of: 'to', text: `“To” is no time: ${WORDS}.` };
  return from < to ? undefined : { of: 'to', text: '“To” must be later than “From”.' };
}

/** Moments as Grafana writes them. */
function readable({ from, to }: Range, timeZone: string): Range {
  const text = (moment: string): string =>
    /^\d+$/.test(moment) ? dateTimeFormat(Number(moment), { timeZone }) : moment;
  return { from: text(from), to: text(to) };
}

const DATE = /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/;

function unreadable(text: string, timeZone: string): string {
  return DATE.test(text) ? String(dateTimeParse(text, { timeZone }).valueOf()) : text;
}

/** The day once, where both moments are on it. */
function textOf({ from, to }: Range): string {
  const [day = '', time] = from.split(' ');
  return `${from} to ${time !== undefined && to.startsWith(`${day} `) ? to.slice(day.length + 1) : to}`;
}
