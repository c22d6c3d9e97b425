/** Which clicks on a panel are meant for the panel: not those that end a drag, select text or belong to a part of it. */
import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';

/** What has a use of its own for a click. */
const OWN_CLICKS = 'button, a, input, summary, [role=columnheader], .troubles, .log';
/** A hand is never quite still. */
const STILL_PX = 4;
/** A second click on a graph zooms out: the first waits for it. */
const GRAPH = '.u-over';
const SECOND_CLICK_MS = 250;

/** What a panel needs to be opened by a click. */
export function useClicks(onOpen: () => void) {
  const down = useRef({ x: 0, y: 0 });
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    onPointerDownCapture: ({ clientX: x, clientY: y }: PointerEvent) => {
      down.current = { x, y };
    },
    onClick: (event: MouseEvent) => {
      clearTimeout(waiting.current);
      const { target, clientX, clientY, detail, shiftKey } = event;
      const moved = Math.hypot(clientX - down.current.x, clientY - down.current.y);
      if (moved > STILL_PX || detail > 1 || shiftKey || !(target instanceof Element)) return;
      // React passes on what happens in a tooltip of the panel, wherever that stands.
      if (!event.currentTarget.contains(target) || target.closest(OWN_CLICKS) !== null) return;
      if (target.closest(GRAPH) === null) onOpen();
      else waiting.current = setTimeout(onOpen, SECOND_CLICK_MS);
    },
  };
}
