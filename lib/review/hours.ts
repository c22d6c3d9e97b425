/** Whether there is an hour at which a route tells anybody, by the hours in which it is muted and those it is held to. */
import type { Bounds, HoursRecord, SpanRecord } from '../read/hours.ts';
import type { RouteRecord } from '../read/records.ts';

type Hours = ReadonlyMap<string, HoursRecord>;
type Held = Pick<RouteRecord, 'muted' | 'active'>;

/** A day as hours are about it. */
interface Day {
  readonly weekday: number;
  readonly month: number;
  readonly day: number;
  /** How many days its month has. */
  readonly of: number;
}

const LONGEST_MONTH = 31;
/** How long each month is; February in both kinds of years. */
const MONTHS: readonly (readonly [month: number, days: number])[] = [
  ...[1, 3, 5, 7, 8, 10, 12].map((month) => [month, LONGEST_MONTH] as const),
  ...[4, 6, 9, 11].map((month) => [month, 30] as const),
  [2, 28],
  [2, 29],
];

/** Every weekday falls on every day of every month sooner or later. */
const DAYS: readonly Day[] = MONTHS.flatMap(([month, of]) =>
  Array.from({ length: 7 * of }, (_, at) => ({ month, of, day: 1 + Math.floor(at / 7), weekday: at % 7 })),
);

/** By all that hours can be told by: each alert asks anew. */
const known = new WeakMap<Hours, Map<string, boolean>>();

/**
 * Whether anybody is told at any hour. Where it cannot be told, somebody is: hours that are not defined, years that
 * come or are over, and clocks of several places.
 */
export function tellsEver({ muted, active }: Held, hours: Hours): boolean {
  if (muted.length + active.length === 0) return true;
  const answers = known.get(hours) ?? new Map<string, boolean>();
  known.set(hours, answers);
  const key = JSON.stringify([muted, active]);
  const answer = answers.get(key) ?? tells({ muted, active }, hours);
  answers.set(key, answer);
  return answer;
}

function tells({ muted, active }: Held, hours: Hours): boolean {
  const [off, on] = [muted, active].map((names) => spansOf(names, hours));
  if (off === undefined || on === undefined) return true;
  const places = [...new Set([...off, ...on].map(({ location }) => location))];
  // Hours of which none is named are no hours: of them there is no place.
  return (places.length === 0 ? ['UTC'] : places).every((place) =>
    tellsBy(place, { off, on, isHeld: active.length > 0 }),
  );
}

/** None where one of them is not known. */
function spansOf(names: readonly string[], hours: Hours): readonly SpanRecord[] | undefined {
  const all = names.map((name) => hours.get(name)?.spans);
  return all.some((each) => each === undefined) ? undefined : all.flatMap((each) => each ?? []);
}

interface Spans {
  readonly off: readonly SpanRecord[];
  readonly on: readonly SpanRecord[];
  /** Whether it is told only in some hours, be they none. */
  readonly isHeld: boolean;
}

/** By the clocks of one place: what mutes elsewhere does not count, and what is held to elsewhere always does. */
function tellsBy(place: string, { off, on, isHeld }: Spans): boolean {
  const mutes = off.filter(({ location, years }) => location === place && years === undefined);
  const elsewhere = on.some((each) => each.location !== place && DAYS.some((day) => isOn(each, day)));
  const here = on.filter(({ location }) => location === place);
  const minutes = [...new Set([0, ...[...mutes, ...here].flatMap(turns)])].filter((each) => each < 24 * 60);
  return DAYS.some((day) => {
    const [muting, telling] = [mutes, here].map((spans) => spans.filter((each) => isOn(each, day)));
    return minutes.some(
      (minute) =>
        (!isHeld || elsewhere || (telling ?? []).some(({ times }) => isIn(times, minute))) &&
        !(muting ?? []).some(({ times }) => isIn(times, minute)),
    );
  });
}

/** The minutes at which something is other than it was. */
const turns = ({ times = [] }: SpanRecord): readonly number[] => times.flatMap(({ from, to }) => [from, to + 1]);

function isOn({ weekdays, days, months, times, years }: SpanRecord, { weekday, day, of, month }: Day): boolean {
  const fromEnd = (each: number): number => (each < 0 ? of + each + 1 : each);
  const inMonth = days?.map(({ from, to }) => ({ from: fromEnd(from), to: fromEnd(to) }));
  const isAnyTime = times?.length !== 0 && years?.length !== 0;
  return isAnyTime && isIn(weekdays, weekday) && isIn(months, month) && isIn(inMonth, day);
}

function isIn(all: readonly Bounds[] | undefined, value: number): boolean {
  return all === undefined || all.some(({ from, to }) => from <= value && value <= to);
}
