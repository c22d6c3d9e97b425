import { describeRule } from '../../../../test/support/rule-cases.ts';
import { panelOf, shop } from '../../../../test/support/shop.ts';
import { quote } from '../../../promql/quote.ts';
import { regexpValid } from './regexp-valid.ts';

const panel = (expression: string) => shop({ panels: [panelOf(`max(queue_length{queue=~${quote(expression)}})`)] });
const replacing = (expression: string) =>
  shop({
    panels: [
      panelOf(`max by (job) (label_replace(queue_length, "job", "$1", "queue", ${quote(expression)}))`, ['job']),
    ],
  });

describeRule(regexpValid, {
  example: panel('(?!old).*'),
  allows: [
    ['a pattern', panel('a|b.*|[c-e]{2,3}')],
    ['flags', panel('(?i)orders')],
    ['a class of POSIX in brackets', panel('[[:alpha:][:digit:]-]')],
    ['a class of Unicode', panel('\\p{L}+')],
    ['an octal number', panel('\\123')],
    ['a quoted bracket', panel('\\Qa(b\\E')],
    ['1000 repetitions', panel('a{1000}')],
    ['a text with a bracket', shop({ panels: [panelOf('max(queue_length{queue="a(b"})')] })],
    ['a variable', shop({ panels: [panelOf(`max(queue_length{queue=~"\${queue:regex}"})`)] })],
    ['a variable within', shop({ panels: [panelOf(`max(queue_length{queue=~"(a|\${queue:regex})+"})`)] })],
    ['a label written by one that compiles', replacing('(.*)-\\d+')],
  ],
  finds: [
    ['what must not stand before', panel('(?<=a)b'), { found: 'queue=~"(?<=a)b": invalid named capture: `(?<=a)b`' }],
    ['an empty class', panel('a[^]b'), { found: 'queue=~"a[^]b": missing closing ]: `[^]b`' }],
    [
      'repetitions within one another',
      panel('(a{500}){3}'),
      { found: 'queue=~"(a{500}){3}": invalid repeat count: `{3}`' },
    ],
    [
      'what must not match',
      shop({ panels: [panelOf('max(queue_length{queue!~"a(b"})')] }),
      { found: 'queue!~"a(b": missing closing ): `a(b`' },
    ],
    ['a back-reference', panel('(a)\\1'), { found: 'queue=~"(a)\\\\1": invalid escape sequence: `\\1`' }],
    [
      'a label written by one that does not compile',
      replacing('a(b'),
      {
        found: 'label_replace(…, "a(b"): missing closing ): `a(b`',
        remedy: 'correct it; the server would take the file and fail at every evaluation',
      },
    ],
  ],
});
