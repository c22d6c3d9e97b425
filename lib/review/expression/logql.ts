/** Two LogQL trees side by side: streams, stages, windows, groupings. */
import type { LinesNode, LogBinaryNode, LogNode, LogQueryNode, RangeAggregateNode } from '../../logql/node.ts';
import { print } from '../../logql/print.ts';
import { stageText, unwrapText } from '../../logql/print-lines.ts';
import { windowText } from '../../promql/span.ts';
import { short } from '../words.ts';
import { changed, type ExpressionChange } from './change.ts';
import { groupingChanges, matchingChanges } from './grouping.ts';
import { isComparison, limitChanges } from './limit.ts';
import { matcherChanges } from './matchers.ts';

type Changes = readonly ExpressionChange[];

/** What changed between two queries of logs; nothing when they print the same. */
export function logqlChanges(before: LogQueryNode, after: LogQueryNode): Changes {
  if (print(before) === print(after)) return [];
  return ofOneKind(before, after, false) ?? [changed('shape', 'another expression')];
}

function compared(before: LogQueryNode, after: LogQueryNode, excludes: boolean): Changes {
  if (print(before) === print(after)) return [];
  return ofOneKind(before, after, excludes) ?? [changed('shape', `${shown(before)} is now ${shown(after)}`)];
}

const shown = (node: LogQueryNode): string => short(print(node), 160);

function ofOneKind(before: LogQueryNode, after: LogQueryNode, excludes: boolean): Changes | undefined {
  if (before.kind === 'lines' && after.kind === 'lines') return ofLines(before, after);
  if (before.kind === 'range aggregate' && after.kind === 'range aggregate') return ofRange(before, after);
  if (before.kind === 'binary' && after.kind === 'binary') return ofBinary(before, after, excludes);
  if (before.kind === 'aggregate' && after.kind === 'aggregate') {
    return [
      ...renamed(before.operator, after.operator),
      ...parameter(before.parameter, after.parameter),
      ...groupingChanges(after.operator, before.grouping, after.grouping),
      ...compared(before.of, after.of, excludes),
    ];
  }
  return aggregated(before, after, excludes);
}

/** An aggregation put around it, or taken away. */
function aggregated(before: LogQueryNode, after: LogQueryNode, excludes: boolean): Changes | undefined {
  if (after.kind === 'aggregate' && after.of.kind === before.kind) {
    return [changed('shape', `${after.operator} added around it`), ...compared(before, after.of, excludes)];
  }
  if (before.kind === 'aggregate' && before.of.kind === after.kind) {
    return [changed('shape', `${before.operator} around it dropped`), ...compared(before.of, after, excludes)];
  }
  return undefined;
}

function renamed(before: string, after: string): Changes {
  return before === after ? [] : [changed('shape', `${before} is now ${after}`)];
}

function parameter(before: number | undefined, after: number | undefined): Changes {
  if (before === after) return [];
  return [changed('shape', `its parameter is ${after ?? 'left out'} instead of ${before ?? 'left out'}`)];
}

function ofRange(before: RangeAggregateNode, after: RangeAggregateNode): Changes {
  const [was, is] = [windowText(before.of.window), windowText(after.of.window)];
  const [read, reads] = [before.of.unwrap, after.of.unwrap].map((each) => (each === undefined ? '' : unwrapText(each)));
  return [
    ...renamed(before.operator, after.operator),
    ...parameter(before.parameter, after.parameter),
    ...(was === is ? [] : [changed('window', `window ${was} → ${is}`)]),
    ...(before.of.offset?.ms === after.of.offset?.ms ? [] : [changed('window', 'looks at another time')]),
    ...(read === reads ? [] : [changed('shape', `reads ${reads || 'no number'} instead of ${read || 'no number'}`)]),
    ...groupingChanges(after.operator, before.grouping, after.grouping),
    ...ofLines(before.of.lines, after.of.lines),
  ];
}

function ofLines(before: LinesNode, after: LinesNode): Changes {
  const [was, is] = [before.stages.map(stageText), after.stages.map(stageText)];
  const added = is.filter((each) => !was.includes(each));
  const gone = was.filter((each) => !is.includes(each));
  const stages =
    added.length === 1 && gone.length === 1
      ? [changed('scope', `stage ${short(gone[0] ?? '')} is now ${short(added[0] ?? '')}`)]
      : [
          ...added.map((each) => changed('scope', `new stage ${short(each)}`)),
          ...gone.map((each) => changed('scope', `stage ${short(each)} dropped`)),
        ];
  const moved = stages.length === 0 && was.join() !== is.join();
  return [
    ...matcherChanges(before.streams, after.streams, ' of the streams'),
    ...stages,
    // A parser in front of a filter is another query.
    ...(moved ? [changed('scope', `stages stand in another order: ${short(is.join(' '), 160)}`)] : []),
  ];
}

function ofBinary(before: LogBinaryNode, after: LogBinaryNode, excludes: boolean): Changes | undefined {
  const [was, is] = [limitOf(before), limitOf(after)];
  if (was !== undefined && is !== undefined) {
    return [...limitChanges(was.limit, is.limit, { of: print(is.of), excludes }), ...compared(was.of, is.of, excludes)];
  }
  if (before.operator !== after.operator) return undefined;
  return [
    ...matchingChanges(after.operator, before.matching, after.matching),
    ...compared(before.left, after.left, excludes),
    ...compared(before.right, after.right, after.operator === 'unless' ? !excludes : excludes),
  ];
}

function limitOf({
  operator,
  left,
  right,
  bool,
}: LogBinaryNode):
  | { readonly limit: { readonly operator: string; readonly value: number }; readonly of: LogNode }
  | undefined {
  if (!isComparison(operator) || bool === true || right.kind !== 'number') return undefined;
  return { limit: { operator, value: right.value }, of: left };
}
