/** Expressions over log lines are RE2, and have the groups that are asked of them. */

import type { LogCollection } from '../../../model/deployment/log-collection.ts';
import { compileRegexp } from '../../../promql/regexp/compile.ts';
import { listed } from '../../messages.ts';
import { type Fault, type Finding, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const logExpression = rule({
  id: 'log-expression',
  reason:
    'Alloy does not start with an expression that does not compile, and masks or counts nothing without its group.',
  source: 'Grafana Alloy, loki.process: stage.replace, stage.regex and stage.match',
  example: {
    where: 'log collection / mask customer \\w+',
    found: 'no group',
    allowed: 'a group around what is masked',
    remedy: "write brackets around it: customer '([^']+)'",
  },
  *check({ model: { deployment } }) {
    const logs = deployment?.logCollection;
    if (logs === undefined) return;
    for (const [part, fault] of [...broken(logs), ...withoutGroups(logs)]) yield finding(part, fault);
  },
});

type Placed = readonly [part: string, fault: Fault];

function finding(part: string, fault: Fault): Finding {
  return { about: unexcusable({ what: 'log collection' }), part, ...fault };
}

function broken({ masks, levels, measured }: LogCollection): readonly Placed[] {
  const all = [
    ...masks.map(({ expression }) => [`mask ${expression}`, expression] as const),
    ...levels.map(({ level, expression }) => [`level ${level}`, expression] as const),
    ...measured.map(({ service, expression }) => [`lines of ${service}`, expression] as const),
  ];
  return all.flatMap(([part, expression]): readonly Placed[] => {
    const compiled = compileRegexp(expression);
    if (compiled.ok) return [];
    const words = { found: `${expression}: ${compiled.fault}`, allowed: 'a regular expression in the syntax of RE2' };
    return [[part, { ...words, remedy: 'write it without what Go’s engine does not know' }]];
  });
}

function withoutGroups({ masks, measured }: LogCollection): readonly Placed[] {
  return [
    ...masks
      .filter(({ expression }) => !/(?<!\\)(?:\\\\)*\((?!\?)|\(\?P</.test(expression))
      .map(
        ({ expression }): Placed => [
          `mask ${expression}`,
          {
            found: 'no group',
            allowed: 'a group around what is masked',
            remedy: "write brackets around it: customer '([^']+)'",
          },
        ],
      ),
    ...measured.flatMap(({ service, expression, labels, metrics }): readonly Placed[] => {
      const groups = [...expression.matchAll(/\(\?P<(\w+)>/g)].map(([, name = '']) => name);
      const asked = [...labels, ...metrics.flatMap((metric) => (metric.kind === 'histogram' ? [metric.of] : []))];
      return asked
        .filter((name) => !groups.includes(name))
        .map((name) => [
          `lines of ${service}`,
          {
            found: `${name}, and no group of that name`,
            allowed: listed(groups, 'or'),
            remedy: `name the group: (?P<${name}>…)`,
          },
        ]);
    }),
  ];
}
