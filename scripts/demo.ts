/** `npm run demo`: the voting app and its monitoring, running on this machine without Docker, for people to look at. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { doing } from '../lib/cli/run.ts';
import { faults } from '../test/servers/faults/index.ts';
import { missing } from '../test/servers/needs.ts';
import { type Stack, startStack } from '../test/servers/stack.ts';
import { letVotersIn } from '../test/servers/voters.ts';
import { startGrafana } from './demo/grafana.ts';
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
  const lacks = missing();
  if (lacks !== undefined) command.error(`error: ${lacks}`);
  // Whoever ends the demo wants it gone in order; what ends tests at once must not come first.
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  console.log('Starting the servers …');
  const { tempo, fault } = options;
  const profile = options.stock ? 'stock' : 'instrumented';
  const stack = await startStack({ profile, tempo, steps: fault?.steps ?? [] });
  const voters = letVotersIn(stack.place, { rate: fault?.rate ?? GENTLE });
  const others: ChildProcess[] = [];
  try {
    console.log(addresses(stack));
    if (options.preview) others.push(openPreview(stack));
    if (options.grafana) others.push(await startGrafana(stack));
    const telling = setInterval(tellerOf(stack), LOOK_EVERY_MS);
    const faulty = setTimeout(() => void makeFault(), BEFORE_FAULT_MS);
    const makeFault = async (): Promise<void> => {
      if (fault === undefined) return;
      console.log(`${clock()} Fault: ${fault.title}`);
      await fault.make(stack, voters).catch((error: unknown) => console.error(String(error)));
    };
    console.log(fault === undefined ? 'Ctrl-C ends it.' : `The fault comes in half a minute; Ctrl-C ends it all.`);
    await ended;
    clearInterval(telling);
    clearTimeout(faulty);
  } finally {
    console.log('\nEnding …');
    for (const child of others) child.kill('SIGTERM');
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
  return places.map(([name, at]) => `${name.padEnd(14)} http://127.0.0.1:${at}/`).join('\n');
}

function openPreview({ place: { port } }: Stack): ChildProcess {
  const prometheus = `http://127.0.0.1:${port['localhost:9090']}`;
  const args = ['--import', 'tsx', 'scripts/preview.ts', '--prometheus', prometheus];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
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
