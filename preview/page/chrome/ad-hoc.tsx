/** Filters that a viewer adds to every query: a label, how it is compared, and a value. */
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type AdHocFilter, adHocFilter, adHocText, OPERATORS } from '../../ad-hoc-filter.ts';
import { type Dismissal, useDismissal } from '../dismiss.ts';

interface Props {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  /** The labels there are, or the values of one. */
  readonly offers: (label?: string) => Promise<readonly string[]>;
}

export function AdHoc({ label, chosen, onChoose, offers }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (why: Dismissal): void => {
    flushSync(() => setOpen(false));
    if (why === 'escape') button.current?.focus();
  };
  return (
    <fieldset className="filters" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      {chosen.map((text) => (
        <button
          key={text}
          type="button"
          className="filter"
          aria-label={`Remove ${spoken(text)}`}
          onClick={() => onChoose(chosen.filter((each) => each !== text))}
        >
          {spoken(text)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {isOpen ? (
        <Form
          offers={offers}
          onClose={close}
          onAdd={(filter) => {
            onChoose([...chosen.filter((text) => text !== adHocText(filter)), adHocText(filter)]);
            close('escape');
          }}
        />
      ) : (
        <button ref={button} type="button" aria-label="Add a filter" onClick={() => setOpen(true)}>
          +
        </button>
      )}
    </fieldset>
  );
}

function spoken(text: string): string {
  const filter = adHocFilter(text);
  return filter === undefined ? text : `${filter.label} ${filter.operator} ${filter.value}`;
}

interface FormProps {
  readonly offers: Props['offers'];
  readonly onAdd: (filter: AdHocFilter) => void;
  readonly onClose: (why: Dismissal) => void;
}

function Form({ offers, onAdd, onClose }: FormProps) {
  const first = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState('');
  const [operator, setOperator] = useState<AdHocFilter['operator']>('=');
  const [value, setValue] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.focus(), []);
  useDismissal(form, true, onClose);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() !== '') onAdd({ label: label.trim(), operator, value });
      }}
    >
      <Offered ref={first} name="Label" value={label} onChange={setLabel} offers={() => offers()} />
      <select
        aria-label="Comparison"
        value={operator}
        onChange={(event) => setOperator(OPERATORS.find((each) => each === event.target.value) ?? '=')}
      >
        {OPERATORS.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <Offered key={label} name="Value" value={value} onChange={setValue} offers={() => offers(label.trim())} />
      <button type="submit" disabled={label.trim() === ''}>
        Add
      </button>
      <button type="button" aria-label="Close" onClick={() => onClose('escape')}>
        ×
      </button>
    </form>
  );
}

interface OfferedProps {
  readonly ref?: React.Ref<HTMLInputElement>;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly offers: () => Promise<readonly string[]>;
}

/** A text with offers, which are asked for when somebody goes there. */
function Offered({ ref, name, value, onChange, offers }: OfferedProps) {
  const list = useId();
  const [offered, setOffered] = useState<readonly string[]>([]);
  return (
    <>
      <input
        ref={ref}
        aria-label={name}
        placeholder={name.toLowerCase()}
        size={10}
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => void offers().then(setOffered, () => setOffered([]))}
      />
      <datalist id={list}>
        {offered.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
