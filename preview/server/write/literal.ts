/** Strings and numbers as they stand in a source file, and other ones in their places. */
import { type Expression, type Program, Visitor } from 'oxc-parser';
import { literalText, type Quote } from '../../literal-text.ts';
import type { Refusal } from './refusal.ts';
import { codeOf, type Edit, type Source } from './source.ts';

interface Change {
  /** The setting, as the person who asked knows it. */
  readonly name: string;
  readonly node: Expression;
  readonly value: string | number;
  /** What the definitions had there when they were loaded. */
  readonly loaded: unknown;
}

/** Another value for a literal. What stands there has to be what was loaded: else the setting comes from elsewhere. */
export function literalEdit(source: Source, { name, node, value, loaded }: Change): readonly Edit[] | Refusal {
  const literal = literalOf(node);
  if (literal === undefined) return notLiteral(source, name, node);
  if (literal.value !== loaded) {
    return { refused: `${name} is ${codeOf(source, node)} in the file and ${JSON.stringify(loaded)} on this page.` };
  }
  const quote = literal.quote ?? commonQuote(source.program);
  return [{ start: node.start, end: node.end, text: literalText(value, quote) }];
}

/** That something is worked out when the file runs. */
export function notLiteral(source: Source, name: string, node: Pick<Edit, 'start' | 'end'>): Refusal {
  return { refused: `${name} is no literal in the file, but ${codeOf(source, node)}.` };
}

interface Literal {
  readonly value: string | number;
  readonly quote?: Quote;
}

/** What a node stands for; undefined where that is worked out. */
function literalOf(node: Expression): Literal | undefined {
  if (node.type === 'Literal') {
    const { value, raw } = node;
    if (typeof value === 'number') return { value };
    return typeof value === 'string' ? { value, quote: raw?.startsWith('"') ? '"' : "'" } : undefined;
  }
  if (node.type === 'TemplateLiteral') {
    const value = node.expressions.length === 0 ? node.quasis[0]?.value.cooked : undefined;
    return typeof value === 'string' ? { value, quote: '`' } : undefined;
  }
  if (node.type !== 'UnaryExpression' || node.operator !== '-' || node.argument.type !== 'Literal') return undefined;
  const { value } = node.argument;
  return typeof value === 'number' ? { value: -value } : undefined;
}

/** The quote that most strings of a file stand in. */
export function commonQuote(program: Program): Quote {
  const counts = { "'": 0, '"': 0 };
  new Visitor({
    Literal({ value, raw }) {
      if (typeof value === 'string') counts[raw?.startsWith('"') ? '"' : "'"] += 1;
    },
  }).visit(program);
  return counts['"'] > counts["'"] ? '"' : "'";
}
