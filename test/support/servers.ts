/** What a test needs beyond `npm ci`: where the real servers lie, and what happens where something is missing. */
import { describe, it } from 'vitest';
import { notBuilt, type ProgramName, requireServer, serverPath } from './server-path.ts';

export { type ProgramName, requireServer, serverPath };

/**
 * A `describe` whose tests need real servers.
 *
 * @example describeWithServer(['promtool'], 'rules', () => { it('are accepted', …) });
 */
export function describeWithServer(names: readonly ProgramName[], title: string, body: () => void): void {
  const absent = names.filter((name) => serverPath(name) === undefined);
  describeUnless(absent.length === 0 ? undefined : notBuilt(absent), title, body);
}

/**
 * A `describe`, unless something is missing: then one line says what, and which command gets it. The tests are not
 * even collected, since tables of tests may ask a server. With REQUIRE_SERVERS=1 that is a failure, so that nothing
 * is skipped unseen.
 */
export function describeUnless(missing: string | undefined, title: string, body: () => void): void {
  if (missing === undefined) {
    describe(title, body);
    return;
  }
  const required = process.env.REQUIRE_SERVERS === '1';
  if (!required) process.stderr.write(`skipped: ${title}: ${missing}\n`);
  describe(title, () => {
    it.skipIf(!required)(HAS_WHAT_IT_NEEDS, () => {
      throw new Error(missing);
    });
  });
}

/** The one test that stands for those which cannot run. */
export const HAS_WHAT_IT_NEEDS = 'has what it needs';
