/**
 * A signal's query is written once, for its finest split: `query: (window, by) => sum(rate(x, window), { by })`. The
 * labels handed over as `by` are marked, so that a reader who wants a coarser split can drop some of them later,
 * wherever the query used them, and leave the labels that the query named itself.
 */

/** A private-use character: no label name can begin with it. */
const MARK = '\uE000';

/** The labels of a split, marked as such; typed as what they stand for. */
export function markSplit<L extends string>(labels: readonly L[]): readonly L[] {
  // The mark is invisible to whoever writes a query: the type says what the label is, print() takes the mark off.
  return Object.freeze(labels.map((label) => `${MARK}${label}` as L));
}

/** The label without its mark. */
export function plainLabel<L extends string>(label: L): L {
  return (label.startsWith(MARK) ? label.slice(1) : label) as L;
}

/** Labels after a reader chose `kept`: marked ones that are not kept go, the others stay. */
export function keepSplit(labels: readonly string[], kept: ReadonlySet<string>): readonly string[] {
  return labels.filter((label) => !label.startsWith(MARK) || kept.has(label.slice(1))).map(plainLabel);
}
