import { describeRule } from '../../../../test/support/rule-cases.ts';
import { ordersPaid, shop } from '../../../../test/support/shop.ts';
import { objectiveTarget } from './objective-target.ts';

const aiming = (target: number) => {
  const model = shop({ objectives: [{ ordersPaid }] });
  return { ...model, objectives: model.objectives.map((objective) => ({ ...objective, target })) };
};

describeRule(objectiveTarget, {
  example: aiming(99.5),
  allows: [
    ['99.5 %', aiming(0.995)],
    ['a target that an outage is well beyond', aiming(0.95)],
  ],
  finds: [
    [
      'all',
      aiming(1),
      { found: 'the target 1, which leaves no budget', remedy: 'allow what you can live with: 0.999' },
    ],
    ['none', aiming(0), { found: 'the target 0', remedy: 'write the share that has to be good' }],
    ['no number', aiming(Number.NaN), { found: 'the target NaN', remedy: 'write the share that has to be good' }],
    [
      'a target that an outage hardly misses',
      aiming(0.9),
      {
        found: 'the target 0.9: a total outage burns the budget 10 times too fast, and alerts wait for 14.4 times',
        allowed: 'a target above 0.931',
        remedy: 'promise more, or write an alert of your own',
      },
    ],
  ],
});
