/** The first line of every form of a report: how much there is to look at. */
import { type Finding, subjectKey } from './finding.ts';
import { RANKS, type Rank } from './kinds.ts';
import type { Report } from './review.ts';
import { counted } from './words.ts';

const WORDS: Readonly<Record<Rank, readonly [one: string, many: string]>> = {
  danger: ['danger', 'dangers'],
  alert: ['alert', 'alerts'],
  panel: ['panel', 'panels'],
  other: ['more change', 'more changes'],
  noise: ['noise', 'noise'],
};

/** Of what there may be several sentences about one thing, and the thing is counted. */
const BY_SUBJECT: readonly Rank[] = ['alert', 'panel'];

/**
 * How much there is of a rank: each danger, each alert and each panel whatever changed in it, each other change, and of
 * noise the places that it stands for.
 */
export function countOf(findings: readonly Finding[], rank: Rank): number {
  const all = findings.filter((each) => each.rank === rank);
  if (rank === 'noise') return all.reduce((sum, { count }) => sum + count, 0);
  return BY_SUBJECT.includes(rank) ? new Set(all.map(subjectKey)).size : all.length;
}

/**
 * `2 dangers · 3 alerts · 5 panels · 41 noise`; of what there is none, nothing is said.
 *
 * @example summaryText({ from: 'main', to: 'dist', findings: [], changedFiles: 0 }) // 'nothing changed'
 */
export function summaryText({ findings, changedFiles }: Report): string {
  const parts: string[] = [];
  for (const rank of RANKS) {
    const count = countOf(findings, rank);
    if (count === 0) continue;
    const [one, many] = parts.length === 0 && rank === 'other' ? ['change', 'changes'] : WORDS[rank];
    const known = findings.filter((each) => each.rank === rank && each.acknowledged !== undefined).length;
    parts.push(`${counted(count, one, many)}${rank === 'danger' && known > 0 ? ` (${known} acknowledged)` : ''}`);
  }
  if (parts.length > 0) return parts.join(' · ');
  return changedFiles === 0
    ? 'nothing changed'
    : `${counted(changedFiles, 'file')} changed, and nothing in what they say`;
}
