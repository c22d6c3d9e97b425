/** `plainsight contract <URL or file…>`: does a service expose what dashboards and rules read of it? */
import type { Command } from 'commander';
import { shownAddress } from '../catalogue/reading/address.ts';
import type { Reading } from '../catalogue/reading/reading.ts';
import type { Jump } from '../check/contract/processes.ts';
import type { Demands } from '../model/demands.ts';
import { commandNamed, doing, type Invocation, Refused } from './run.ts';

interface Options {
  readonly output?: string;
  readonly times: string;
}

/** How often an address is read, to see whether several processes answer there in turn, and the pause between. */
const TIMES = 5;
const MOST_TIMES = 50;
const PAUSE_MS = 200;

export function contractCommand(invocation: Invocation): Command {
  const command = commandNamed(invocation)
    .description('Reads what a service exposes, and says what dashboards and rules need of it and do not find.')
    .argument(
      '<places...>',
      'addresses such as http://checkout:80/metrics, or files such as checkout.prom; checkout=… says which service it is',
    )
    .option('--output <name>', 'what this output of the configuration needs; the first one otherwise')
    .option('--times <number>', 'how often an address is read: counters that jump show several processes', `${TIMES}`);
  return doing(command, async (options: Options, places) => {
    const times = Number(options.times);
    if (!Number.isInteger(times) || times < 1 || times > MOST_TIMES) {
      command.error(`--times ${options.times}: a whole number from 1 to ${MOST_TIMES}.`);
    }
    const all = await demandsOfOutput(invocation, options.output);
    const named = places.map((place) => placed(place, all));
    const results = await Promise.all(named.map((one) => judged(one, times)));
    process.stdout.write(`${results.map(({ text }) => text).join('\n\n')}\n`);
    return results.every(({ ok }) => ok) ? 0 : 1;
  });
}

async function demandsOfOutput(invocation: Invocation, name: string | undefined): Promise<readonly Demands[]> {
  const [{ loadProject }, { resolveOutputs }, { demandsOf }] = await Promise.all([
    import('./project.ts'),
    import('./outputs.ts'),
    import('../model/demands.ts'),
  ]);
  const outputs = await resolveOutputs(await loadProject(invocation));
  const found = name === undefined ? outputs[0] : outputs.find(({ output }) => output === name);
  if (found === undefined) {
    throw new Refused(
      `There is no output '${name}'; there are ${outputs.map(({ output }) => `'${output}'`).join(', ')}.`,
    );
  }
  const all = demandsOf(found.model);
  if (all.length === 0) {
    throw new Refused(
      'The model has no contracts: no service has to expose anything itself. List some: contracts: [contract(…)].',
    );
  }
  return all;
}

interface Placed {
  readonly place: string;
  readonly demands: Demands;
}

/** The service is named before the place, or else it is the address's host, or the file's name. */
function placed(text: string, all: readonly Demands[]): Placed {
  const services = all.map(({ contract }) => contract.service);
  const [, name, place = text] = /^([\w-]+)=(.+)$/.exec(text) ?? [];
  const found = all.find(({ contract }) => contract.service === (name ?? serviceIn(place)));
  if (found !== undefined) return { place, demands: found };
  const shown = shownAddress(place);
  const example = `${services[0]}=${shown}`;
  throw new Refused(
    name === undefined
      ? `Which service is ${shown}? Say it: ${example}. There are ${services.join(', ')}.`
      : `There is no contract of '${name}'; there are ${services.join(', ')}: ${example}.`,
  );
}

function serviceIn(place: string): string | undefined {
  if (URL.canParse(place) && place.startsWith('http')) return new URL(place).hostname.split('.')[0];
  return place.split('/').at(-1)?.split('.')[0];
}

interface Judged {
  readonly ok: boolean;
  readonly text: string;
}

async function judged({ place, demands }: Placed, times: number): Promise<Judged> {
  const [{ readSources }, { verdicts }, { jumps }, { problemLine }, { contractText }] = await Promise.all([
    import('../catalogue/reading/read.ts'),
    import('../check/contract/verdict.ts'),
    import('../check/contract/processes.ts'),
    import('../units/problem.ts'),
    import('./contract-text.ts'),
  ]);
  const readings: Reading[] = [];
  const reads = place.startsWith('http') ? times : 1;
  for (let time = 0; time < reads; time += 1) {
    if (time > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    // A connection that is kept would always reach the same process.
    const outcome = await readSources({ places: [place] }, { newConnection: true });
    if (!outcome.ok) return { ok: false, text: outcome.problems.map(problemLine).join('\n') };
    readings.push(...outcome.value);
  }
  const [first] = readings;
  const shown = shownAddress(place);
  if (first === undefined) return { ok: false, text: `${shown}: nothing was read.` };
  const found = { place: shown, service: demands.contract.service, jumps: readFirst(jumps(readings), demands) };
  const judgement = { ...found, verdicts: verdicts(demands.demands, first) };
  const ok = judgement.jumps.length === 0 && judgement.verdicts.every(({ fault }) => fault === undefined);
  return { ok, text: contractText(judgement) };
}

/** Of the counters that jump, those first that something reads. */
function readFirst(all: readonly Jump[], { demands }: Demands): readonly Jump[] {
  const isRead = ({ series }: Jump): boolean => demands.some(({ metric }) => series.startsWith(metric));
  return [...all.filter(isRead), ...all.filter((jump) => !isRead(jump))];
}
