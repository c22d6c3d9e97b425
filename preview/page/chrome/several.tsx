/** A variable of which several values can be chosen; none chosen is all of them. */
import { useRef, useState } from 'react';
import type { VariableInfo } from '../../protocol.ts';
import { useDismissal } from '../dismiss.ts';

interface Props {
  readonly label: string;
  readonly values: VariableInfo['values'];
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

export function Several({ label, values, chosen, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDetailsElement>(null);
  useDismissal(menu, isOpen, (why) => {
    setOpen(false);
    if (why === 'escape') menu.current?.querySelector('summary')?.focus();
  });
  const turn = (value: string): void =>
    onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    // A browser may open it as well, to show what its search found.
    <details ref={menu} className="several" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, and turns Enter into a click */}
      <summary
        onClick={(event) => {
          // The browser alone would say so one task later: an Escape in between would find no open menu.
          event.preventDefault();
          setOpen(!isOpen);
        }}
      >
        {label} <b>{chosen.length === 0 ? 'All' : chosen.join(' + ')}</b>
      </summary>
      <fieldset>
        <legend>{label}</legend>
        <label>
          <input type="checkbox" checked={chosen.length === 0} onChange={() => onChoose([])} /> All
        </label>
        {values.map(({ value, text }) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => turn(value)} /> {text}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
