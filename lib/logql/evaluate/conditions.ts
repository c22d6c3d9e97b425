/** Conditions on labels, and matchers, made ready to be asked of many lines. */
import type { Matcher } from '../../promql/node.ts';
import { compileRegexp } from '../../promql/regexp/compile.ts';
import type { ComparisonOperator, LabelCondition } from '../node.ts';
import { holdsAddress, readAddressRange } from '../texts/ip.ts';
import { readBytes, readGoDuration, readGoNumber, readQueryDuration } from '../texts/quantity.ts';
import type { LineLabels } from './line.ts';

export type Condition = (labels: LineLabels) => boolean;

/** Whether a label's value fits; one that is not there is empty. */
export function matches({ operator, value }: Matcher): (value: string) => boolean {
  const text = typeof value === 'string' ? value : value.variable;
  const isWanted = !operator.startsWith('!');
  if (!operator.endsWith('~')) return (given) => (given === text) === isWanted;
  const compiled = compileRegexp(text, { whole: true });
  // Refused before anything is evaluated.
  if (!compiled.ok) throw new TypeError(`${text}: ${compiled.fault}`);
  const known = new Map<string, boolean>();
  return (given) => {
    // Labels repeat: most of them are asked once only.
    let found = known.get(given);
    if (found === undefined) {
      found = compiled.regexp.test(given);
      if (known.size < 1000) known.set(given, found);
    }
    return found === isWanted;
  };
}

const COMPARE: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

/** How a label's value is read where the condition speaks of a quantity. */
const READ = { number: readGoNumber, duration: readGoDuration, bytes: readBytes } as const;

/** Makes a condition ready. */
export function condition(node: LabelCondition): Condition {
  switch (node.kind) {
    case 'and':
    case 'or':
      return joined(node.kind, condition(node.left), condition(node.right));
    case 'text': {
      const fits = matches(node.matcher);
      const { label } = node.matcher;
      return (labels) => fits(labels.get(label) ?? '');
    }
    case 'ip':
      return address(node.label, node.operator === '=', node.value);
    case 'number':
      return quantity(node, node.value);
    case 'duration':
      return quantity(node, readQueryDuration(node.value) ?? 0);
    case 'bytes':
      return quantity(node, readBytes(node.value) ?? 0);
  }
}

function joined(kind: 'and' | 'or', left: Condition, right: Condition): Condition {
  return kind === 'and' ? (labels) => left(labels) && right(labels) : (labels) => left(labels) || right(labels);
}

function address(label: string, isWanted: boolean, text: string): Condition {
  const range = readAddressRange(text);
  return (labels) => {
    if (labels.hasError) return true;
    const value = labels.get(label);
    return value !== undefined && range !== undefined && holdsAddress(value, range) === isWanted;
  };
}

type Quantity = Extract<LabelCondition, { readonly operator: ComparisonOperator }>;

/** A line with an error passes, so that it is seen; so does one whose label cannot be read, which is an error. */
function quantity({ kind, label, operator }: Quantity, limit: number): Condition {
  const compare = COMPARE[operator];
  const read = READ[kind];
  return (labels) => {
    if (labels.hasError) return true;
    const text = labels.get(label);
    if (text === undefined) return false;
    const value = read(text);
    if (value !== undefined) return compare(value, limit);
    labels.fail('LabelFilterErr', `${label}=${text} is no ${kind}`);
    return true;
  };
}
