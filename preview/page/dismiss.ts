/** Menus that go when one looks elsewhere: Escape, a click beside them, or the focus in another place. */
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Why a menu goes: Escape gives the focus back to what opened it, and a look elsewhere leaves it there. */
export type Dismissal = 'escape' | 'elsewhere';

/** Calls `onDismiss` for a menu that is open. */
export function useDismissal(
  menu: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onDismiss: (why: Dismissal) => void,
): void {
  const latest = useRef(onDismiss);
  latest.current = onDismiss;
  // Before anything else can happen: whoever sees a menu open can close it.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const isInside = ({ target }: Event): boolean => target instanceof Node && menu.current?.contains(target) === true;
    const elsewhere = (event: Event): void => {
      if (!isInside(event)) latest.current('elsewhere');
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // What lies below, as the drawer, stays.
      event.stopPropagation();
      latest.current('escape');
    };
    document.addEventListener('pointerdown', elsewhere, true);
    document.addEventListener('focusin', elsewhere, true);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true);
      document.removeEventListener('focusin', elsewhere, true);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [menu, isOpen]);
}
