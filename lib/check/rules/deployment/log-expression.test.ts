import type { LogCollection } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { deployed } from '../../../../test/support/shop-deployment.ts';
import { logExpression } from './log-expression.ts';

const none: LogCollection = {
  docker: 'tcp://docker-proxy:2375',
  push: 'http://loki:3100/loki/api/v1/push',
  project: 'shop',
  refresh: '15s',
  masks: [],
  level: 'info',
  levels: [],
  measured: [],
  idle: '7d',
};
const logs = (change: Partial<LogCollection>) => deployed({ logCollection: { ...none, ...change } });
const mask = (expression: string) => logs({ masks: [{ expression, replacement: 'x', reason: 'Whose it is.' }] });
const counted = (expression: string, labels: readonly string[]) =>
  logs({
    measured: [
      { service: 'shop', expression, labels, metrics: [{ kind: 'counter', name: 'log_lines_total', help: 'Lines.' }] },
    ],
  });

describeRule(logExpression, {
  example: mask(String.raw`customer \w+`),
  allows: [
    ['a group', mask("customer '([^']+)'")],
    ['a named group', mask('(?P<customer>[0-9]+)')],
    ['a label with its group', counted('(?P<status>[0-9]+)', ['status'])],
  ],
  finds: [
    [
      'a bracket that is a sign',
      mask(String.raw`customer \(x\)`),
      { where: String.raw`log collection / mask customer \(x\)` },
    ],
    [
      'a group that nobody named',
      counted('(?P<code>[0-9]+)', ['status']),
      {
        where: 'log collection / lines of shop',
        found: 'status, and no group of that name',
        allowed: 'code',
        remedy: 'name the group: (?P<status>…)',
      },
    ],
    [
      'what Go’s engine does not know',
      logs({ levels: [{ level: 'error', expression: '(?!x)' }] }),
      {
        where: 'log collection / level error',
        found: '(?!x): invalid or unsupported Perl syntax: `(?!`',
        allowed: 'a regular expression in the syntax of RE2',
        remedy: 'write it without what Go’s engine does not know',
      },
    ],
  ],
});
