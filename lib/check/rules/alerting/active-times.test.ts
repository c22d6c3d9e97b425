import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import type { TimeOfDay } from '../../../model/alerting/route.ts';
import { activeTimes } from './active-times.ts';

const during = (from: TimeOfDay, to: TimeOfDay) =>
  shop({ alerts: told, alerting: shopAlerting({ times: { day: [{ from, to }] } }) });
const inZone = (timeZone: string) => shop({ alerts: told, alerting: shopAlerting({ timeZone }) });
const zone = (timeZone: string) => ({
  where: 'alerting',
  found: `the time zone ${timeZone}`,
  allowed: 'UTC, or a name of the time zone database',
  remedy: "name a city: timeZone: 'Europe/Berlin'",
});

describeRule(activeTimes, {
  example: during('18:00', '08:00'),
  allows: [
    ['a whole day', during('00:00', '24:00')],
    ['UTC', inZone('UTC')],
    ['a city', inZone('America/Argentina/Buenos_Aires')],
  ],
  finds: [
    ['one digit', during('8:00', '18:00'), { found: 'from 8:00 to 18:00' }],
    ['a minute that there is not', during('08:00', '18:60'), { found: 'from 08:00 to 18:60' }],
    ['no time at all', during('08:00', '08:00'), { found: 'from 08:00 to 08:00' }],
    ['an unknown city', inZone('Europe/Atlantis'), zone('Europe/Atlantis')],
    ['an abbreviation', inZone('CEST'), zone('CEST')],
  ],
});
