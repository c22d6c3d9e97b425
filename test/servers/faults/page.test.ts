/** docs/faults.md is measured; that it leaves no alert and no fault out is known without measuring. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolve } from '../../../lib/model/resolve/resolve.ts';
import { alertsOf } from '../../../lib/model/resolved.ts';
import { loadModel, root } from '../../../scripts/project.ts';
import { faults } from './index.ts';
import { NOT_TRIED } from './not-tried.ts';

const page = readFileSync(join(root, 'docs/faults.md'), 'utf8');
const [measured = ''] = page.split('## Not tried here');
const model = await loadModel();
const alerts = new Set(
  model.profiles.flatMap((profile) => alertsOf(resolve(model, profile).model).map(({ name }) => name)),
);

describe('docs/faults.md', () => {
  it('has every fault', () => {
    expect(faults.map(({ name }) => name).filter((name) => !measured.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every alert once: measured, or with the reason why not', () => {
    const isMeasured = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(measured);
    expect([...alerts].filter((name) => !isMeasured(name) && NOT_TRIED[name] === undefined)).toEqual([]);
    expect(Object.keys(NOT_TRIED).filter((name) => !alerts.has(name) || isMeasured(name))).toEqual([]);
  });

  it('gives the reasons as they are written', () => {
    for (const [name, reason] of Object.entries(NOT_TRIED)) expect(page).toContain(`| ${name} | ${reason} |`);
  });
});

describe('faults', () => {
  it('tell of alerts that there are', () => {
    const named = faults.flatMap(({ tells, mayTell = [], logAlerts = [] }) => [...tells, ...mayTell, ...logAlerts]);
    expect(named.map((name) => name.split(' ')[0] ?? '').filter((name) => !alerts.has(name))).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });
});
