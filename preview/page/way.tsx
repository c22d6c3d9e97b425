/** Links within the page: they lead on without loading it anew, and are addresses for whoever opens them elsewhere. */
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import { addressOf, moved, type Place, placeLinked, placeOf, type Site } from './place.ts';

export interface WayOn {
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
}

export const WayContext = createContext<WayOn>({
  place: placeOf({ pathname: '/', search: '' }),
  go: () => undefined,
});

interface Props {
  readonly to: Partial<Place>;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
  readonly onFollowed?: () => void;
}

export function PlaceLink({ to, children, className, current = false, onFollowed }: Props) {
  const { place, go } = useContext(WayContext);
  return (
    <a
      href={addressOf(moved(place, to))}
      {...(className === undefined ? {} : { className })}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (isForElsewhere(event)) return;
        event.preventDefault();
        go(to);
        onFollowed?.();
      }}
    >
      {children}
    </a>
  );
}

/** The browser's own ways to open a link in another tab, window or file. */
function isForElsewhere({ metaKey, ctrlKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey || button !== 0;
}

/** What a click on a link that others made does: in a table's cell, a panel's text or a runbook. */
export function linkFollower(go: WayOn['go'], site: Site | undefined): (event: MouseEvent) => void {
  return (event) => {
    if (event.defaultPrevented || isForElsewhere(event) || !(event.target instanceof Element)) return;
    const href = event.target.closest('a')?.getAttribute('href');
    const to = href == null || site === undefined ? undefined : placeLinked(href, site);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
}
