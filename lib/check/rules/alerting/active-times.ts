/** Hours of the day are hours that there are. */
import { renamed } from '../../../model/problem.ts';
import { type Fault, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

/** Source: https://prometheus.io/docs/alerting/latest/configuration/#time_interval-0 */
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export const activeTimes = rule({
  id: 'active-times',
  reason: 'Alertmanager does not start with hours that it cannot read: then nobody is told of anything.',
  source: 'Alertmanager, configuration: time_interval',
  example: {
    where: 'times day',
    found: 'from 18:00 to 08:00',
    allowed: 'a time of day such as 08:00, and a later one; 24:00 is the end of the day',
    remedy: 'write both with two digits; hours over midnight are two: to 24:00, and from 00:00',
  },
  *check({ model: { alerting } }) {
    if (alerting === undefined) return;
    for (const [name, times] of Object.entries(alerting.times)) {
      for (const { from, to } of times) {
        if (TIME.test(from) && TIME.test(to) && from < to) continue;
        yield {
          about: unexcusable(renamed(alerting.where, `times ${name}`)),
          found: `from ${from} to ${to}`,
          allowed: 'a time of day such as 08:00, and a later one; 24:00 is the end of the day',
          remedy: 'write both with two digits; hours over midnight are two: to 24:00, and from 00:00',
        };
      }
    }
    if (!isTimeZone(alerting.timeZone)) yield { about: unexcusable(alerting.where), ...unknownZone(alerting.timeZone) };
  },
});

function isTimeZone(name: string): boolean {
  // Go knows the zones of the same database, by its names alone.
  if (!/^(?:UTC|[A-Z]\w+(?:\/[\w+-]+)+)$/.test(name)) return false;
  // These are asked first, since a formatter loads all that it formats with; but the list leaves out older names.
  if (name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function unknownZone(name: string): Fault {
  return {
    found: `the time zone ${name}`,
    allowed: 'UTC, or a name of the time zone database',
    remedy: "name a city: timeZone: 'Europe/Berlin'",
  };
}
