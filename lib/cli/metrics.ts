/** `plainsight metrics <source> <file or URL…>`: reads what an exporter exposes, and writes its catalogue file. */
import type { Command } from 'commander';
import { settling, Unsettled } from '../bin/guard.js';
import type { Generated } from '../catalogue/generate/generate.ts';
import type { PrometheusSource } from '../catalogue/reading/prometheus.ts';
import { sourceNameFault } from '../catalogue/writer/catalogue-file.ts';
import { type Problem, problemLine } from '../units/problem.ts';
import { visible } from '../units/visible.ts';
import { commandNamed, doing, type Invocation, Refused } from './run.ts';

interface Options {
  readonly prometheus?: string;
  readonly job?: string;
  readonly selector?: string;
  readonly version?: string;
  readonly out: string;
}

export function metricsCommand(invocation: Invocation): Command {
  const command = commandNamed(invocation)
    .description("Writes stack/metrics/<source>.ts: one constant for each of an exporter's metrics.")
    .argument('<source>', 'the exporter, as its target is called in stack/targets.ts: redis')
    .argument('[places...]', 'files with a scrape, or addresses such as http://localhost:9121/metrics')
    .option('--prometheus <url>', 'read from a running Prometheus, with --job or --selector')
    .option('--job <name>', 'the scrape job there')
    .option('--selector <selector>', 'any series there: \'{job="api",service="orders"}\'')
    .option('--version <version>', "the exporter's version, where it does not say it")
    .option('--out <folder>', 'where the catalogue lies', 'stack/metrics');
  return doing(command, async (options: Options, [source = '', ...places]) => {
    const refusal = refused(source, places, options);
    if (refusal !== undefined) command.error(refusal);
    return await writeCatalogue(source, places, options);
  });
}

/** Why the arguments cannot be used; nothing when they can. */
function refused(source: string, places: readonly string[], options: Options): string | undefined {
  const fault = sourceNameFault(source);
  if (fault !== undefined) return `'${source}' cannot name a source: ${fault}.`;
  const { prometheus, job, selector } = options;
  if ((prometheus !== undefined) !== (job !== undefined || selector !== undefined)) {
    return '--prometheus <url> and --job <name> (or --selector <selector>) belong together.';
  }
  if (places.length > 0 || prometheus !== undefined) return undefined;
  return `Nothing to read for '${source}': name a file, an address, or --prometheus with --job.`;
}

async function writeCatalogue(source: string, places: readonly string[], options: Options): Promise<number> {
  const [{ readSources }, { targetLabelsOf, withoutTarget }, { generate }, { readTypeScript }] = await Promise.all([
    import('../catalogue/reading/read.ts'),
    import('../catalogue/generate/folder.ts'),
    import('../catalogue/generate/generate.ts'),
    import('./project.ts'),
  ]);
  await readTypeScript();
  const prometheus = prometheusOf(options);
  const readings = await readSources({ places, ...(prometheus && { prometheus }) });
  if (!readings.ok) return failed(readings.problems);
  const { out: folder, version } = options;
  const targetLabels = await loadable(folder, source, () => targetLabelsOf(folder, source));
  const assignment = { source, readings: readings.value, folder, targetLabels: targetLabels ?? withoutTarget };
  const generated = await loadable(folder, source, () =>
    generate({ ...assignment, ...(version !== undefined && { version }) }),
  );
  if (!generated.ok) return failed(generated.problems);
  await store(source, generated.value);
  if (targetLabels === undefined) note(`no target for '${source}' yet; describe it in targets.ts.`);
  return 0;
}

/** Targets and overrides are the project's code. */
async function loadable<T>(folder: string, source: string, run: () => Promise<T>): Promise<T> {
  try {
    return await settling(run);
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error;
    throw new Refused(`${folder}/${source}.overrides.ts or the targets.ts above it ${error.message}.`);
  }
}

function prometheusOf({ prometheus, job, selector }: Options): PrometheusSource | undefined {
  const wanted = selector ?? (job === undefined ? undefined : `{job=${JSON.stringify(job)}}`);
  return prometheus === undefined || wanted === undefined ? undefined : { url: prometheus, selector: wanted };
}

function failed(problems: readonly Problem<string>[]): number {
  for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
  process.stderr.write(`Nothing was written. ${count(problems.length, 'problem')}.\n`);
  return 1;
}

async function store(source: string, { files, own, shared, notices }: Generated): Promise<void> {
  const { store: put } = await import('../catalogue/generate/folder.ts');
  for (const { path, was } of put(files)) process.stdout.write(`${was}  ${path}\n`);
  process.stdout.write(`${source}: ${count(own, 'metric')} of its own, ${shared} shared.\n`);
  for (const notice of notices) note(notice);
}

function note(text: string): void {
  process.stdout.write(`Note: ${visible(text)}\n`);
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`;
}
