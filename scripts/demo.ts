/** `npm run demo`: the voting app and its monitoring, running on this machine without Docker, for people to look at. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { doing } from '../lib/cli/run.ts';
import { faults } from '../test/servers/faults/index.ts';
import { missing } from '../test/servers/needs.ts';
import { type Stack, startStack } from '../test/servers/stack.ts';
import { letVotersIn } from '../test/servers/voters.ts';
import { grafanaIsMissing, startGrafana } from './demo/grafana.ts';
import { root } from './project.ts';

interface Options {
  readonly fault?: (typeof faults)[number];
  readonly tempo: number;
  readonly stock?: true;
  readonly grafana?: true;
  readonly preview: boolean;
}

const command = new Command('npm run demo --')
  .description('Starts the voting app with its monitoring on 127.0.0.1, and keeps a gentle load going until Ctrl-C.')
  .option('--fault <name>', 'make this fault after half a minute, and say who is told of it', faultNamed)
  .option('--tempo <number>', 'how much faster time runs: at 15 a minute takes four seconds', tempo, 15)
  .option('--stock', 'today’s images, without /metrics of their own')
  .option('--grafana', 'start the Grafana that is installed here, with the dashboards in it')
  .option('--no-preview', 'do not open the dashboards in the preview')
  .addHelpText('after', `\nFaults:\n${faults.map(({ name, title }) => `  ${name.padEnd(28)} ${title}`).join('\n')}`)
  .allowExcessArguments(false);

function faultNamed(name: string): (typeof faults)[number] {
  const found = faults.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Faults are ${faults.map((fault) => fault.name).join(', ')}.`);
}

function tempo(text: string): number {
  const value = Number(text);
  // A scrape takes its time: at more than 15 there would be several a second.
  if (value >= 1 && value <= 15) return value;
  throw new InvalidArgumentError('It is a number from 1 to 15.');
}

/** Votes per second, of which one worker takes nine. */
const GENTLE = 3;
const BEFORE_FAULT_MS = 30_000;
const LOOK_EVERY_MS = 500;

await doing(command, async (options: Options) => {
  const lacks = missing() ?? (options.grafana && grafanaIsMissing());
  if (lacks) command.error(`error: ${lacks}`);
  const interruption = awaitInterruption();
  console.log('Starting the servers …');
  const { tempo, fault } = options;
  const profile = options.stock ? 'stock' : (fault?.profile ?? 'instrumented');
  const stack = await startStack({ profile, tempo, steps: fault?.steps ?? [] }).catch((error: unknown) => {
    // Ctrl-C in a terminal reaches every server as well: one that was starting has failed by it.
    if (!interruption.hasCome()) throw error;
  });
  if (stack === undefined) return 0;
  const voters = letVotersIn(stack.place, { rate: fault?.rate ?? GENTLE });
  const others: (() => Promise<unknown>)[] = [];
  try {
    console.log(addresses(stack));
    if (options.preview) others.push(openPreview(stack));
    if (options.grafana) {
      const grafana = await startGrafana(stack);
      others.push(() => grafana.stop());
      console.log(addressLine('Grafana', grafana.url));
    }
    const telling = setInterval(tellerOf(stack), LOOK_EVERY_MS);
    const faulty = setTimeout(() => void makeFault(), BEFORE_FAULT_MS);
    const makeFault = async (): Promise<void> => {
      if (fault === undefined) return;
      console.log(`${clock()} Fault: ${fault.title}`);
      await fault.make(stack, voters).catch((error: unknown) => {
        if (!interruption.hasCome()) console.error(String(error));
      });
    };
    console.log(fault === undefined ? 'Ctrl-C ends it.' : `The fault comes in half a minute; Ctrl-C ends it all.`);
    await interruption.come;
    clearInterval(telling);
    clearTimeout(faulty);
  } finally {
    console.log('\nEnding …');
    await Promise.all(others.map((end) => end()));
    await voters.leave();
    await stack.end();
  }
  return 0;
}).parseAsync();

function addresses({ place: { port } }: Stack): string {
  const places = [
    ['vote', port['vote:80']],
    ['result', port['result:80']],
    ['Prometheus', port['localhost:9090']],
    ['Alertmanager', port['alertmanager:9093']],
  ] as const;
  return places.map(([name, at]) => addressLine(name, `http://127.0.0.1:${at}/`)).join('\n');
}

function addressLine(name: string, url: string): string {
  return `${name.padEnd(14)} ${url}`;
}

interface Interruption {
  readonly come: Promise<void>;
  hasCome(): boolean;
}

/** Ctrl-C: the first one ends everything in order, the next one at once. */
function awaitInterruption(): Interruption {
  // What ends tests at once must not come first.
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  let hasCome = false;
  const come = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {
    hasCome = true;
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  });
  return { come, hasCome: () => hasCome };
}

/** @returns what ends it */
function openPreview({ place: { port } }: Stack): () => Promise<unknown> {
  const prometheus = `http://127.0.0.1:${port['localhost:9090']}`;
  const args = ['--import', 'tsx', 'scripts/preview.ts', '--prometheus', prometheus];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit');
  return () => {
    child.kill('SIGTERM');
    return ended;
  };
}

/** Prints each notification once, as it comes. */
function tellerOf({ recorder }: Stack): () => void {
  let seen = 0;
  return () => {
    const all = recorder.all();
    for (const { alert, service, status, receiver, way, title, text } of all.slice(seen)) {
      if (alert === 'Watchdog') continue;
      console.log(`${clock()} ${receiver} is told by ${way}: ${alert} ${service} ${status}${title && `\n  ${title}`}`);
      const [first = ''] = text.split('\n');
      if (first !== '') console.log(`  ${first}`);
    }
    seen = all.length;
  };
}

function clock(): string {
  return new Date().toLocaleTimeString('en-GB');
}
