/** docs/faults.md is measured; that it leaves no alert and no fault out is known without measuring. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { application } from '../../../alerts/situations/application.ts';
import { containers } from '../../../alerts/situations/containers.ts';
import { database } from '../../../alerts/situations/database.ts';
import { redis } from '../../../alerts/situations/redis.ts';
import { targets } from '../../../alerts/situations/targets.ts';
import { resolve } from '../../../lib/model/resolve/resolve.ts';
import { alertsOf, type ResolvedModel } from '../../../lib/model/resolved.ts';
import { withRawParsed } from '../../../lib/promql/raw.ts';
import { fixedSpan } from '../../../lib/promql/span.ts';
import { mapWindows } from '../../../lib/promql/walk.ts';
import { loadModel, root } from '../../../scripts/project.ts';
import { modelOf } from '../configuration.ts';
import { faults } from './index.ts';
import { readMeasured } from './measured.ts';
import { NOT_TRIED } from './not-tried.ts';
import { faultsPage } from './page.ts';
import { OBJECTIVES, TEMPO } from './trial.ts';

const page = readFileSync(join(root, 'docs/faults.md'), 'utf8');
const [measured = ''] = page.split('## Not tried here');
const model = await loadModel();
const alerts = new Set(
  model.profiles.flatMap((profile) => alertsOf(resolve(model, profile).model).map(({ name }) => name)),
);

describe('docs/faults.md', () => {
  it('is what was measured', () => expect(page).toBe(faultsPage(readMeasured())));

  it('has every fault', () => {
    expect(faults.map(({ name }) => name).filter((name) => !measured.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every alert once: measured, or with the reason why not', () => {
    const isMeasured = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(measured);
    expect([...alerts].filter((name) => !isMeasured(name) && NOT_TRIED[name] === undefined)).toEqual([]);
    expect(Object.keys(NOT_TRIED).filter((name) => !alerts.has(name) || isMeasured(name))).toEqual([]);
  });
});

const situations = [...application, ...containers, ...database, ...redis, ...targets];
const alike = faults.flatMap(({ name, situation }) => (situation === undefined ? [] : [[name, situation] as const]));

describe('a situation', () => {
  it.each(alike)('is what real servers did: %s, %s', (name, says) => {
    const { firing = [] } = situations.find((each) => each.says === says) ?? {};
    const measured = readMeasured().find(({ fault }) => fault === name);
    const real = [...(measured?.told ?? []).map(({ alert }) => alert), ...(measured?.muted ?? [])];
    const fired = new Set(real.map((alert) => alert.split(' ')[0] ?? ''));
    // `''` counts all alerts of the few series that a situation has.
    const named = firing.filter(([, alert]) => alert !== '');
    const fires = new Set(named.flatMap(([, alert, count]) => (count > 0 ? [alert] : [])));
    expect(fires.size).toBeGreaterThan(0);
    expect([...fires].filter((alert) => !fired.has(alert))).toEqual([]);
    expect(named.map(([, alert]) => alert).filter((alert) => !fires.has(alert) && fired.has(alert))).toEqual([]);
  });
});

/** Milliseconds of each window that a rule looks back over. */
function windowsOf({ groups }: ResolvedModel): readonly number[] {
  const found: number[] = [];
  for (const { node } of groups.flatMap(({ rules }) => rules)) {
    mapWindows(withRawParsed(node), (window) => {
      found.push(fixedSpan(window)?.ms ?? Number.NaN);
      return window;
    });
  }
  return found;
}

describe('faults', () => {
  it.each([...new Set(faults.map(({ tempo = TEMPO }) => tempo))])(
    'leave four scrapes to every window, %i times as fast',
    async (tempo) => {
      for (const profile of ['instrumented', 'stock'] as const) {
        const scaled = await modelOf({ profile, tempo });
        const windows = windowsOf(scaled);
        expect(windows.length).toBeGreaterThan(100);
        expect(windows.filter((ms) => !(ms >= 4 * scaled.scrapeInterval.ms))).toEqual([]);
      }
    },
  );

  it('know the alerts on objectives, whose windows are longer than they last', () => {
    expect([...alerts].filter((name) => name.endsWith('BudgetBurn')).sort()).toEqual([...OBJECTIVES].sort());
  });

  it('tell of alerts that there are', () => {
    const named = faults.flatMap(({ tells, mayTell = [], logAlerts = [] }) => [...tells, ...mayTell, ...logAlerts]);
    expect(named.map((name) => name.split(' ')[0] ?? '').filter((name) => !alerts.has(name))).toEqual([]);
  });

  it('leave an end to a fault that awaits it', () => {
    for (const { endShownBy, tells } of faults.filter((each) => each.endShownBy !== undefined)) {
      const other = faults.find(({ name }) => name === endShownBy);
      expect(other?.tells).toEqual(tells);
      expect(other?.endShownBy).toBeUndefined();
    }
  });

  it('have names of their own', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });
});
