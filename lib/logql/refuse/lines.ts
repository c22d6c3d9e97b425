/** What Loki refuses of selectors and stages. */

import { compileRegexp } from '../../promql/regexp/compile.ts';
import type { FieldExtraction, LabelChoice, LabelFormat, LineFilterStage, LinesNode, Stage } from '../node.ts';
import { quoteText, stageText } from '../print-lines.ts';
import { readJsonPath } from '../texts/json-path.ts';
import { readPattern } from '../texts/pattern.ts';
import { readTemplate } from '../texts/template.ts';
import { addressRefusals, conditionRefusals } from './conditions.ts';
import { certaintyRefusals, matcherRefusals, regexpRefusals } from './matchers.ts';
import { labelRefusals, type QueryPlace, type Refusals, textOfValue } from './refusal.ts';

/** What Loki refuses of lines. */
export function* linesRefusals({ streams, stages }: LinesNode, at: QueryPlace): Refusals {
  yield* matcherRefusals(streams, at);
  yield* certaintyRefusals(streams, at);
  for (const [i, stage] of stages.entries()) {
    yield* stageRefusals(stage, at);
    yield* swallowedRefusals(stages[i - 1], stage);
  }
}

/** By the kind of the stage. */
function* stageRefusals(stage: Stage, at: QueryPlace): Refusals {
  switch (stage.kind) {
    case 'line filter':
      return yield* lineFilterRefusals(stage, at);
    case 'json':
      return yield* fieldRefusals(stage.fields, isJsonPath, 'a path such as user.id or items[0]');
    case 'logfmt':
      return yield* fieldRefusals(stage.fields, isLogfmtKey, 'the name of a field, as the line has it');
    case 'pattern':
      return yield* patternRefusals(stage.pattern, 'needed', stageText(stage));
    case 'regexp':
      return yield* captureRefusals(stage.regexp, stageText(stage));
    case 'line format':
      return yield* templateRefusals(stage.template, stageText(stage));
    case 'label format':
      return yield* labelFormatRefusals(stage.labels);
    case 'label filter':
      return yield* conditionRefusals(stage.condition, at);
    case 'drop':
    case 'keep':
      return yield* choiceRefusals(stage.labels, at);
    default:
  }
}

function* lineFilterRefusals({ operator, matches }: LineFilterStage, at: QueryPlace): Refusals {
  for (const [i, match] of matches.entries()) {
    if (typeof match === 'object' && 'ip' in match) {
      yield* addressRefusals(match.ip, `${operator} ip(${quoteText(match.ip)})`);
      yield* addressPlaceRefusals(operator, i === matches.length - 1);
      continue;
    }
    const text = textOfValue(match, at);
    if (text === undefined) continue;
    const where = `${operator} ${quoteText(text)}`;
    if (operator.endsWith('~')) yield* regexpRefusals(text, where);
    if (operator.endsWith('>')) yield* patternRefusals(text, 'refused', where);
  }
}

function* addressPlaceRefusals(operator: string, isLast: boolean): Refusals {
  if (operator !== '|=' && operator !== '!=') {
    yield { found: `${operator} ip(…)`, allowed: '|= ip(…) or != ip(…)', remedy: 'take |= or != before ip()' };
  } else if (!isLast) {
    yield {
      found: 'ip(…) before another `or`',
      allowed: 'one ip(…) in a chain, behind its texts',
      remedy: 'put the address last, or into a filter of its own',
    };
  }
}

function* patternRefusals(text: string, names: 'needed' | 'refused', where: string): Refusals {
  const read = readPattern(text, { names });
  if (read.ok) return;
  yield {
    found: `${where}: ${read.fault}`,
    allowed:
      names === 'needed'
        ? 'a pattern with a named capture, <status>, and text between any two captures'
        : 'a pattern whose captures are all <_>, with text between any two of them',
    remedy: names === 'needed' ? 'name what is to become a label; <_> is for the rest' : 'write <_> for each capture',
  };
}

function* captureRefusals(text: string, where: string): Refusals {
  const compiled = compileRegexp(text);
  if (!compiled.ok) return yield* regexpRefusals(text, where);
  if (compiled.regexp.names.size > 0) return;
  yield {
    found: `${where}: no group has a name`,
    allowed: 'a regular expression with a named group, (?P<status>\\d+)',
    remedy: 'name what is to become a label; to look for a text alone take |~',
  };
}

function* templateRefusals(text: string, where: string): Refusals {
  const read = readTemplate(text);
  if (read.ok || !read.refused) return;
  yield {
    found: `${where}: ${read.fault}`,
    allowed: 'a template of Go, with the functions of LogQL',
    remedy: 'close each {{ with }}, and take a function that Loki documents',
  };
}

function isJsonPath(path: string): boolean {
  return readJsonPath(path) !== undefined;
}

function isLogfmtKey(key: string): boolean {
  return /^[^\s="]+$/.test(key);
}

function* fieldRefusals(
  fields: readonly FieldExtraction[],
  isPath: (path: string) => boolean,
  allowed: string,
): Refusals {
  yield* labelRefusals(fields.map(({ label }) => label));
  for (const { label, path } of fields) {
    if (path === undefined || isPath(path)) continue;
    yield { found: `${label}=${quoteText(path)}`, allowed, remedy: 'correct the path to the field' };
  }
}

function* labelFormatRefusals(labels: readonly LabelFormat[]): Refusals {
  const names = labels.map(({ label }) => label);
  yield* labelRefusals(names);
  for (const twice of new Set(names.filter((name, at) => names.indexOf(name) !== at))) {
    yield {
      found: `label_format sets ${twice} twice`,
      allowed: 'each label once in a label_format',
      remedy: 'put the second into a label_format of its own, behind the first',
    };
  }
  for (const { label, from } of labels) {
    if ('template' in from) yield* templateRefusals(from.template, `label_format ${label}=${quoteText(from.template)}`);
    else yield* labelRefusals([from.label]);
  }
}

function* choiceRefusals(labels: readonly LabelChoice[], at: QueryPlace): Refusals {
  for (const choice of labels) {
    if ('matcher' in choice) yield* matcherRefusals([choice.matcher], at);
    else yield* labelRefusals([choice.label]);
  }
}

/** `drop a != "x"` drops a label where it matches: a filter of lines cannot stand behind a bare name. */
function* swallowedRefusals(before: Stage | undefined, stage: Stage): Refusals {
  if (before?.kind !== 'drop' && before?.kind !== 'keep') return;
  const last = before.labels.at(-1);
  const isNegated = stage.kind === 'line filter' && (stage.operator === '!=' || stage.operator === '!~');
  if (!isNegated || last === undefined || 'matcher' in last) return;
  yield {
    found: `${stageText(before)} ${stageText(stage)}, read as a condition of ${before.kind}`,
    allowed: `a filter of lines in front of ${before.kind}`,
    remedy: 'put the filter one stage earlier',
  };
}
