import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { freshFolder } from '../../test/support/folder.ts';
import type { Secret } from '../model/deployment/deployment.ts';
import { makeSecrets } from './secrets.ts';

const SECRETS: Readonly<Record<string, Secret>> = {
  password: { purpose: 'Grafana', madeAs: 'random' },
  webhook: { purpose: 'Slack', madeAs: { text: 'https://slack.invalid/', until: 'nobody is told' } },
};

let folder: string;
beforeEach(() => {
  folder = join(freshFolder(), 'secrets');
});

const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('makes what is missing, readable in a folder that is not', () => {
  const before = process.umask(0o077);
  const made = makeSecrets(folder, SECRETS);
  process.umask(before);
  expect(made).toEqual([
    { name: 'password', done: 'made', says: 'Grafana. A password that nobody else knows.' },
    { name: 'webhook', done: 'made', says: 'Slack. A placeholder: nobody is told.' },
  ]);
  expect(text('password')).toMatch(/^[\w-]{32}$/);
  expect(text('webhook')).toBe('https://slack.invalid/');
  expect([mode(folder), mode(join(folder, 'password')), mode(join(folder, 'webhook'))]).toEqual(['700', '444', '444']);
});

it('makes another password each time', () => {
  makeSecrets(folder, SECRETS);
  const other = join(folder, 'other');
  makeSecrets(other, SECRETS);
  expect(readFileSync(join(other, 'password'), 'utf8')).not.toBe(text('password'));
});

it('keeps out of repositories', () => {
  makeSecrets(folder, SECRETS);
  expect(text('.gitignore')).toBe('*\n');
  expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'password', 'webhook']);
});

it('leaves what is there, and says what still goes nowhere', () => {
  makeSecrets(folder, SECRETS);
  const password = text('password');
  expect(makeSecrets(folder, SECRETS)).toEqual([
    { name: 'password', done: 'left', says: 'Grafana.' },
    { name: 'webhook', done: 'left', says: 'Slack. A placeholder: nobody is told.' },
  ]);
  expect(text('password')).toBe(password);
});

it('says nothing more of what a person has replaced', () => {
  makeSecrets(folder, SECRETS);
  chmodSync(join(folder, 'webhook'), 0o644);
  writeFileSync(join(folder, 'webhook'), 'https://hooks.example/real\n');
  expect(makeSecrets(folder, SECRETS)[1]?.says).toBe('Slack.');
});

it('says what no container can read', () => {
  makeSecrets(folder, SECRETS);
  chmodSync(join(folder, 'webhook'), 0o600);
  expect(makeSecrets(folder, SECRETS)[1]?.says).toMatch(/^Slack\. No container can read it: chmod 444 .*\/webhook$/);
});
