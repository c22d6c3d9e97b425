/** `plainsight check`: types, the rules, that dist/ is what the definitions say, and promtool where it is there. */
import type { Command } from 'commander';
import type { CheckStep } from './check/perform.ts';
import { commandNamed, doing, explained, type Invocation } from './run.ts';

interface Options {
  readonly prometheus?: string;
}

/** The command; a project of its own may add steps, such as its linter. */
export function checkCommand(invocation: Invocation, more: readonly CheckStep[] = []): Command {
  const command = commandNamed(invocation)
    .description('Checks types, every rule, that dist/ is what the definitions say, and what promtool says of it.')
    .option('--prometheus <url>', 'also ask this Prometheus every query');
  return doing(command, async ({ prometheus }: Options) => {
    const { perform } = await import('./check/perform.ts');
    return await perform([...(await steps(invocation, prometheus)), ...more]);
  });
}

async function steps(invocation: Invocation, prometheus: string | undefined): Promise<readonly CheckStep[]> {
  const [
    { typesStep },
    { distStep, promtoolStep },
    { logAlertSteps },
    { queriesStep },
    { loadProject, requireConfig },
  ] = await Promise.all([
    import('./check/tool.ts'),
    import('./check/dist.ts'),
    import('./check/log-alerts.ts'),
    import('./check/queries.ts'),
    import('./project.ts'),
  ]);
  const { folder } = invocation;
  requireConfig(folder);
  try {
    const project = await loadProject(invocation);
    const asked = prometheus === undefined ? [] : [queriesStep(prometheus, project)];
    return [typesStep(folder), distStep(project), promtoolStep(project), ...(await logAlertSteps(project)), ...asked];
  } catch (error) {
    // What the compiler says of it is worth more than where it stopped.
    return [typesStep(folder), { name: 'definitions', run: async () => explained(error) }];
  }
}
