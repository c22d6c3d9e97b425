import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import type { TextVariable } from '../../../model/variable.ts';
import { variableName } from './variable-name.ts';

const named = (...names: readonly string[]) => {
  const variables = names.map((name): TextVariable => ({ kind: 'text', name, label: name, value: '' }));
  return shop({ dashboard: { variables } });
};

describeRule(variableName, {
  example: named('my service'),
  allows: [
    ['letters, digits and _', named('service_2')],
    ['50 characters', named('a'.repeat(50))],
  ],
  finds: [
    ['51 characters', named('a'.repeat(51)), { found: `the name "${'a'.repeat(51)}" of a variable` }],
    ["one of Grafana's own", named('__interval'), { found: 'the name "__interval" of a variable' }],
    ['no name', named(''), { found: 'the name "" of a variable' }],
    ['one twice', named('service', 'service'), { found: 'two variables with the name service' }],
    ["the data source's", named('datasource'), { found: 'two variables with the name datasource' }],
  ],
});
