/** Faults of what is logged. */
import { logErrors, logVolume } from '../../../stack/signals/logs.ts';
import { answerFromLines, logQuestions } from '../log-queries.ts';
import type { Stack } from '../stack.ts';
import { type Fault, replace, SOON } from './fault.ts';

/** Lines per second of vote, as two panels show them: the usual is less than a hundredth of that. */
const STORM = 5;

async function showsStorm(stack: Stack): Promise<void> {
  for (const { id } of [logVolume, logErrors]) {
    const panels = logQuestions(stack.model).filter(({ signal }) => signal === id);
    const shown = panels.flatMap(({ node }) => answerFromLines(stack, node));
    if (shown.some(({ labels, value }) => labels.service === 'vote' && value > STORM)) continue;
    throw new Error(`no panel of ${id} shows the storm: ${JSON.stringify(shown)}`);
  }
}

export const logFaults: readonly Fault[] = [
  {
    name: 'log-storm',
    title: 'A release writes thousands of lines a second',
    before: SOON,
    tells: ['LokiDiscarding loki'],
    logAlerts: ['LogErrorRate'],
    make: (stack) => replace(stack, 'vote', { BAD_RELEASE: 'writes errors' }),
    shows: showsStorm,
    mend: (stack) => replace(stack, 'vote'),
  },
];
