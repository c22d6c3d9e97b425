/** Every alert is seen firing, and seen silent where it must not be fooled. */
import type { AnyAlert } from '../../../model/resolved.ts';
import { type Fault, rule } from '../../rule.ts';

export const alertTests = rule({
  id: 'alert-tests',
  reason:
    'An alert that was never seen firing may never fire, and one that was never seen silent wakes people for nothing.',
  source: 'kubernetes-mixin, tests.yaml: silence is tested as well as firing',
  example: {
    where: 'alert Few',
    found: 'no silent test',
    allowed: 'at least one test in which the alert stays silent',
    remedy: 'add test.silent: the situation that it must not mistake for the fault',
  },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      for (const fault of faultsOf(alert)) yield { about: alert, ...fault };
    }
  },
});

function* faultsOf({ test: { fires, silent }, untested }: AnyAlert): Iterable<Fault> {
  // An environment whose thresholds are others has no tests of its own for them: the build lists these alerts.
  if (untested !== undefined) return;
  if (fires.length === 0) {
    yield {
      found: 'no firing test',
      allowed: 'at least one test in which the alert fires',
      remedy: 'add test.fires: the fault, when it is noticed, and what the alert then says',
    };
  }
  if (fires.some(({ says }) => says.trim() === '')) {
    yield {
      found: 'a firing test with an empty `says`',
      allowed: 'the description as a person reads it',
      remedy: 'write into `says` what promtool prints',
    };
  }
  if (silent.length === 0) {
    yield {
      found: 'no silent test',
      allowed: 'at least one test in which the alert stays silent',
      remedy: 'add test.silent: the situation that it must not mistake for the fault',
    };
  }
  if (silent.some(({ reason }) => reason.trim() === '')) {
    yield {
      found: 'a silent test without a reason',
      allowed: 'what the situation is, in a few words',
      remedy: "say it: reason: 'a full queue that shrinks'",
    };
  }
}
