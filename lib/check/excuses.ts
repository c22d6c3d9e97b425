/**
 * Excuses: a definition says for which rule it is an exception, and why. An excuse that excuses nothing is a problem of
 * its own, so that none outlives its reason.
 */
import { isSamePlace, type Problem } from '../model/problem.ts';
import { didYouMean } from './messages.ts';
import type { Documented, Finding, Rule } from './rule.ts';
import type { Definition } from './survey/expressions.ts';

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly rule: string;
}

/** What docs/checks.md says of `excuseProblems()`. */
export const excuse: Documented = Object.freeze({
  id: 'excuse',
  reason: 'An excuse that excuses nothing hides the next mistake of its kind.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'an excuse for panel-unit, which finds nothing here',
    allowed: 'an excuse for something that its rule finds',
    remedy: 'remove it',
  },
});

/** Whether a definition says that it is an exception. */
export function isExcused({ about, rule: id }: RuleFinding): boolean {
  return about.excuses.some((each) => each.rule === id);
}

/**
 * What is wrong with the excuses of the definitions. The same definition may come from several profiles: an excuse
 * that is needed in one of them is needed.
 */
export function excuseProblems(
  definitions: readonly Definition[],
  findings: readonly RuleFinding[],
  rules: readonly Pick<Rule, 'id'>[],
): readonly Problem[] {
  const excused = findings.filter(({ about }) => about.excuses.length > 0);
  const isNeeded = ({ where }: Definition, id: string): boolean =>
    excused.some(
      ({ about, rule }) => rule === id && about.where.what === where.what && isSamePlace(about.where, where),
    );
  const ids = rules.map(({ id }) => id);
  return definitions.flatMap((definition) =>
    definition.excuses.flatMap(({ rule: id, reason }, index) => {
      const { where } = definition;
      if (!ids.includes(id)) return unknown(where, id, ids);
      if (reason.trim() === '') return { where, rule: excuse.id, ...unexplained(id) };
      const isRepeated = definition.excuses.findIndex((other) => other.rule === id) < index;
      if (isNeeded(definition, id) && !isRepeated) return [];
      return { where, rule: excuse.id, ...(isRepeated ? repeated(id) : superfluous(id)) };
    }),
  );
}

function unknown(where: Definition['where'], id: string, ids: readonly string[]): Problem {
  return {
    where,
    rule: excuse.id,
    found: `an excuse for ${id}, and there is no such rule`,
    allowed: 'the id of a rule of docs/checks.md that can be excused',
    remedy: didYouMean(id, ids, 'take the id from the end of the message that it is to excuse'),
  };
}

type Words = Pick<Problem, 'found' | 'allowed' | 'remedy'>;

function superfluous(id: string): Words {
  const { allowed, remedy } = excuse.example;
  return { found: `an excuse for ${id}, which finds nothing here`, allowed, remedy };
}

function repeated(id: string): Words {
  return { found: `two excuses for ${id}`, allowed: 'one, with all reasons', remedy: 'make them one' };
}

function unexplained(id: string): Words {
  return { found: `an excuse for ${id} without a reason`, allowed: 'a reason', remedy: 'say why in `reason`' };
}
