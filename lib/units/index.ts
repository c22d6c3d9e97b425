/** Units, meant to be imported as a namespace: `import * as unit from 'plainsight/units'`. */
export type { Duration, DurationText } from './duration.ts';
export { duration } from './duration.ts';
export type { Bytes, Cores, Percent, Ratio, Seconds, StateUnit, Timestamp, Unit } from './unit.ts';
export {
  amperes,
  bytes,
  celsius,
  cores,
  count,
  hertz,
  joules,
  microseconds,
  milliseconds,
  nanoseconds,
  percent,
  perSecond,
  ratio,
  seconds,
  state,
  timestamp,
  volts,
} from './unit.ts';
