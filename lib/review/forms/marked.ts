/** Two texts word by word: what both have, what only the older has, what only the newer. */

/** A part of a text, and whether the other text has it too. */
export interface Part {
  readonly text: string;
  readonly isSame: boolean;
}

export interface Marked {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

/** Names with their colons, numbers with their units, white space, and every other character for itself. */
const WORD = /[\p{L}\p{N}_:.$]+|\s+|./gsu;

/** Two texts with more words than this between their common ends differ as a whole: comparing takes the product. */
const MOST_WORDS = 1_500;

/**
 * Where two texts differ, by words.
 *
 * @example marked('rate(a[5m])', 'rate(a[10m])').after
 * // [{ text: 'rate(a[', isSame: true }, { text: '10m', isSame: false }, { text: '])', isSame: true }]
 */
export function marked(before: string, after: string): Marked {
  const [was, is] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  const shared = commonWords(was, is);
  return {
    before: partsOf(was, new Set(shared.map(([a]) => a))),
    after: partsOf(is, new Set(shared.map(([, b]) => b))),
  };
}

type Pair = readonly [before: number, after: number];

/** The places of words that both texts have in the same order, as many as there are. */
function commonWords(was: readonly string[], is: readonly string[]): readonly Pair[] {
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const inner = longestCommon(was.slice(start, was.length - end), is.slice(start, is.length - end));
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...inner.map(([a, b]): Pair => [a + start, b + start]),
    ...Array.from({ length: end }, (_, at): Pair => [was.length - 1 - at, is.length - 1 - at]),
  ];
}

/** The longest common subsequence, by the table that has its length for every two ends of the texts. */
function longestCommon(was: readonly string[], is: readonly string[]): readonly Pair[] {
  if (was.length > MOST_WORDS || is.length > MOST_WORDS) return [];
  const width = is.length + 1;
  const lengths = new Uint16Array((was.length + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = was.length - 1; a >= 0; a -= 1) {
    for (let b = is.length - 1; b >= 0; b -= 1) {
      lengths[a * width + b] = was[a] === is[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let [a, b] = [0, 0]; a < was.length && b < is.length; ) {
    if (was[a] === is[b]) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return pairs;
}

/** Neighbours of one sort are one part. */
function partsOf(words: readonly string[], shared: ReadonlySet<number>): readonly Part[] {
  const parts: { text: string; isSame: boolean }[] = [];
  for (const [at, text] of words.entries()) {
    const isSame = shared.has(at);
    const last = parts.at(-1);
    if (last?.isSame === isSame) last.text += text;
    else parts.push({ text, isSame });
  }
  return parts;
}
