/** Faults of the voting app's own services. */
import { crash, type Fault, replace, SOON } from './fault.ts';

/** The worker sleeps so long between two votes: fewer come out than go in. */
const SLOW = { PAUSE_MS: '1000' };

export const applicationFaults: readonly Fault[] = [
  {
    name: 'worker-stopped',
    title: 'The worker stopped',
    incident: 'worker dead',
    tells: ['ContainerAbsent worker'],
    make: (stack) => stack.stop('worker'),
    mend: (stack) => stack.start('worker'),
  },
  {
    name: 'worker-hangs',
    title: 'The worker hangs',
    incident: 'worker hangs',
    tells: ['WorkerNotPolling worker'],
    make: async (stack) => stack.process('worker')?.signal('SIGUSR2'),
    mend: async (stack) => stack.process('worker')?.signal('SIGUSR2'),
  },
  {
    name: 'worker-too-slow',
    title: 'The worker is too slow for the load',
    incident: 'worker slow',
    rate: 8,
    watch: 60,
    tells: ['FreshnessErrorBudgetBurn worker'],
    mayTell: ['VoteQueueWaitHigh worker'],
    make: (stack) => replace(stack, 'worker', SLOW),
    mend: async (stack) => {
      await replace(stack, 'worker', { PAUSE_MS: '2' });
    },
  },
  {
    name: 'worker-restarts',
    title: 'The worker starts again and again',
    before: SOON,
    situation: 'a worker is started every other minute, and cAdvisor makes a series of each start',
    tells: ['ContainerRestartLoop worker'],
    // In this time a start takes as long as four scrapes.
    mayTell: ['ExporterFlapping worker', 'TargetDown worker', 'ContainerAbsent worker'],
    make: async (stack) => {
      for (let times = 0; times < 4; times += 1) {
        await replace(stack, 'worker');
        await new Promise((resolve) => setTimeout(resolve, 3_000));
      }
    },
    mend: async () => {},
  },
  {
    name: 'result-stopped',
    title: 'result stopped',
    incident: 'result dead',
    tells: ['ContainerAbsent result'],
    make: (stack) => crash(stack, 'result'),
    mend: (stack) => stack.start('result'),
  },
  {
    name: 'result-hangs',
    title: 'result asks the database no more',
    tells: ['ResultNotPolling result'],
    make: async (stack) => stack.process('result')?.signal('SIGUSR2'),
    mend: async (stack) => stack.process('result')?.signal('SIGUSR2'),
  },
  {
    name: 'vote-stopped',
    title: 'vote stopped',
    incident: 'vote dead',
    tells: ['ContainerAbsent vote'],
    logAlerts: ['LogsSilent'],
    make: (stack) => stack.stop('vote'),
    mend: (stack) => stack.start('vote'),
  },
  {
    name: 'votes-fail',
    title: 'vote answers with 500',
    incident: 'votes fail',
    tells: ['VoteErrorBudgetBurn vote'],
    logAlerts: ['LogErrorRate'],
    make: (stack) => replace(stack, 'vote', { BAD_RELEASE: 'fails votes' }),
    mend: (stack) => replace(stack, 'vote'),
  },
  {
    name: 'vote-slow',
    title: 'vote answers slowly',
    watch: 60,
    tells: ['LatencyErrorBudgetBurn vote'],
    make: (stack) => replace(stack, 'vote', { DELAY_MS: '600' }),
    mend: (stack) => replace(stack, 'vote'),
  },
  {
    name: 'result-is-another',
    title: 'What answers at result’s port is something else: 404',
    before: SOON,
    tells: ['ProbeFailed result'],
    make: (stack) => replace(stack, 'result', { BAD_RELEASE: 'knows no page' }),
    mend: (stack) => replace(stack, 'result'),
  },
  {
    name: 'label-flood',
    title: 'A release makes a label of whatever is posted',
    tells: ['TargetDown vote', 'SeriesGrowing prometheus'],
    // Two and a half thousand votes at once wait for minutes; and the release, the limit and its end are three changes.
    mayTell: ['FreshnessErrorBudgetBurn worker', 'VoteQueueWaitHigh worker', 'ExporterFlapping vote'],
    make: async (stack, voters) => {
      await replace(stack, 'vote', { BAD_RELEASE: 'labels anything' });
      await voters.burst(2_500, (number) => `flood-${number}`);
    },
    mend: (stack) => replace(stack, 'vote'),
  },
];
