/** The time shown: one of the usual ranges, or any. */
import { useState } from 'react';
import { moment, type RANGES, type Range } from '../time.ts';

interface Props {
  readonly range: Range;
  readonly ranges: typeof RANGES;
  readonly onChoose: (range: Range) => void;
}

const OTHER = 'other';

export function TimePicker({ range, ranges, onChoose }: Props) {
  const isUsual = range.to === 'now' && ranges.some(({ from }) => from === range.from);
  const [isOpen, setOpen] = useState(!isUsual);
  const [edited, setEdited] = useState<Range>();
  const { from, to } = edited ?? range;
  const now = Date.now();
  const isWrong = moment(from, now) === undefined || moment(to, now) === undefined;
  return (
    <span className="time">
      <select
        aria-label="Time range"
        value={isOpen || !isUsual ? OTHER : range.from}
        onChange={({ target: { value } }) => {
          setOpen(value === OTHER);
          if (value !== OTHER) onChoose({ from: value, to: 'now' });
        }}
      >
        {ranges.map((each) => (
          <option key={each.from} value={each.from}>
            {each.text}
          </option>
        ))}
        <option value={OTHER}>Other …</option>
      </select>
      {isOpen && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isWrong) onChoose({ from, to });
          }}
        >
          <input
            aria-label="From"
            size={10}
            value={from}
            onChange={(event) => setEdited({ from: event.target.value, to })}
          />
          <input
            aria-label="To"
            size={10}
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
