/** Findings that a team knows of: they are told all the same, and hold nobody up. */
import type { Acknowledgement } from '../read/acknowledgements.ts';
import type { Finding } from './finding.ts';
import type { Report } from './review.ts';
import { counted, listed, short } from './words.ts';

/**
 * The report with what is known of; the file counts before the commits. An acknowledgement that is over holds no longer, and one that is about nothing is
 * said: it would let the next change of that kind pass.
 *
 * @param today as `2026-12-31`
 */
export function withAcknowledged(report: Report, all: readonly Acknowledgement[], today: string): Report {
  const [inFile, inCommits] = [all.filter(isInFile), all.filter((each) => !isInFile(each))];
  const holding = new Map(
    [...inCommits.filter(({ reason }) => reason !== ''), ...inFile.filter(({ until }) => until >= today)].map(
      (each) => [each.id, each],
    ),
  );
  const findings = report.findings.map((each) => {
    const acknowledged = holding.get(each.id);
    return acknowledged === undefined ? each : Object.freeze({ ...each, acknowledged });
  });
  const ids = new Set(report.findings.map(({ id }) => id));
  return Object.freeze({
    ...report,
    findings: Object.freeze(findings),
    notes: Object.freeze([
      ...(report.notes ?? []),
      ...over(inFile.filter(({ id, until }) => until < today && ids.has(id))),
      ...stale(inFile.filter(({ id }) => !ids.has(id))),
      ...inCommits.flatMap((each) => saidOf(each, ids)),
    ]),
  });
}

type InFile = Acknowledgement & Required<Pick<Acknowledgement, 'until'>>;

const isInFile = (each: Acknowledgement): each is InFile => each.until !== undefined;

/** What is wrong with what a commit says. */
function saidOf({ id, reason }: Acknowledgement, ids: ReadonlySet<string>): readonly string[] {
  if (!ids.has(id)) return [`A commit acknowledges ${short(id) || 'nothing'}, which is no finding of this change.`];
  return reason === '' ? [`A commit acknowledges ${short(id)} without a reason: it does not hold.`] : [];
}

/** Whether a finding is of a rank, and nobody answers for it. */
export function isOpen({ rank, acknowledged }: Finding, wanted: string | undefined): boolean {
  return rank === wanted && acknowledged === undefined;
}

function over(all: readonly InFile[]): readonly string[] {
  return all.map(({ id, until }) => `The acknowledgement of ${short(id)} was until ${until}: it holds no longer.`);
}

function stale(all: readonly InFile[]): readonly string[] {
  if (all.length === 0) return [];
  const ids = listed(all.map(({ id }) => short(id)));
  const verb = all.length === 1 ? 'is' : 'are';
  return [
    `${counted(all.length, 'acknowledgement')} ${verb} about nothing in this change: ${ids}. Remove what is done.`,
  ];
}
