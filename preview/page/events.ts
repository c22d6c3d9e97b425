/** The events of annotations over the time shown, joined as Grafana's Prometheus data source joins them. */
import { renderLegendFormat } from '@grafana/data';
import { createContext, useEffect, useMemo, useState } from 'react';
import { ANNOTATIONS, type AnnotationInfo, type DataAnswer, type MatrixSeries } from '../protocol.ts';
import { fetchData } from './api.ts';
import { questionOf, type Shown } from './context.ts';

/** Something that happened, or went on for a while. */
export interface MarkedEvent {
  /** Of its annotation. */
  readonly name: string;
  readonly colour: string;
  readonly title: string;
  readonly from: number;
  /** The same as `from` for what was seen once. */
  readonly to: number;
}

export const EventsContext = createContext<readonly MarkedEvent[]>([]);

/** What answers tell of events: where a value is above zero something goes on, until there is none for a step. */
export function eventsIn(infos: readonly AnnotationInfo[], { answers, step }: DataAnswer): readonly MarkedEvent[] {
  return infos.flatMap((info) => {
    const answer = answers[info.name];
    return answer?.resultType === 'matrix' ? answer.result.flatMap((series) => eventsOf(info, series, step)) : [];
  });
}

function eventsOf(info: AnnotationInfo, { metric, values }: MatrixSeries, step: number): readonly MarkedEvent[] {
  const events: { from: number; to: number }[] = [];
  for (const [seconds, value] of values) {
    const time = Math.round(seconds * 1_000);
    const last = events.at(-1);
    if (!(Number(value) > 0)) continue;
    if (last !== undefined && time <= last.to + step) last.to = time;
    else events.push({ from: time, to: time });
  }
  const { name, colour } = info;
  const title = renderLegendFormat(info.title, { ...metric });
  return events.map(({ from, to }) => ({ name, colour, title, from, to }));
}

export interface Events {
  readonly events: readonly MarkedEvent[];
  readonly isLoading: boolean;
  readonly errors: DataAnswer['errors'];
}

const NONE: Events = { events: [], isLoading: false, errors: {} };

/** The events over the time shown, asked for with as many steps as the page is wide: so does Grafana. */
export function useEvents(shown: Shown): Events {
  const { annotations: infos } = shown.dashboard;
  const [known, setKnown] = useState<Events>({ ...NONE, isLoading: infos.length > 0 });
  const request = useMemo(() => questionOf(shown, window.innerWidth), [shown]);
  useEffect(() => {
    if (infos.length === 0) return setKnown(NONE);
    const asking = new AbortController();
    fetchData({ ...request, panel: ANNOTATIONS }, asking.signal).then(
      (answer) => setKnown({ events: eventsIn(infos, answer), isLoading: false, errors: answer.errors }),
      (error: unknown) => {
        if (!asking.signal.aborted) setKnown({ ...NONE, errors: { '': String(error) } });
      },
    );
    return () => asking.abort();
  }, [request, infos]);
  return known;
}
