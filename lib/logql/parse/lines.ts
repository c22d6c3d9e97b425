/** Selectors of streams and the stages behind them, out of the parser's tree. */
import type { SyntaxNode } from '@lezer/common';
import { isVariable } from '../../promql/parse/mask.ts';
import type {
  FieldExtraction,
  LabelChoice,
  LabelFormat,
  LineFilterStage,
  LineMatch,
  LineOperator,
  LinesNode,
  Stage,
} from '../node.ts';
import { readCondition, readMatcher } from './condition.ts';
import { below, named, only, readText } from './tokens.ts';
import { parts, refuse, type Source, textOf } from './tree.ts';

/** Reads what stands in front of a range, or is a whole query: a selector, stages; brackets leave no trace. */
export function readLines(source: Source, node: SyntaxNode): LinesNode {
  const [inner] = named(node, 'LogExpr');
  if (inner !== undefined) return readLines(source, inner);
  const streams = below(only(node, 'Selector'), ['Matcher']).map((matcher) => readMatcher(source, matcher));
  const stages = named(node, 'PipelineExpr').flatMap((pipeline) => below(pipeline, ['PipelineStage']));
  return Object.freeze({
    kind: 'lines',
    streams: Object.freeze(streams),
    stages: Object.freeze(stages.flatMap((stage) => readStage(source, stage))),
  });
}

function readStage(source: Source, stage: SyntaxNode): readonly Stage[] {
  const body = parts(stage).at(-1) ?? stage;
  if (body.name === 'LineFilters') return lineFilters(source, body);
  const reader = STAGES[body.name] ?? PARSERS[parts(body)[0]?.name ?? ''];
  if (reader === undefined) return refuse(source, body, 'a stage such as json or line_format');
  return [Object.freeze(reader(source, body))];
}

type Reader = (source: Source, node: SyntaxNode) => Stage;

/** By the name of the grammar's node. */
const STAGES: Readonly<Record<string, Reader>> = {
  JsonExpressionParser: (source, node) => ({ kind: 'json', fields: fields(source, node) }),
  LogfmtParser: logfmt,
  LogfmtExpressionParser: logfmt,
  LineFormatExpr: (source, node) => ({ kind: 'line format', template: textIn(source, node) }),
  LabelFormatExpr: (source, node) => ({
    kind: 'label format',
    labels: Object.freeze(below(node, ['LabelFormatMatcher']).map((item) => labelFormat(source, item))),
  }),
  LabelFilter: (source, node) => ({ kind: 'label filter', condition: readCondition(source, node) }),
  DropLabelsExpr: (source, node) => ({ kind: 'drop', labels: choices(source, node, 'DropLabel') }),
  KeepLabelsExpr: (source, node) => ({ kind: 'keep', labels: choices(source, node, 'KeepLabel') }),
  DecolorizeExpr: () => ({ kind: 'decolorize' }),
};

/** By the word that stands first. */
const PARSERS: Readonly<Record<string, Reader>> = {
  Json: () => ({ kind: 'json', fields: Object.freeze([]) }),
  Unpack: () => ({ kind: 'unpack' }),
  Pattern: (source, node) => ({ kind: 'pattern', pattern: textIn(source, node) }),
  Regexp: (source, node) => ({ kind: 'regexp', regexp: textIn(source, node) }),
};

function textIn(source: Source, node: SyntaxNode): string {
  return readText(source, only(node, 'String'));
}

function lineFilters(source: Source, node: SyntaxNode): readonly LineFilterStage[] {
  const filters: { operator: LineOperator; matches: LineMatch[] }[] = [];
  let isAddress = false;
  for (const token of below(node, ['Filter', 'FilterOp', 'String'])) {
    if (token.name === 'Filter') {
      // The grammar has exactly the six.
      filters.push({ operator: textOf(source, token) as LineOperator, matches: [] });
    } else if (token.name === 'String') {
      filters.at(-1)?.matches.push(lineMatch(readText(source, token), isAddress));
    }
    isAddress = token.name === 'FilterOp';
  }
  return filters.map(({ operator, matches }) =>
    Object.freeze({ kind: 'line filter', operator, matches: Object.freeze(matches) }),
  );
}

function lineMatch(text: string, isAddress: boolean): LineMatch {
  if (isAddress) return Object.freeze({ ip: text });
  return isVariable(text) ? Object.freeze({ variable: text }) : text;
}

function logfmt(source: Source, node: SyntaxNode): Stage {
  const flags = below(node, ['ParserFlag']).map((flag) => textOf(source, flag));
  return {
    kind: 'logfmt',
    fields: fields(source, node),
    ...(flags.includes('--strict') ? { strict: true } : {}),
    ...(flags.includes('--keep-empty') ? { keepEmpty: true } : {}),
  };
}

function fields(source: Source, node: SyntaxNode): readonly FieldExtraction[] {
  return Object.freeze(below(node, ['LabelExtractionExpression']).map((field) => fieldOf(source, field)));
}

function fieldOf(source: Source, node: SyntaxNode): FieldExtraction {
  const label = textOf(source, only(node, 'Identifier'));
  const [path] = named(node, 'String');
  return Object.freeze(path === undefined ? { label } : { label, path: readText(source, path) });
}

function labelFormat(source: Source, node: SyntaxNode): LabelFormat {
  const [label = node, , value = node] = parts(node);
  const from = value.name === 'String' ? { template: readText(source, value) } : { label: textOf(source, value) };
  return Object.freeze({ label: textOf(source, label), from: Object.freeze(from) });
}

function choices(source: Source, node: SyntaxNode, name: string): readonly LabelChoice[] {
  return Object.freeze(
    below(node, [name]).map((choice): LabelChoice => {
      const [matcher] = named(choice, 'Matcher');
      if (matcher !== undefined) return Object.freeze({ matcher: readMatcher(source, matcher) });
      return Object.freeze({ label: textOf(source, only(choice, 'Identifier')) });
    }),
  );
}
