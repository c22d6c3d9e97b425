/** What the stand-ins are told through files in the folder of the run: which services run, and what was counted. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counted } from './logs.ts';

/** By the service's name: its process, and since when it runs, in Unix seconds. */
export type RunningServices = Readonly<Record<string, { readonly pid: number; readonly since: number }>>;

export const runningFile = (home: string): string => join(home, 'running.json');

/** Counters in the Prometheus text format. */
export const COUNTED_FILE = 'counted.prom';

export function writeRunning(home: string, services: RunningServices): void {
  writeWhole(runningFile(home), JSON.stringify(services));
}

export function writeCounted(home: string, counted: readonly Counted[]): void {
  const lines = counted.map(({ metric, labels, value }) => {
    const pairs = Object.entries(labels).map(([name, text]) => `${name}=${JSON.stringify(text)}`);
    return `${metric}{${pairs.join(',')}} ${value}`;
  });
  const names = new Set(counted.map(({ metric }) => metric));
  const types = [...names].map((name) => `# TYPE ${name} counter`);
  writeWhole(join(home, COUNTED_FILE), [...types, ...lines, ''].join('\n'));
}

/** Whole or not at all: it may be read at any moment. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
