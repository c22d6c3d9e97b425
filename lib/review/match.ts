/**
 * Which of the things before is which of those after. Passes go from the surest sign to the weakest: what the first
 * does not pair is left to the next. Each pass is one key, so that the time grows with the number of things and not with
 * its square.
 */

/** What makes two things the same in a pass; undefined when this thing has no such sign. */
export type Sign<T> = (thing: T) => string | undefined;

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

export interface Matched<T> {
  /** In the order of those after. */
  readonly pairs: readonly Pair<T>[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/**
 * Pairs things by their signs, the first pass first; things with the same sign are paired in their order.
 *
 * @example matched(['a1', 'b1'], ['a2', 'c1'], [(x) => x, (x) => x[0]])
 * // { pairs: [{ before: 'a1', after: 'a2' }], added: ['c1'], removed: ['b1'] }
 */
export function matched<T>(before: readonly T[], after: readonly T[], passes: readonly Sign<T>[]): Matched<T> {
  const partner = new Map<T, T>();
  let [left, right] = [before, after];
  for (const sign of passes) {
    const waiting = groupedBy(left, sign);
    const taken = new Set<T>();
    for (const thing of right) {
      const other = waitingFor(waiting, sign(thing));
      if (other === undefined) continue;
      partner.set(thing, other);
      taken.add(other);
    }
    left = left.filter((thing) => !taken.has(thing));
    right = right.filter((thing) => !partner.has(thing));
  }
  const pairs = after.flatMap((thing) => {
    const other = partner.get(thing);
    return other === undefined ? [] : [{ before: other, after: thing }];
  });
  return { pairs, added: right, removed: left };
}

/** Things by what they have in common, in their order; what has no key is left out. */
export function groupedBy<T>(things: Iterable<T>, keyOf: (thing: T) => string | undefined): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

function waitingFor<T>(waiting: ReadonlyMap<string, T[]>, sign: string | undefined): T | undefined {
  return sign === undefined ? undefined : waiting.get(sign)?.shift();
}

/**
 * The things that left their order: all but the longest run that kept it.
 *
 * @param order the places that the things had before, in the order that they have now
 * @returns indexes into `order`
 */
export function outOfOrder(order: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  order.forEach((place, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[tails[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const moved = new Set(order.keys());
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) moved.delete(at);
  return moved;
}
