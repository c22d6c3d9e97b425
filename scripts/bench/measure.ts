/** What a budget is, how whole processes are measured against each other, and how a figure is printed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Budget {
  readonly name: string;
  measure(): Promise<Figure | Skipped>;
}

export interface Figure {
  readonly value: number;
  /** What it may be at most. Left out, the figure is printed for comparison only. */
  readonly limit?: number;
  readonly unit: 'ms' | 'MB' | '×';
  /** How the figure came about, where the name does not say it. */
  readonly note?: string;
}

/** Why a budget cannot be measured here. */
export interface Skipped {
  readonly skipped: string;
}

/** Whether a figure is over its limit. */
export function isOver(figure: Figure | Skipped): boolean {
  return 'value' in figure && figure.limit !== undefined && figure.value > figure.limit;
}

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const node = process.execPath;
/** What loads TypeScript where Node itself does not. */
export const tsx = ['--import', 'tsx'] as const;

const TIMEOUT_MS = 300_000;

export interface Run {
  readonly ms: number;
  readonly stdout: string;
}

/** Runs a program in the project to its end. @throws Error with its output when it fails. */
export function run(program: string, args: readonly string[], cwd: string = root): Run {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(program, [...args], { cwd, encoding: 'utf8', timeout: TIMEOUT_MS });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return { ms, stdout };
}

/** How long a process takes that runs `script` and nothing else. */
export const nodeStart = (): number => run(node, ['-e', '0']).ms;
export const tsxStart = (): number => run(node, [...tsx, '-e', '0']).ms;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export interface Comparison {
  /** The median of the ratios. */
  readonly ratio: number;
  /** The medians of both sides. */
  readonly ms: number;
  readonly yardstick: number;
}

/**
 * Measures two things in turn, after a run of each that is not counted. The ratio is taken pair by pair, so that a
 * machine that slows down meanwhile slows both.
 */
export function compare(once: () => number, yardstick: () => number, runs: number): Comparison {
  once();
  yardstick();
  const pairs = Array.from({ length: runs }, () => [once(), yardstick()] as const);
  return {
    ratio: median(pairs.map(([a, b]) => a / b)),
    ms: median(pairs.map(([a]) => a)),
    yardstick: median(pairs.map(([, b]) => b)),
  };
}

/** A comparison as a figure. @example ratioFigure({ ratio: 3.2, ms: 640, yardstick: 200 }, 4).note // '640 ms : 200 ms' */
export function ratioFigure({ ratio, ms, yardstick }: Comparison, limit?: number): Figure {
  const note = `${Math.round(ms)} ms : ${Math.round(yardstick)} ms`;
  return { value: ratio, unit: '×', note, ...(limit === undefined ? {} : { limit }) };
}

const DIGITS = { ms: 0, MB: 0, '×': 2 } as const;

/** The head of a Markdown table of figures, as docs/performance.md has it. */
export const header = '| budget | measured | limit |\n|---|---|---|\n';

/** One line of it. @example row('tsc', { value: 5.1, limit: 6, unit: '×' }) // '| tsc | 5.10 × | 6 × |' */
export function row(name: string, figure: Figure | Skipped): string {
  if ('skipped' in figure) return `| ${name} | – | ${figure.skipped} |\n`;
  const { value, limit, unit, note } = figure;
  const measured = `${value.toFixed(DIGITS[unit])} ${unit}${isOver(figure) ? ' **over**' : ''}`;
  return `| ${name}${note === undefined ? '' : ` (${note})`} | ${measured} | ${limit === undefined ? '' : `${limit} ${unit}`} |\n`;
}
