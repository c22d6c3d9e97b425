import { maxOverTime } from 'plainsight/logql';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { accessLog, logql, shopLines, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logUnwrapError } from './log-unwrap-error.ts';

const took = 'max_over_time({service="shop"} | logfmt | unwrap took';

describeRule(logUnwrapError, {
  example: withLogPanel(logql(`${took} [5m]) by (service)`)),
  allows: [
    ['a filter of errors', withLogPanel(logql(`${took} | __error__="" [5m]) by (service)`))],
    ['it among others', withLogPanel(logql(`${took} | __error__="" and path!="/" [5m]) by (service)`))],
    [
      'what the types make',
      withLogPanel(maxOverTime(shopLines.parse(accessLog).unwrap('took').withoutErrors(), '5m', { by: ['service'] })),
    ],
  ],
  finds: [['another filter only', withLogPanel(logql(`${took} | path!="/" [5m]) by (service)`)), {}]],
});
