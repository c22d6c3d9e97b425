/** What the page knows and where it is. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PreviewState, Span, Status } from '../protocol.ts';
import { fetchState, follow } from './api.ts';
import { addressOf, isStep, moved, type Place, placeOf } from './place.ts';
import { reused } from './reused.ts';
import { isFixed, type Range, spanOf } from './time.ts';

export type Connection = 'there' | 'gone';

/** The server's state, fetched again whenever it says that there is news. */
export function usePreview(): { readonly state: PreviewState | undefined; readonly connection: Connection } {
  const [state, setState] = useState<PreviewState>();
  const [connection, setConnection] = useState<Connection>('there');
  const asking = useRef(0);
  const known = useRef<PreviewState>(undefined);
  useEffect(() => {
    const news = (): void => {
      asking.current += 1;
      const mine = asking.current;
      fetchState(known.current).then(
        (next) => {
          if (mine !== asking.current) return;
          known.current = reused(known.current, next);
          setConnection('there');
          setState(known.current);
        },
        () => setConnection('gone'),
      );
    };
    const status = (next: Status): void => setState((before) => before && { ...before, status: next });
    return follow({ news, status, gone: () => setConnection('gone') });
  }, []);
  return { state, connection };
}

export interface Way {
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
  /** Grows each time that the viewer is led to a panel, and to the same one once more. */
  readonly arrivals: number;
}

/** The place in the address, and the way to another one. */
export function usePlace(): Way {
  const [place, setPlace] = useState(() => placeOf(window.location));
  const [arrivals, setArrivals] = useState(0);
  const here = useRef(place);
  useEffect(() => {
    const back = (): void => {
      here.current = placeOf(window.location);
      setPlace(here.current);
      setArrivals((before) => before + 1);
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = useCallback((change: Partial<Place>) => {
    const next = moved(here.current, change);
    const address = addressOf(next);
    const isNew = isStep(change) && address !== addressOf(here.current);
    window.history[isNew ? 'pushState' : 'replaceState'](null, '', address);
    here.current = next;
    setPlace(next);
    if (change.panel !== undefined) setArrivals((before) => before + 1);
  }, []);
  return { place, go, arrivals };
}

/** Whether the page is as the query says, followed. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const follow = (): void => setMatches(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

/** Grows every `ms`, and each time `again()` is called: what is shown is then asked for anew. */
export function useTicks(ms: number): { readonly tick: number; readonly again: () => void } {
  const [tick, setTick] = useState(0);
  const again = useCallback(() => setTick((before) => before + 1), []);
  useEffect(() => {
    if (ms <= 0) return;
    const interval = setInterval(() => {
      if (!document.hidden) again();
    }, ms);
    return () => clearInterval(interval);
  }, [ms, again]);
  return { tick, again };
}

/** The width of an element, followed. */
export function useWidth(): readonly [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver>(undefined);
  const attach = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element === null) return;
    setWidth(element.clientWidth);
    observer.current = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.current.observe(element);
  }, []);
  return [attach, width];
}

/**
 * The last time that moved with the clock, as long as a fixed part of it is shown: zooming into samples then shows a
 * part of them.
 */
export function useAnchor(range: Range, span: Span, usual: Range): Span | undefined {
  const last = useRef<Span>(undefined);
  const fixed = isFixed(range);
  useEffect(() => {
    if (!fixed) last.current = span;
  }, [fixed, span]);
  return useMemo(() => {
    if (!fixed) return undefined;
    const anchor = last.current ?? spanOf(usual, Date.now());
    return span.from < anchor.to && span.to > anchor.from ? anchor : undefined;
  }, [fixed, span, usual]);
}
