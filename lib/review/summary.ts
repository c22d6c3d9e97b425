/** The first line of every form of a report: how much there is to look at. */
import { type Finding, subjectKey } from './finding.ts';
import { RANKS, type Rank } from './kinds.ts';
import type { Report } from './review.ts';
import { counted } from './words.ts';

const WORDS: Readonly<Record<Rank, readonly [one: string, many: string]>> = {
  danger: ['danger', 'dangers'],
  alert: ['alert', 'alerts'],
  panel: ['panel', 'panels'],
  other: ['other', 'others'],
  noise: ['noise', 'noise'],
};

/**
 * How much there is of a rank: each danger, each alert and each panel whatever changed in it, and of noise the places
 * that it stands for.
 */
export function countOf(findings: readonly Finding[], rank: Rank): number {
  const all = findings.filter((each) => each.rank === rank);
  if (rank === 'danger') return all.length;
  return rank === 'noise' ? all.reduce((sum, { count }) => sum + count, 0) : new Set(all.map(subjectKey)).size;
}

/**
 * `2 dangers · 3 alerts · 5 panels · 41 noise`; of what there is none, nothing is said.
 *
 * @example summaryText({ from: 'main', to: 'dist', findings: [], changedFiles: 0 }) // 'nothing changed'
 */
export function summaryText({ findings, changedFiles }: Report): string {
  const parts = RANKS.flatMap((rank) => {
    const count = countOf(findings, rank);
    if (count === 0) return [];
    const known = findings.filter((each) => each.rank === rank && each.acknowledged !== undefined).length;
    return [`${counted(count, ...WORDS[rank])}${rank === 'danger' && known > 0 ? ` (${known} acknowledged)` : ''}`];
  });
  if (parts.length > 0) return parts.join(' · ');
  return changedFiles === 0
    ? 'nothing changed'
    : `${counted(changedFiles, 'file')} changed, and nothing in what they say`;
}
