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
  const isMeant = ({ currentTarget, target, clientX, clientY, detail, shiftKey }: MouseEvent): boolean => {
    const moved = Math.hypot(clientX - down.current.x, clientY - down.current.y);
    // React passes on what happens in a tooltip of the panel, wherever that stands.
    const isInside = target instanceof Element && currentTarget.contains(target) && !target.closest(OWN_CLICKS);
    return isInside && moved <= STILL_PX && detail < 2 && !shiftKey;
  };
  return {
    // Grafana's panel keeps the pointer's events to itself.
    onPointerDownCapture: ({ clientX: x, clientY: y }: PointerEvent) => {
      down.current = { x, y };
    },
    onClickCapture: (event: MouseEvent) => {
      clearTimeout(waiting.current);
      if (!(event.target instanceof Element) || event.target.closest(GRAPH) === null) return;
      // Else the tooltip is pinned as well, and takes the Escape that would close what opens.
      event.stopPropagation();
      if (isMeant(event)) waiting.current = setTimeout(onOpen, SECOND_CLICK_MS);
    },
    onClick: (event: MouseEvent) => {
      if (isMeant(event)) onOpen();
    },
  };
}
