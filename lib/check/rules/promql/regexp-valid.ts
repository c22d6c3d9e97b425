/**
 * A regular expression is one that Prometheus can compile.
 *
 * Its syntax is RE2's, which has no look-around and no back-references, and counts how often something repeats.
 * Source: https://github.com/google/re2/wiki/Syntax
 */
import type { CallNode } from '../../../promql/node.ts';
import { fillIn } from '../../../promql/parse/mask.ts';
import { quote } from '../../../promql/quote.ts';
import { regexpFault } from '../../../promql/regexp/compile.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const allowed = 'a regular expression in the syntax of RE2';

export const regexpValid = rule({
  id: 'regexp-valid',
  reason: 'Prometheus refuses a query whose regular expression does not compile, and with it the whole rule file.',
  source: 'RE2, https://github.com/google/re2/wiki/Syntax; pint: promql/syntax',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'queue=~"(?!old).*": invalid or unsupported Perl syntax: `(?!`',
    allowed: 'a regular expression in the syntax of RE2',
    remedy: 'write the values out: where({ queue: ["a", "b"] }), or take not()',
  },
  *check({ selectors, calls }) {
    for (const { node, expressions } of selectors) {
      for (const { label, operator, value } of node.matchers) {
        if ((operator !== '=~' && operator !== '!~') || typeof value !== 'string') continue;
        const fault = faultOf(value);
        if (fault === undefined) continue;
        yield* everywhere(expressions, {
          found: `${label}${operator}${quote(value)}: ${fault}`,
          allowed,
          remedy: `write the values out: where({ ${label}: ["a", "b"] }), or take not()`,
        });
      }
    }
    for (const { node, expressions } of calls) {
      const text = replacedBy(node);
      const fault = text === undefined ? undefined : faultOf(text, { anchored: true });
      if (text === undefined || fault === undefined) continue;
      yield* everywhere(expressions, {
        found: `label_replace(…, ${quote(text)}): ${fault}`,
        allowed,
        remedy: 'correct it; the server would take the file and fail at every evaluation',
      });
    }
  },
});

/** The regular expression of a call that has one. */
function replacedBy({ function: name, arguments: given }: CallNode): string | undefined {
  const last = given[4];
  return name === 'label_replace' && last?.kind === 'string' ? last.value : undefined;
}

/** What Grafana puts in the place of a variable is escaped, or one of its own values: a letter stands for it. */
function faultOf(text: string, where: { readonly anchored?: true } = {}): string | undefined {
  return regexpFault(
    fillIn(text, () => 'x'),
    where,
  );
}
