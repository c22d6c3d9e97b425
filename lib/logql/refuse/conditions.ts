/** What Loki refuses of conditions on labels, and of the quantities and addresses in them. */
import type { LabelCondition } from '../node.ts';
import { quoteText } from '../print-lines.ts';
import { readAddressRange } from '../texts/ip.ts';
import { readBytes, readQueryDuration } from '../texts/quantity.ts';
import { matcherRefusals } from './matchers.ts';
import { labelRefusals, numberRefusals, type QueryPlace, type Refusals } from './refusal.ts';

/** What Loki refuses of a condition on labels. */
export function* conditionRefusals(condition: LabelCondition, at: QueryPlace): Refusals {
  switch (condition.kind) {
    case 'and':
    case 'or':
      yield* conditionRefusals(condition.left, at);
      return yield* conditionRefusals(condition.right, at);
    case 'text':
      return yield* matcherRefusals([condition.matcher], at);
    default:
      yield* labelRefusals([condition.label]);
      yield* quantityRefusals(condition);
  }
}

type Quantity = Exclude<LabelCondition, { readonly kind: 'and' | 'or' | 'text' }>;

function* quantityRefusals(condition: Quantity): Refusals {
  if (condition.kind === 'number') return yield* numberRefusals(condition.value);
  const { label, operator, value } = condition;
  if (condition.kind === 'ip') return yield* addressRefusals(value, `${label}${operator}ip(${quoteText(value)})`);
  const isDuration = condition.kind === 'duration';
  const isRead = isDuration
    ? readQueryDuration(value) !== undefined
    : /[a-z]$/i.test(value) && readBytes(value) !== undefined;
  if (isRead) return;
  yield {
    found: `${label} ${operator} ${value}`,
    allowed: isDuration ? 'a duration such as 0.5s or 1h30m' : 'a size such as 4KB or 1.5MiB',
    remedy: 'write the unit behind the number, without a blank',
  };
}

/** What stands in ip(…); `where` is how it stands in the query. */
export function* addressRefusals(text: string, where: string): Refusals {
  if (readAddressRange(text) !== undefined) return;
  yield {
    found: where,
    allowed: 'an address, a range of two, or a network: 10.0.0.1, 10.0.0.1-10.0.0.9, 10.0.0.0/8',
    remedy: 'correct the address',
  };
}
