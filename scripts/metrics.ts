/** `npm run metrics -- <source> <file or URL…>`: reads what an exporter exposes, and writes its catalogue file. */
import { Command } from 'commander';
import { type Generated, generate } from '../lib/catalogue/generate/generate.ts';
import { store } from '../lib/catalogue/generate/store.ts';
import { targetLabelsOf, withoutTarget } from '../lib/catalogue/generate/target-labels.ts';
import { type Outcome, problemText } from '../lib/catalogue/problem.ts';
import type { PrometheusSource } from '../lib/catalogue/reading/prometheus.ts';
import { readSources } from '../lib/catalogue/reading/read.ts';

interface Options {
  readonly prometheus?: string;
  readonly job?: string;
  readonly selector?: string;
  readonly version?: string;
  readonly out: string;
}

const command = new Command('npm run metrics --')
  .description("Writes stack/metrics/<source>.ts: one constant for each of an exporter's metrics.")
  .argument('<source>', 'the exporter, as its target is called in stack/targets.ts: redis')
  .argument('[places...]', 'files with a scrape, or addresses such as http://localhost:9121/metrics')
  .option('--prometheus <url>', 'read from a running Prometheus, with --job or --selector')
  .option('--job <name>', 'the scrape job there')
  .option('--selector <selector>', 'any series there: \'{job="voting-app",service="vote"}\'')
  .option('--version <version>', "the exporter's version, where it does not say it")
  .option('--out <folder>', 'where the catalogue lies', 'stack/metrics')
  .showHelpAfterError('(npm run metrics -- --help says more)')
  .action(writeCatalogue);

async function writeCatalogue(source: string, places: readonly string[], options: Options): Promise<void> {
  if (!/^[a-z][a-z0-9-]*$/.test(source)) {
    command.error(
      `'${source}' cannot name a source: lower case letters, digits and hyphens, such as node or my-exporter.`,
    );
  }
  const prometheus = prometheusOf(options);
  if (places.length === 0 && prometheus === undefined) {
    command.error(`Nothing to read for '${source}': name a file, an address, or --prometheus with --job.`);
  }
  const readings = await readSources({ places, ...(prometheus && { prometheus }) });
  const targetLabels = await targetLabelsOf(options.out, source);
  const generated = readings.ok
    ? await generate({
        source,
        readings: readings.value,
        folder: options.out,
        targetLabels: targetLabels ?? withoutTarget,
        ...(options.version !== undefined && { version: options.version }),
      })
    : readings;
  report(source, generated);
  if (generated.ok && targetLabels === undefined) note(`no target for '${source}' yet; describe it in targets.ts.`);
}

function prometheusOf({ prometheus, job, selector }: Options): PrometheusSource | undefined {
  if (prometheus === undefined && job === undefined && selector === undefined) return undefined;
  const wanted = selector ?? (job === undefined ? undefined : `{job=${JSON.stringify(job)}}`);
  if (prometheus !== undefined && wanted !== undefined) return { url: prometheus, selector: wanted };
  return command.error('--prometheus <url> and --job <name> (or --selector <selector>) belong together.');
}

function report(source: string, generated: Outcome<Generated>): void {
  if (!generated.ok) {
    for (const problem of generated.problems) console.error(problemText(problem));
    console.error(`Nothing was written. ${count(generated.problems.length, 'problem')}.`);
    process.exitCode = 1;
    return;
  }
  const { files, own, shared, notices } = generated.value;
  for (const { path, was } of store(files)) console.log(`${was}  ${path}`);
  console.log(`${source}: ${count(own, 'metric')} of its own, ${shared} shared.`);
  for (const notice of notices) note(notice);
}

function note(text: string): void {
  console.log(`Note: ${text}`);
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`;
}

await command.parseAsync();
