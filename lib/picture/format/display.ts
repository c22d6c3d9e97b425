/** Values as Grafana shows them in each of its display units: every unit that `lib/units/display.ts` allows. */
import { NOW } from '../../sample/time.ts';
import { clockOfMilliseconds, clockOfSeconds, fromNow, isoDate, localDate } from './clock.ts';
import { binary, counted, decimal, type Formatted, type Formatter, fixed, grouped, shortNumber } from './number.ts';
import { microseconds, milliseconds, millisecondsInWords, nanoseconds, seconds, secondsInWords } from './span.ts';

function plain(suffix?: string): Formatter {
  return (value, decimals) => ({ text: fixed(value, decimals), ...(suffix === undefined ? {} : { suffix }) });
}

const FORMATTERS: Readonly<Record<string, Formatter>> = {
  s: seconds,
  ms: milliseconds,
  µs: microseconds,
  ns: nanoseconds,
  dtdurations: secondsInWords,
  dtdurationms: millisecondsInWords,
  clocks: clockOfSeconds,
  clockms: clockOfMilliseconds,
  bytes: binary('B'),
  decbytes: decimal('B'),
  binBps: binary('B/s'),
  Bps: decimal('B/s'),
  reqps: counted('req/s'),
  ops: counted('ops/s'),
  rowsps: counted('rows/s'),
  pps: decimal('p/s'),
  percentunit: (value, decimals) => ({ text: fixed(100 * value, decimals), suffix: '%' }),
  percent: plain('%'),
  none: plain(),
  short: shortNumber,
  locale: (value, decimals) => ({ text: grouped(value, decimals) }),
  celsius: plain(' °C'),
  hertz: decimal('Hz'),
  volt: decimal('V'),
  amp: decimal('A'),
  joule: decimal('J'),
  dateTimeFromNow: fromNow(NOW),
  dateTimeAsIso: isoDate,
  dateTimeAsLocal: localDate,
};

const SUFFIX = 'suffix:';

/** The formatter of a display unit, of plain numbers where there is none. A unit that Grafana does not know is written behind the number, as Grafana does. */
export function formatter(display = 'none'): Formatter {
  const known = FORMATTERS[display];
  if (known !== undefined) return known;
  return plain(` ${display.startsWith(SUFFIX) ? display.slice(SUFFIX.length) : display}`);
}

/** Display units whose digits are not shortened on an axis. */
const KEEPS_ZEROS: ReadonlySet<string> = new Set(['locale', 'dateTimeFromNow', 'dateTimeAsIso', 'dateTimeAsLocal']);

interface Tick {
  readonly display: string;
  readonly decimals?: number;
  /** The distance between two ticks: it says how many decimals tell them apart. */
  readonly step: number;
}

/**
 * A value beside an axis.
 *
 * @example tickText(1.5, { display: 's', step: 0.5 }) // '1.5 s'
 */
export function tickText(value: number, { display, decimals, step }: Tick): string {
  const needed = String(Math.round(step * 1e6 * (1 + Number.EPSILON)) / 1e6).split('.')[1]?.length ?? 0;
  if (decimals !== undefined || needed === 0 || KEEPS_ZEROS.has(display)) {
    return whole(formatter(display)(value, decimals));
  }
  const formatted = formatter(display)(value, needed);
  const number = Number(formatted.text);
  return whole(Number.isNaN(number) ? formatted : { ...formatted, text: String(number) });
}

/** Number and unit as one text. */
export function whole({ text, suffix = '' }: Formatted): string {
  return `${text}${suffix}`;
}
