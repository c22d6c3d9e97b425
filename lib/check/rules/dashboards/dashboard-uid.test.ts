import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { dashboardUid } from './dashboard-uid.ts';

const long = 'a'.repeat(41);

describeRule(dashboardUid, {
  example: shop({ dashboard: { uid: 'my shop' } }),
  allows: [['40 characters', shop({ dashboard: { uid: 'a'.repeat(40) } })]],
  finds: [
    [
      'none',
      shop({ dashboard: { uid: '' } }),
      {
        where: 'dashboard ',
        found: 'the uid ""',
        remedy: 'give it a uid such as overview, and keep it: bookmarks hang on it',
      },
    ],
    [
      '40 characters, and not all of them allowed',
      shop({ dashboard: { uid: `${'a'.repeat(39)} ` } }),
      {
        where: `dashboard ${'a'.repeat(39)} `,
        found: `the uid "${'a'.repeat(39)} "`,
        remedy: `give it a uid such as ${'a'.repeat(39)}-, and keep it: bookmarks hang on it`,
      },
    ],
    [
      '41 characters',
      shop({ dashboard: { uid: long } }),
      {
        where: `dashboard ${long}`,
        found: `the uid "${long}" of 41 characters`,
        remedy: `give it a uid such as ${'a'.repeat(40)}, and keep it: bookmarks hang on it`,
      },
    ],
  ],
});
