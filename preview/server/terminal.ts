/** What a person at the terminal is told. */
import { visible } from '../../lib/units/visible.ts';
import type { PreviewState, Trouble } from '../protocol.ts';
import { slowText, tookText } from '../words.ts';
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
  const problems = status.problems === 0 ? '' : `, ${problemsText(status.problems)}`;
  if (status.phase === 'failed') {
    const [first] = troubles;
    return `failed in ${tookText(status.ms ?? 0)}${problems}${first?.place === undefined ? '' : `: ${visible(first.place)}`}`;
  }
  return `built ${count} dashboards in ${tookText(status.ms ?? 0)}${problems}`;
}

function problemsText(count: number): string {
  return `${count} ${count === 1 ? 'problem' : 'problems'}`;
}

/** Says each state after the first: it is built again, has problems, or is healed. */
export function teller(say: (line: string) => void): (state: PreviewState) => void {
  let before: PreviewState | undefined;
  return (state) => {
    if (state.status.phase === 'building') return;
    if (state.status.phase === 'slow') {
      // A first load is counted aloud by whoever waits for it.
      if (before !== undefined) say(slowText(state.status.saved));
      return;
    }
    const lines = before === undefined ? [] : newsLines(before, state);
    before = state;
    for (const line of lines) say(line);
  };
}

const MOST_PROBLEMS = 5;

/** What is new since the state before: nothing where the compiler agrees with what was said. */
export function newsLines(before: PreviewState, { status, ...state }: PreviewState): readonly string[] {
  const isBuilt = status.at !== before.status.at;
  const [known, troubles] = [troublesOf(before), troublesOf(state)];
  if (!isBuilt && JSON.stringify(known) === JSON.stringify(troubles)) return [];
  const built = `${status.phase === 'failed' ? 'failed' : 'rebuilt'} in ${tookText(status.ms ?? 0)}`;
  const healed = before.status.problems > 0 ? ', healed' : '';
  const problems = status.problems === 0 ? healed : `, ${problemsText(status.problems)}`;
  return [
    `${isBuilt ? built : 'compiled'}${problems}`,
    ...troubles
      .slice(0, MOST_PROBLEMS)
      .map(({ place, what, lines }) => visible(`  ${place ?? what}  ${lines.slice(0, 2).join('; ')}`)),
    ...(troubles.length > MOST_PROBLEMS ? [`  and ${troubles.length - MOST_PROBLEMS} more, in the page`] : []),
  ];
}

/** Each once: profiles share most of them. */
function troublesOf({ troubles, profiles }: Pick<PreviewState, 'troubles' | 'profiles'>): readonly Trouble[] {
  const dashboards = profiles.flatMap((profile) => profile.dashboards);
  const all = [
    ...troubles,
    ...dashboards.flatMap((each) => [...each.troubles, ...each.infos.flatMap((info) => info.troubles)]),
  ];
  return [...new Map(all.map((trouble) => [JSON.stringify(trouble), trouble])).values()];
}
