/** Lines are searched for a text as a text. */
import { linesIn } from '../../../logql/walk.ts';
import { quote } from '../../../promql/quote.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

/** What means something in a regular expression. */
const SPECIAL = /[\\^$.*+?()[\]{}|]/;

const PLAIN_OPERATOR: Readonly<Record<string, string>> = { '|~': '|=', '!~': '!=' };

export const logRegexpPlain = rule({
  id: 'log-regexp-plain',
  reason: 'A regular expression is tried on every line: the same text without one is found many times faster.',
  source: 'Loki, best practices of queries; pint: promql/regexp',
  example: {
    where: 'dashboard shop / panel lines',
    found: '|~ "refused", which is a plain text',
    allowed: '|= "refused"',
    remedy: "write the text itself: contains('refused')",
  },
  *check({ logExpressions }) {
    for (const expression of logExpressions) {
      for (const { stages } of linesIn(expression.node)) {
        for (const stage of stages) {
          const plain = stage.kind === 'line filter' ? PLAIN_OPERATOR[stage.operator] : undefined;
          if (stage.kind !== 'line filter' || plain === undefined) continue;
          const texts = stage.matches.filter((match) => typeof match === 'string');
          const [text] = texts;
          if (text === undefined || texts.length < stage.matches.length || texts.some((each) => SPECIAL.test(each)))
            continue;
          const all = texts.map((each) => quote(each)).join(' or ');
          yield {
            ...placeOf(expression),
            found: `${stage.operator} ${all}, which is a plain text`,
            allowed: `${plain} ${all}`,
            remedy: `write the text itself: ${plain === '|=' ? 'contains' : 'excludes'}('${text}')`,
          };
        }
      }
    }
  },
});
