/** Whether the machine kept up: what it did too late tells nothing of the alerts. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ask } from './asked.ts';
import type { Stack } from './stack.ts';

/** Shares of the interval between two scrapes, by what was late. */
export interface Lateness {
  /** This process, which takes down who was told and when. */
  readonly process: number;
  /** The time between two scrapes of a target, in one of a hundred cases. */
  readonly interval: number;
  /** The longest scrape of Prometheus by itself, which no fault makes slow. */
  readonly scrape: number;
  /** Evaluations of rules that were left out. */
  readonly leftOut: number;
}

const EXPRESSIONS = {
  interval: 'max(max_over_time(prometheus_target_interval_length_seconds{quantile="0.99"}[10m]))',
  scrape: 'max(max_over_time(scrape_duration_seconds{job="prometheus"}[10m]))',
  leftOut: 'sum(prometheus_rule_group_iterations_missed_total)',
} as const;

/** Measures from now on. */
export function measureLateness(stack: Stack): { end(): Promise<Lateness> } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const interval = stack.model.scrapeInterval.ms / 1000;
  const value = async (expression: string): Promise<number> => {
    const [sample] = await ask(stack, expression).catch(() => []);
    return sample?.value ?? 0;
  };
  return {
    async end() {
      delay.disable();
      return {
        process: delay.max / 1e9 / interval,
        interval: (await value(EXPRESSIONS.interval)) / interval,
        scrape: (await value(EXPRESSIONS.scrape)) / interval,
        leftOut: await value(EXPRESSIONS.leftOut),
      };
    },
  };
}

/** Two scrapes in the place of three, or notifications that are taken down as late as that. */
export function wasLate({ process, interval, scrape, leftOut }: Lateness): boolean {
  return process > 2 || interval > 1.5 || scrape > 0.5 || leftOut > 0;
}

/** `this process waited 0.2, …`. */
export function latenessText({ process, interval, scrape, leftOut }: Lateness): string {
  const two = (share: number): string => share.toFixed(2);
  return `in scrape intervals: this process waited ${two(process)}, a scrape came after ${two(interval)} and took ${two(scrape)}; evaluations left out: ${leftOut}`;
}
