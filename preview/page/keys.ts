/**
 * A panel by keyboard. It is one stop for Tab, however many buttons it has inside: Enter opens what stands behind it,
 * the down arrow leads into it, Escape out again.
 */
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { stopOf } from './arrive.ts';

/** The parts of a panel that take the focus: of its drawing before those of its title. */
const PARTS = 'a[href], button:not([disabled]), input, select, summary, [tabindex="0"]';

/** Whether the focus moves because somebody goes backwards: it then comes to the end of a panel first. */
let isGoingBack = false;
addEventListener(
  'keydown',
  ({ key, shiftKey }) => {
    isGoingBack = key === 'Tab' && shiftKey;
  },
  true,
);
addEventListener(
  'pointerdown',
  () => {
    isGoingBack = false;
  },
  true,
);

/** What a panel needs to be one stop. `end` stands behind everything in it. */
export function useKeys(onOpen: () => void) {
  const panel = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => stop(panel)?.setAttribute('aria-keyshortcuts', 'Enter ArrowDown'), []);
  const onStop = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    // From behind its last part the browser goes on to what follows.
    if (key === 'Tab' && !shiftKey) end.current?.focus({ preventScroll: true });
    if (key !== 'Enter' && key !== 'ArrowDown') return;
    event.preventDefault();
    if (key === 'Enter') onOpen();
    else partsOf(panel.current)[0]?.focus();
  };
  return {
    end,
    panel,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isWithin(event)) return;
      if (event.target === stop(panel)) {
        onStop(event);
      } else if (event.key === 'Escape' && document.querySelector('.about-panel') === null) {
        // What is open beside the panels is closed first.
        event.preventDefault();
        stop(panel)?.focus();
      }
    },
    onFocus: (event: FocusEvent): void => {
      const { currentTarget, relatedTarget, target } = event;
      const cameIn = !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
      if (isGoingBack && cameIn && isWithin(event) && target !== stop(panel)) stop(panel)?.focus();
    },
  };
}

function stop(panel: { readonly current: HTMLElement | null }): HTMLElement | null {
  return panel.current === null ? null : stopOf(panel.current);
}

/** React passes on what happens in a tooltip of the panel, wherever that stands. */
function isWithin({ currentTarget, target }: KeyboardEvent | FocusEvent): boolean {
  return target instanceof Node && currentTarget.contains(target);
}

/** What the panel draws comes first; what its title offers, last. */
function partsOf(panel: HTMLElement | null): readonly HTMLElement[] {
  if (panel === null) return [];
  const parts = [...panel.querySelectorAll<HTMLElement>(`section ${PARTS.split(', ').join(', section ')}`)];
  const inTitle = (part: HTMLElement): boolean => part.closest('[data-testid$="header-container"]') !== null;
  return [...parts.filter((part) => !inTitle(part)), ...parts.filter(inTitle)];
}
