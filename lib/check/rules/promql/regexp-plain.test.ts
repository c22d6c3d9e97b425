import { describeRule } from '../../../../test/support/rule-cases.ts';
import { panelOf, shop } from '../../../../test/support/shop.ts';
import { regexpPlain } from './regexp-plain.ts';

const panel = (matcher: string) => shop({ panels: [panelOf(`max(queue_length{${matcher}})`)] });

describeRule(regexpPlain, {
  example: panel('queue=~"orders"'),
  allows: [
    ['several texts', panel('queue=~"orders|returns"')],
    ['a pattern', panel('queue=~"orders-.*"')],
    ['a label that is there', panel('queue=~".+"')],
    ['an equality', panel('queue="a.b"')],
    ['a variable', panel(`queue=~"\${queue:regex}"`)],
    ['a variable within a text', panel(`queue=~"a-$queue"`)],
    ['flags', panel('queue=~"(?i)orders"')],
    ['a dollar that is meant, at the end', panel('queue=~"or.ers\\\\$"')],
    ['a variable that is all of it, after a ^', panel(`queue=~"^\${queue:regex}"`)],
  ],
  finds: [
    [
      'one text, escaped',
      panel('queue!~"a\\\\.b"'),
      {
        found: 'queue!~"a\\\\.b", which matches one value only',
        allowed: 'queue!="a.b"',
        remedy: 'write the value itself: where({ queue: not("a.b") })',
      },
    ],
    [
      'anchors',
      panel('queue=~"^orders.*$"'),
      {
        found: 'queue=~"^orders.*$", whose ^ or $ is redundant: Prometheus anchors every matcher',
        allowed: 'queue=~"orders.*"',
        remedy: 'leave ^ and $ out',
      },
    ],
    [
      'everything',
      panel('queue=~".*"'),
      { found: 'queue=~".*", which matches everything', allowed: 'no matcher', remedy: 'leave queue out' },
    ],
    [
      'nothing',
      panel('queue!~".*"'),
      { found: 'queue!~".*", which matches nothing', allowed: 'no matcher', remedy: 'leave queue out' },
    ],
  ],
});
