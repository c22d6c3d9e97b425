/** What only a build of this library tells: its objectives, and what its expressions cost. */
import type { CostRecord, ModelRecord, ObjectiveRecord } from '../read/records.ts';
import { type Finding, type FindingInput, finding } from './finding.ts';
import { matched, type Pair } from './match.ts';
import { short } from './words.ts';

/** What happened to the promises and to the costs of a build's models, one for each of its outputs. */
export function modelFindings(before: readonly ModelRecord[], after: readonly ModelRecord[]): readonly Finding[] {
  const { pairs } = matched(before, after, [({ place }) => place.file]);
  return pairs.flatMap((pair) => [...objectives(pair), ...costs(pair)]);
}

function objectives({ before, after }: Pair<ModelRecord>): readonly Finding[] {
  const { pairs, added, removed } = matched(before.objectives, after.objectives, [({ id }) => id]);
  const said = (kind: FindingInput['kind'], { name, id }: ObjectiveRecord, sentence: string): Finding =>
    finding({ kind, subject: { what: 'objective', name, id, place: after.place }, sentence });
  return [
    ...removed.map((each) => said('objective-removed', each, `The objective ${named(each)} is removed.`)),
    ...added.map((each) => said('objective-added', each, `The objective ${named(each)} is new.`)),
    ...pairs.flatMap((pair) => promise(pair, said)),
  ];
}

const named = ({ name, target, window }: ObjectiveRecord): string =>
  `'${short(name)}' (${percent(target)} over ${short(window)})`;
const percent = (target: number): string => `${Number((target * 100).toPrecision(8))}%`;

function promise(
  { before, after }: Pair<ObjectiveRecord>,
  said: (kind: FindingInput['kind'], objective: ObjectiveRecord, sentence: string) => Finding,
): readonly Finding[] {
  const name = `The objective '${short(after.name)}'`;
  if (before.target === after.target && before.window === after.window) return [];
  const was = `${percent(before.target)} over ${short(before.window)}`;
  const sentence = `${name} promises ${percent(after.target)} over ${short(after.window)} instead of ${was}.`;
  return [said(after.target < before.target ? 'objective-weakened' : 'objective-changed', after, sentence)];
}

/** From here on a reader has to be asked: twice as much, and more than a thousand series more. */
const MANY = { times: 2, more: 1000 };
/** Below this nobody feels it. */
const FELT = 100;

function costs({ before, after }: Pair<ModelRecord>): readonly Finding[] {
  const old = new Map(before.costs.map(({ of, reads }) => [of, reads]));
  return after.costs.flatMap((cost) => costChange(cost, old.get(cost.of), after));
}

function costChange({ of, reads }: CostRecord, before: number | undefined, { place }: ModelRecord): readonly Finding[] {
  if (before === undefined || Math.abs(reads - before) < FELT || before === 0) return [];
  const isMuch = reads >= MANY.times * before && reads - before > MANY.more;
  const sentence = `The ${short(of)} reads about ${reads} series each time instead of ${before}.`;
  return [
    finding({ kind: isMuch ? 'cost-grows' : 'cost-changed', subject: { what: 'signal', name: of, place }, sentence }),
  ];
}
