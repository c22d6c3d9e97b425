/** The time shown: one of the usual ranges, or any. */
import { dateTimeFormat, dateTimeParse } from '@grafana/data';
import { useState } from 'react';
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
  const now = Date.now();
  const isWrong = moment(asked.from, now) === undefined || moment(asked.to, now) === undefined;
  const close = (): void => {
    setOpen(false);
    setEdited(undefined);
  };
  return (
    <span className="time">
      <select
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
            if (isWrong) return;
            onChoose(asked);
            close();
          }}
        >
          <input
            aria-label="From"
            size={16}
            value={from}
            onChange={(event) => setEdited({ from: event.target.value, to })}
          />
          <input
            aria-label="To"
            size={16}
            value={to}
            onChange={(event) => setEdited({ from, to: event.target.value })}
          />
          <button type="submit" disabled={isWrong}>
            Show
          </button>
        </form>
      )}
    </span>
  );
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
