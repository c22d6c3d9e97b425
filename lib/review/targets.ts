/** The addresses that a job scrapes, and the labels that their series have. */
import type { JobRecord } from '../read/server-records.ts';
import { detailOf } from './detail.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { groupedBy, matched, type Pair } from './match.ts';
import { listed, short } from './words.ts';

interface Target {
  readonly address: string;
  readonly labels: string;
}

/** What happened to a job's targets: by address, then by their labels where only one has them. */
export function targetFindings({ before, after }: Pair<JobRecord>): readonly Finding[] {
  const [was, is] = [before, after].map(({ targets }) =>
    [...targets].map(([address, labels]): Target => ({ address, labels })),
  );
  const isAlone = ({ labels }: Target): boolean =>
    [was, is].every((side) => (side ?? []).filter((each) => each.labels === labels).length === 1);
  const { pairs, added, removed } = matched(was ?? [], is ?? [], [
    ({ address }) => address,
    (target) => (isAlone(target) ? target.labels : undefined),
  ]);
  const job = short(after.name);
  const subject = (part: string): Subject => ({ what: 'target', name: after.name, part, place: after.place });
  const addresses = (all: readonly Target[]): string => listed(all.map(({ address }) => short(address)));
  const verb = (all: readonly Target[]): string => (all.length === 1 ? 'is' : 'are');
  return [
    ...(removed.length === 0
      ? []
      : [
          finding({
            kind: 'target-removed',
            subject: subject('removed'),
            sentence: `${addresses(removed)} ${verb(removed)} no longer scraped by the job ${job}.`,
          }),
        ]),
    ...(added.length === 0
      ? []
      : [
          finding({
            kind: 'target-added',
            subject: subject('added'),
            sentence: `The job ${job} scrapes ${addresses(added)} too.`,
          }),
        ]),
    ...pairs.flatMap((pair) => moved(pair, job, subject(pair.after.address))),
    ...[...groupedBy(pairs, labelChange).values()].map((all) => relabelled(all, job, subject)),
  ];
}

function moved({ before, after }: Pair<Target>, job: string, subject: Subject): readonly Finding[] {
  if (before.address === after.address) return [];
  const sentence = `The job ${job} scrapes ${short(after.address)} instead of ${short(before.address)}.`;
  return [finding({ kind: 'target-moved', subject, sentence })];
}

/** Equal for targets whose labels changed in the same way. */
function labelChange({ before, after }: Pair<Target>): string | undefined {
  return before.labels === after.labels ? undefined : JSON.stringify([before.labels, after.labels]);
}

function relabelled(all: readonly Pair<Target>[], job: string, subject: (part: string) => Subject): Finding {
  const [from, to] = [all[0]?.before.labels ?? '', all[0]?.after.labels ?? ''];
  const addresses = all.map(({ after: { address } }) => short(address));
  const says = `${short(to) || 'no labels'} instead of ${short(from) || 'none'}`;
  const sentence = `The series of ${listed(addresses)} in the job ${job} have ${says}.`;
  const details = [detailOf('labels', from, to)];
  return finding({ kind: 'target-labels', subject: subject(`labels of ${addresses[0] ?? ''}`), sentence, details });
}
