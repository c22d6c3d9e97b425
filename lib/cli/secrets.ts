/**
 * `plainsight secrets`: the files that the Compose file mounts as secrets and nobody has made yet. A password is made up;
 * what only others can give (a webhook, a mail server's password) gets a text that goes nowhere, and that is said.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Command } from 'commander';
import type { Secret } from '../model/deployment/deployment.ts';
import { commandNamed, doing, type Invocation, Refused } from './run.ts';

/**
 * Compose mounts a secret as it lies on the disk: servers that run as other users must be able to read it. Who may look
 * for it is decided by its folder.
 */
const FILE_MODE = 0o444;
const FOLDER_MODE = 0o700;

/** Enough that nobody guesses it. */
const RANDOM_BYTES = 24;

/** A secret on the disk: what was done about it, and what a person has to do. */
export interface SecretState {
  readonly name: string;
  readonly done: 'made' | 'left';
  readonly says: string;
}

export function secretsCommand(invocation: Invocation): Command {
  const command = commandNamed(invocation).description(
    'Makes the files that compose.yaml mounts as secrets, where they are missing. Overwrites nothing.',
  );
  return doing(command, async () => {
    const [{ loadProject }, { deploymentOf }] = await Promise.all([
      import('./project.ts'),
      import('../model/deployment/deployment.ts'),
    ]);
    const { folder, config, model } = await loadProject(invocation);
    const profiles = Object.values(config.outputs).map(({ profile }) => profile);
    const all = profiles.map((profile) => deploymentOf(model.deployment, profile)?.secrets ?? {});
    const secrets: Readonly<Record<string, Secret>> = Object.assign({}, ...all);
    if (Object.keys(secrets).length === 0) {
      throw new Refused('The model has no secrets: nothing is made. They are listed in `deployment`.');
    }
    const place = join(dirname(join(folder, config.dist)), 'secrets');
    for (const { name, done, says } of makeSecrets(place, secrets)) {
      process.stdout.write(`${done}  ${join(relative(folder, place), name)}: ${says}\n`);
    }
    return 0;
  });
}

/**
 * Makes what is missing in the folder, which no repository takes in.
 *
 * @example makeSecrets('secrets', shopDeployment.secrets)
 * // [{ name: 'slack_url', done: 'made', says: 'Slack. A placeholder: nobody is told.' }]
 */
export function makeSecrets(folder: string, secrets: Readonly<Record<string, Secret>>): readonly SecretState[] {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, FOLDER_MODE);
  const ignored = join(folder, '.gitignore');
  if (!existsSync(ignored)) writeFileSync(ignored, '*\n');
  return Object.entries(secrets).map(([name, secret]) => {
    const path = join(folder, name);
    return existsSync(path) ? left(path, name, secret) : made(path, name, secret);
  });
}

function made(path: string, name: string, { purpose, madeAs }: Secret): SecretState {
  const text = madeAs === 'random' ? randomBytes(RANDOM_BYTES).toString('base64url') : madeAs.text;
  writeFileSync(path, text, { flag: 'wx' });
  // A mode that is given when the file is made is cut down by the user's mask.
  chmodSync(path, FILE_MODE);
  const says = madeAs === 'random' ? `${purpose}. A password that nobody else knows.` : placeholder(purpose, madeAs);
  return { name, done: 'made', says };
}

function left(path: string, name: string, { purpose, madeAs }: Secret): SecretState {
  const unreadable = (statSync(path).mode & 0o004) === 0;
  if (unreadable) return { name, done: 'left', says: `${purpose}. No container can read it: chmod 444 ${path}` };
  const isPlaceholder = madeAs !== 'random' && readFileSync(path, 'utf8').trim() === madeAs.text;
  return { name, done: 'left', says: isPlaceholder ? placeholder(purpose, madeAs) : `${purpose}.` };
}

function placeholder(purpose: string, { until }: Exclude<Secret['madeAs'], 'random'>): string {
  return `${purpose}. A placeholder: ${until}.`;
}
