import { describeRule } from '../../../../test/support/rule-cases.ts';
import { logql, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logMatchers } from './log-matchers.ts';

describeRule(logMatchers, {
  example: withLogPanel(logql('rate({service="shop", service="store"}[5m])')),
  allows: [
    ['different labels', withLogPanel(logql('rate({service="shop", level="shop"}[5m])'))],
    ['different values of different labels', withLogPanel(logql('rate({service="shop", level="error"}[5m])'))],
    ['what leaves others out', withLogPanel(logql('rate({service="shop", service!="store"}[5m])'))],
    ['what a viewer chooses', withLogPanel(logql('rate({service="shop", service="$service"}[5m])'))],
  ],
  finds: [
    [
      'what it excludes itself',
      withLogPanel(logql('rate({service="shop", service!="shop"}[5m])')),
      {
        found: 'service="shop" and service!="shop", which no stream fulfils',
        remedy: 'remove one of them, or choose both: /shop|shop/',
      },
    ],
  ],
});
