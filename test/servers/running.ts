/** What the stand-ins are told through files in the folder of the run: which services run, and what was counted. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counted, Logs } from './logs.ts';

/** By the service's name: its process, and since when it runs, in Unix seconds. */
export type RunningServices = Readonly<Record<string, { readonly pid: number; readonly since: number }>>;

export const runningFile = (home: string): string => join(home, 'running.json');

/** Counters in the Prometheus text format: what Alloy counts in the lines, and what Loki throws away. */
export const COUNTED_FILE = 'counted.prom';
export const DISCARDED_FILE = 'discarded.prom';

export function writeRunning(home: string, services: RunningServices): void {
  writeWhole(runningFile(home), JSON.stringify(services));
}

export function writeCounted(home: string, logs: Pick<Logs, 'counted' | 'discarded'>): void {
  writeWhole(join(home, COUNTED_FILE), exposition(logs.counted()));
  writeWhole(join(home, DISCARDED_FILE), exposition(logs.discarded()));
}

function exposition(counted: readonly Counted[]): string {
  const lines = counted.map(({ metric, labels, value }) => {
    const pairs = Object.entries(labels).map(([name, text]) => `${name}=${JSON.stringify(text)}`);
    return `${metric}{${pairs.join(',')}} ${value}`;
  });
  const names = new Set(counted.map(({ metric }) => metric));
  const types = [...names].map((name) => `# TYPE ${name} counter`);
  return [...types, ...lines, ''].join('\n');
}

/** Whole or not at all: it may be read at any moment. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
