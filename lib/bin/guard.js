/**
 * Definitions are code, and code may end the process or never come to its end. Either would be a command that says nothing
 * and succeeds.
 */

/** A definition called process.exit(); where, its stack says. */
export class Ended extends Error {
  /** @override */
  name = 'Ended';
}

/** What was loaded waits for something that never comes. */
export class Unsettled extends Error {
  /** @override */
  name = 'Unsettled';
}

/** Loading takes seconds, on a busy machine many of them; this is for what would take for ever. */
const PATIENCE_MS = 120_000;

/**
 * What is waited for now, and how to give it up. Many files are loaded at once, and one listener is enough for all.
 *
 * @type {Set<(reason: unknown) => void>}
 */
const waiting = new Set();
process.on('beforeExit', () => {
  for (const giveUp of waiting) giveUp(new Unsettled('waits for something that never comes'));
});

/**
 * Runs, and throws where the process would end. The command line's own parser, which ends it after a message, may.
 *
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withoutExit(run) {
  const { exit } = process;
  process.exit = (code) => {
    const ended = new Ended(`process.exit(${code ?? ''}) is called: definitions describe, and end nothing.`);
    if (/[\\/]node_modules[\\/]commander[\\/]/.test(ended.stack ?? '')) return exit(code);
    throw ended;
  };
  try {
    return await run();
  } finally {
    process.exit = exit;
  }
}

/**
 * Runs, and throws when nothing is left that could bring it to its end, or when it takes too long.
 *
 * @template T
 * @param {() => Promise<T>} run
 * @param {number} [patienceMs]
 * @returns {Promise<T>}
 */
export async function settling(run, patienceMs = PATIENCE_MS) {
  /** @type {(reason: unknown) => void} */
  let reject = () => undefined;
  /** @type {Promise<never>} */
  const never = new Promise((_, no) => {
    reject = no;
  });
  const late = () => reject(new Unsettled(`is still loading after ${patienceMs / 1000} s`));
  // A timer of its own must not be what the process waits for.
  const timer = setTimeout(late, patienceMs).unref();
  waiting.add(reject);
  try {
    return await Promise.race([run(), never]);
  } finally {
    clearTimeout(timer);
    waiting.delete(reject);
  }
}
