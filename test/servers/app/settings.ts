/** Where a service finds the others, and how it is to behave: environment variables, as a container has them. */

/** A port, or what else is a number. */
export function number(name: string): number {
  const value = Number(process.env[name]);
  if (!Number.isFinite(value)) throw new Error(`${name} is ${process.env[name]}; it must be a number`);
  return value;
}

/** Today's images have no /metrics; the planned ones do. */
export const instrumented = process.env.EDITION !== 'stock';

/**
 * What a bad release does: it fails every vote, knows no page any more, makes a label of what anybody posts, writes
 * errors without end, or takes this many milliseconds for every page.
 */
export const failsVotes = process.env.BAD_RELEASE === 'fails votes';
export const knowsNoPage = process.env.BAD_RELEASE === 'knows no page';
export const writesErrors = process.env.BAD_RELEASE === 'writes errors';
export const labelsAnything = process.env.BAD_RELEASE === 'labels anything';
export const delay = Number(process.env.DELAY_MS ?? 0);

export const redis = { host: '127.0.0.1', port: number('REDIS_PORT') } as const;
export const database = {
  host: '127.0.0.1',
  port: number('POSTGRES_PORT'),
  user: 'postgres',
  database: 'postgres',
} as const;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
