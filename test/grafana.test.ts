/** Every registered dashboard, in every profile: Grafana's own types know it, and it keeps what Grafana asks beyond them. */
import { describe, expect, it } from 'vitest';
import { classicJson } from '../lib/emit/grafana/classic.ts';
import { v2Json } from '../lib/emit/grafana/resource.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import { loadModel } from '../scripts/project.ts';
import { classicProblems } from './schema/classic.ts';
import { v2Problems } from './schema/v2.ts';
import { dashboardInvariants } from './support/dashboard-invariants.ts';

const model = await loadModel();
const dashboards = model.profiles.flatMap((profile) =>
  resolve(model, profile).model.dashboards.map((dashboard) => ({ profile, uid: dashboard.uid, dashboard })),
);

describe.each(dashboards)('$uid, $profile', ({ dashboard }) => {
  it('is a classic dashboard', () => {
    expect(classicProblems(JSON.parse(classicJson(dashboard)))).toEqual([]);
  });

  it('keeps what Grafana asks', () => {
    expect(dashboardInvariants(JSON.parse(classicJson(dashboard)))).toEqual([]);
  });

  it('is a resource of schema v2', () => {
    expect(v2Problems(JSON.parse(v2Json(dashboard)))).toEqual([]);
  });
});

it('there is a dashboard to look at', () => {
  expect(dashboards.length).toBeGreaterThan(0);
});
