import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, shopDashboard } from '../../../../test/support/shop.ts';
import { dashboardUnique } from './dashboard-unique.ts';

describeRule(dashboardUnique, {
  example: shop({ dashboards: [shopDashboard({ title: 'Shop again' })] }),
  allows: [['another uid and title', shop({ dashboards: [shopDashboard({ uid: 'shop-2', title: 'Shop 2' })] })]],
  finds: [
    [
      'uids that differ in case only',
      shop({ dashboards: [shopDashboard({ uid: 'SHOP', title: 'Other' })] }),
      { where: 'dashboard SHOP', found: 'the uid SHOP, which dashboard "Shop" has as shop' },
    ],
    [
      'titles that differ in case only',
      shop({ dashboards: [shopDashboard({ uid: 'other', title: 'shop' })] }),
      {
        where: 'dashboard other',
        found: 'the title shop, which dashboard shop has as Shop',
        allowed: 'a title of its own',
        remedy: 'give one of them another title',
      },
    ],
    [
      'one title twice',
      shop({ dashboards: [shopDashboard({ uid: 'shop-2' })] }),
      {
        where: 'dashboard shop-2',
        found: 'the title Shop, which dashboard shop has too',
        allowed: 'a title of its own',
        remedy: 'give one of them another title',
      },
    ],
  ],
});
