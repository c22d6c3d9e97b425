/** What the page knows and where it is. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PreviewState, Span, Status } from '../protocol.ts';
import { fetchState, follow } from './api.ts';
import { addressOf, type Place, placeOf } from './place.ts';
import { reused } from './reused.ts';
import { isFixed, type Range, spanOf } from './time.ts';

export type Connection = 'there' | 'gone';

/** The server's state, fetched again whenever it says that there is news. */
export function usePreview(): { readonly state: PreviewState | undefined; readonly connection: Connection } {
  const [state, setState] = useState<PreviewState>();
  const [connection, setConnection] = useState<Connection>('there');
  const asking = useRef(0);
  useEffect(() => {
    const news = (): void => {
      asking.current += 1;
      const mine = asking.current;
      fetchState().then(
        (next) => {
          if (mine !== asking.current) return;
          setConnection('there');
          setState((before) => reused(before, next));
        },
        () => setConnection('gone'),
      );
    };
    const status = (next: Status): void => setState((before) => before && { ...before, status: next });
    return follow({ news, status, gone: () => setConnection('gone') });
  }, []);
  return { state, connection };
}

/** The place in the address, and the way to another one. */
export function usePlace(): readonly [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(() => placeOf(window.location));
  useEffect(() => {
    const back = (): void => setPlace(placeOf(window.location));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = useCallback((change: Partial<Place>) => {
    setPlace((before) => {
      const next = { ...before, ...change };
      const isOther = change.dashboard !== undefined && change.dashboard !== before.dashboard;
      // Back leads out of a zoom, as in Grafana.
      const method = isOther || change.range !== undefined ? 'pushState' : 'replaceState';
      window.history[method](null, '', addressOf(next));
      return next;
    });
  }, []);
  return [place, go];
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
