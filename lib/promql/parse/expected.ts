/**
 * What may stand at a place of a text, in words. The grammar itself is asked: each kind of token is tried after the text
 * up to the place, and those that the parser takes without an error are what was expected.
 */
import type { Parser } from '@lezer/common';

/** The words for a place where all of `tokens` are taken. */
export interface Kind {
  readonly says: string;
  readonly tokens: readonly string[];
}

/** How a language speaks of its tokens. */
export interface Words {
  /** The first that fits is said. */
  readonly main: readonly Kind[];
  /** What closes or goes on; all that fit are said. */
  readonly closing: readonly (readonly [says: string, token: string])[];
}

export interface Expectations {
  /** Where the parser first stumbles over a text; infinity where it does not. */
  readonly firstError: (text: string) => number;
  /** What may follow a text. */
  readonly expectedAfter: (before: string) => string;
}

/** Where a parser that goes on after errors has the first one. */
export function firstErrorIn(parser: Parser): Expectations['firstError'] {
  return (text) => {
    let first = Number.POSITIVE_INFINITY;
    parser.parse(text).iterate({
      enter(node) {
        if (node.type.isError) first = Math.min(first, node.from);
      },
    });
    return first;
  };
}

/** Asks a grammar: `firstError` reads a text by it. */
export function expectations(firstError: Expectations['firstError'], { main, closing }: Words): Expectations {
  const isTaken = (before: string, token: string): boolean => {
    const text = `${before} ${token}`;
    return firstError(text) >= text.length;
  };
  const expectedAfter = (before: string): string => {
    const kind = main.find(({ tokens }) => tokens.every((token) => isTaken(before, token)));
    const closers = closing.filter(([, token]) => isTaken(before, token)).map(([says]) => says);
    const end = firstError(before) === Number.POSITIVE_INFINITY ? ['the end'] : [];
    return listed([...(kind === undefined ? [] : [kind.says]), ...closers, ...end]);
  };
  return { firstError, expectedAfter };
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? 'the end';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
