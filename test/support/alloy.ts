/** Alloy's own parser on a file: its blocks, and the text as Alloy formats it. */
import { execFileSync } from 'node:child_process';
import { requireServer } from './server-path.ts';

export interface AlloyBlock {
  readonly name: string;
  readonly label?: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly blocks: readonly AlloyBlock[];
}

export interface AlloyFile {
  readonly blocks: readonly AlloyBlock[];
  readonly formatted: string;
}

/**
 * Reads a configuration.
 *
 * @throws Error with the parser's message, also for a regular expression that Go's engine refuses.
 */
export function readAlloy(path: string): AlloyFile {
  return JSON.parse(
    execFileSync(requireServer('alloy-check'), [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

/** Every block with the names of those around it, from the outside in. */
export function* everyBlock(
  blocks: readonly AlloyBlock[],
  around: readonly string[] = [],
): Generator<{ readonly block: AlloyBlock; readonly around: readonly string[] }> {
  for (const block of blocks) {
    yield { block, around };
    yield* everyBlock(block.blocks, [...around, block.name]);
  }
}
