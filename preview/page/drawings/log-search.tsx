/** The search in log lines that Ctrl+F opens in Grafana's panel: it marks what it finds, or leaves out the rest. */
import { useEffect, useRef } from 'react';

export interface Search {
  readonly text: string;
  /** Whether lines without it are left out. */
  readonly rest: 'shown' | 'left out';
}

interface Props {
  readonly search: Search;
  readonly found: number;
  readonly onSearch: (search: Search) => void;
  readonly onClose: () => void;
}

export function LogSearch({ search, found, onSearch, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <search className="log-search">
      <input
        ref={input}
        aria-label="Search in logs"
        placeholder="Search in logs"
        value={search.text}
        onChange={(event) => onSearch({ ...search, text: event.target.value })}
      />
      <span role="status">{search.text === '' ? '' : `${found} found`}</span>
      <label>
        <input
          type="checkbox"
          checked={search.rest === 'left out'}
          onChange={(event) => onSearch({ ...search, rest: event.target.checked ? 'left out' : 'shown' })}
        />{' '}
        Only these
      </label>
      <button type="button" aria-label="Close search" onClick={onClose}>
        ×
      </button>
    </search>
  );
}
