/** What `plainsight contract` prints: a line for each metric, and what to do below those that are not as they should be. */
import pc from 'picocolors';
import type { Jump } from '../check/contract/processes.ts';
import type { Verdict } from '../check/contract/verdict.ts';
import { visible } from '../units/visible.ts';

/** What was found at a place. */
export interface Judgement {
  readonly service: string;
  readonly place: string;
  readonly verdicts: readonly Verdict[];
  readonly jumps: readonly Jump[];
}

/** So many names of readers, and so many series, are written out. */
const SHOWN = 3;

/**
 * A judgement for a terminal.
 *
 * @example
 * contractText({ service: 'checkout', place: 'checkout.prom', verdicts: [], jumps: [] })
 * // checkout  checkout.prom
 * //   Nothing is read of it.
 */
export function contractText({ service, place, verdicts, jumps }: Judgement): string {
  if (verdicts.length === 0) return `${service}  ${place}\n  Nothing is read of it.`;
  const widest = Math.max(...verdicts.map(({ fault }) => (fault ?? OK).length));
  const met = verdicts.filter(({ fault }) => fault === undefined).length;
  return [
    `${pc.bold(visible(service))}  ${visible(place)}`,
    ...verdicts.map((verdict) => lineOf(verdict, widest)),
    ...jumps.slice(0, SHOWN).map(jumpLine),
    ...(jumps.length > SHOWN ? [`  and ${jumps.length - SHOWN} more that jump`] : []),
    ...(jumps.length > 0 ? [JUMP_REMEDY] : []),
    `${service}: ${met} of ${verdicts.length} metrics are as they are read${jumps.length === 0 ? '' : ', but counters jump'}.`,
  ].join('\n');
}

const OK = 'ok';

function lineOf({ demand, fault, found, remedy }: Verdict, widest: number): string {
  const state = (fault ?? OK).padEnd(widest);
  const line = `  ${fault === undefined ? pc.green(state) : pc.red(state)}  ${visible(demand.metric)}`;
  if (fault === undefined) return `${line}  ${pc.dim(visible(found))}`;
  const indent = ' '.repeat(widest + 4);
  const labels = demand.labels.map(({ name }) => name);
  const by = labels.length === 0 ? '' : ` by ${labels.join(', ')}`;
  const buckets = demand.bounds.length === 0 ? '' : `, with a bucket up to ${demand.bounds.join(', ')}`;
  return [
    line,
    visible(`${indent}found:   ${found}`),
    visible(`${indent}needed:  a ${demand.kind}${by}${buckets}: ${demand.help}`),
    visible(`${indent}read by: ${readersText(demand.readers)}`),
    visible(`${indent}do:      ${remedy}`),
  ].join('\n');
}

function readersText(readers: Verdict['demand']['readers']): string {
  const names = readers.map(({ kind, name }) => `${kind} ${name}`);
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `${names.slice(0, SHOWN).join(', ')}${more}`;
}

function jumpLine({ series, values }: Jump): string {
  return `  ${pc.red('jumps')}  ${visible(series)}  ${pc.dim(values.join(', '))}`;
}

const JUMP_REMEDY = [
  '  Several processes answer at this address in turn, each with counts of its own: rates and errors come out invented.',
  '  do: let the processes share their counts (multiprocess mode of the client library), or scrape each by itself.',
].join('\n');
