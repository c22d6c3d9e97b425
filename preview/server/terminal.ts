/** What a person at the terminal is told. */
import { visible } from '../../lib/units/visible.ts';
import type { PreviewState } from '../protocol.ts';
import type { Progress } from './install.ts';

const EVERY_SECONDS = 10;

/** A line that is written over on a terminal; elsewhere one now and then. */
export function terminalProgress(out: NodeJS.WriteStream): Progress {
  const clear = (): void => {
    if (out.isTTY) out.write('\r\u001b[K');
  };
  return {
    say: (line) => out.write(`${line}\n`),
    wait(line, seconds) {
      clear();
      if (out.isTTY) out.write(`${line} … ${seconds} s`);
      else if (seconds % EVERY_SECONDS === 0) out.write(`${line} … ${seconds} s\n`);
    },
    done: clear,
  };
}

/** One line on what a state is. */
export function stateLine({ status, profiles, troubles }: PreviewState): string {
  const count = profiles[0]?.dashboards.length ?? 0;
  const problems =
    status.problems === 0 ? '' : `, ${status.problems} ${status.problems === 1 ? 'problem' : 'problems'}`;
  if (status.phase === 'failed') {
    const [first] = troubles;
    return `failed in ${status.ms} ms${problems}${first?.place === undefined ? '' : `: ${visible(first.place)}`}`;
  }
  return `built ${count} dashboards in ${status.ms} ms${problems}`;
}
