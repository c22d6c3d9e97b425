/** A filter lets something pass of the format that its lines are read by. */
import type { LabelCondition, LineFilterStage, LinesNode } from '../../../logql/node.ts';
import { linesIn } from '../../../logql/walk.ts';
import { quote } from '../../../promql/quote.ts';
import type { Fault } from '../../rule.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const logFilterFormat = rule({
  id: 'log-filter-format',
  reason: 'A filter for what the format cannot hold lets nothing pass: the panel is empty, and the alert never fires.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel lines',
    found: 'level="FATAL", which (?P<level>INFO|ERROR) never yields',
    allowed: 'what the format can hold: INFO|ERROR',
    remedy: 'correct the value, or the regular expression that reads it',
  },
  *check({ logExpressions }) {
    for (const expression of logExpressions) {
      for (const lines of linesIn(expression.node)) {
        for (const fault of faults(lines)) yield { ...placeOf(expression), ...fault };
      }
    }
  },
});

function* faults({ stages }: LinesNode): Iterable<Fault> {
  const captures = new Map<string, string>();
  const literals: string[] = [];
  for (const stage of stages) {
    if (stage.kind === 'regexp') for (const [name, body] of groupsOf(stage.regexp)) captures.set(name, body);
    if (stage.kind === 'pattern') literals.push(...stage.pattern.split(/<\w+>/).filter((text) => text.trim() !== ''));
    // What follows sees other lines and labels than the format gives.
    if (stage.kind === 'line format' || stage.kind === 'label format') return;
    if (stage.kind === 'line filter') yield* excludedFaults(stage, literals);
    if (stage.kind === 'label filter') yield* captureFaults(stage.condition, captures);
  }
  yield* rangeFaults(stages.flatMap((stage) => (stage.kind === 'label filter' ? allOf(stage.condition) : [])));
}

/** The named groups of a regular expression that hold no other group. */
function groupsOf(regexp: string): readonly (readonly [name: string, body: string])[] {
  return [...regexp.matchAll(/\(\?P<(\w+)>([^()]+)\)/g)].map(([, name = '', body = '']) => [name, body]);
}

/** Lines without a text that every line of the pattern has. */
function* excludedFaults({ operator, matches }: LineFilterStage, literals: readonly string[]): Iterable<Fault> {
  if (operator !== '!=') return;
  for (const match of matches) {
    const literal =
      typeof match === 'string' && match !== '' ? literals.find((text) => text.includes(match)) : undefined;
    if (literal === undefined || typeof match !== 'string') continue;
    yield {
      found: `!= ${quote(match)}, and the pattern reads only lines that contain ${quote(literal)}`,
      allowed: 'lines that the pattern can read',
      remedy: 'remove the filter, or the pattern',
    };
  }
}

/** Values that a capture can never have. */
function* captureFaults(condition: LabelCondition, captures: ReadonlyMap<string, string>): Iterable<Fault> {
  for (const each of allOf(condition)) {
    if (each.kind !== 'text' || each.matcher.operator !== '=') continue;
    const { label, value } = each.matcher;
    const body = captures.get(label);
    if (body === undefined || typeof value !== 'string' || value === '' || value.includes('$')) continue;
    if (matchesWhole(body, value)) continue;
    yield {
      found: `${label}=${quote(value)}, which (?P<${label}>${body}) never yields`,
      allowed: `what the format can hold: ${body}`,
      remedy: 'correct the value, or the regular expression that reads it',
    };
  }
}

/** Of an expression that only Loki's own engine reads nothing is said. */
function matchesWhole(body: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${body})$`, 's').test(value);
  } catch {
    return true;
  }
}

/** The conditions that all have to hold; of alternatives none is certain. */
function allOf(condition: LabelCondition): readonly LabelCondition[] {
  if (condition.kind === 'and') return [...allOf(condition.left), ...allOf(condition.right)];
  return condition.kind === 'or' ? [] : [condition];
}

type Numeric = Extract<LabelCondition, { readonly kind: 'number' }>;

const HOLDS: Readonly<Record<Numeric['operator'], (value: number, limit: number) => boolean>> = {
  '==': (value, limit) => value === limit,
  '!=': (value, limit) => value !== limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
};

/** Numbers that no label can be at once: of limits it is enough to try them and what lies between and beside them. */
function* rangeFaults(conditions: readonly LabelCondition[]): Iterable<Fault> {
  const numeric = conditions.filter((each): each is Numeric => each.kind === 'number');
  for (const label of new Set(numeric.map((each) => each.label))) {
    const own = numeric.filter((each) => each.label === label);
    const limits = own.map(({ value }) => value).sort((a, b) => a - b);
    const tried = limits.flatMap((limit, index) => [limit - 1, limit, (limit + (limits[index + 1] ?? limit + 2)) / 2]);
    if (tried.some((value) => own.every(({ operator, value: limit }) => HOLDS[operator](value, limit)))) continue;
    yield {
      found: `${own.map(({ operator, value }) => `${label} ${operator} ${value}`).join(' and ')}, which no number fulfils`,
      allowed: 'conditions that one number can fulfil',
      remedy: 'remove one of them',
    };
  }
}
