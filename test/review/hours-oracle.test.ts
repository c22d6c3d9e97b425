/** Where a review says that nobody is told at any hour, a real Alertmanager mutes at this one, whichever it is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { hoursRecord } from '../../lib/read/hours.ts';
import { tellsEver } from '../../lib/review/hours.ts';
import { freePort, startProcess } from '../support/process.ts';
import { describeWithServer, requireServer } from '../support/servers.ts';

const clock = fc.constantFrom('00:00', '06:00', '12:00', '18:00', '24:00');
const times = fc
  .tuple(clock, clock)
  .filter(([start, end]) => start < end)
  .map(([start_time, end_time]) => ({ start_time, end_time }));
const some = (...all: readonly string[]) => fc.subarray([...all], { minLength: 1 });
const span = fc.record(
  {
    times: fc.array(times, { minLength: 1, maxLength: 2 }),
    weekdays: some('monday:wednesday', 'Thursday:saturday', 'sunday'),
    days_of_month: some('1:15', '-16:-1', '16:31', '29:31'),
    months: some('1:6', 'july:december', 'february'),
    location: fc.constantFrom('UTC', 'Asia/Tokyo'),
  },
  { requiredKeys: [] },
);
const spans = fc.array(span, { maxLength: 4 });

/** Routes that are held to hours of their own: the half of them by what mutes, a quarter by what tells, a quarter by both. */
const HELD = fc.sample(fc.record({ muted: spans, active: spans }), { numRuns: 400, seed: 29 });
const ROUTES = HELD.map(({ muted, active }, at) => ({
  name: `r${at}`,
  hours: [
    { name: `m${at}`, time_intervals: muted },
    { name: `a${at}`, time_intervals: active },
  ],
  muted: at % 4 < 3 ? [`m${at}`] : [],
  active: at % 4 > 1 ? [`a${at}`] : [],
}));
const HOURS = new Map(
  ROUTES.flatMap(({ hours }) => hours.map((each) => [each.name, hoursRecord(each.time_intervals)])),
);

interface Group {
  readonly alerts: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly status: { readonly mutedBy: readonly string[] };
  }[];
}

describeWithServer(['alertmanager'], 'hours as Alertmanager takes them', () => {
  const home = mkdtempSync(join(tmpdir(), 'hours-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  async function mutedNow(): Promise<ReadonlySet<string>> {
    mkdirSync(home, { recursive: true });
    const configuration = {
      route: {
        receiver: 'all',
        group_by: ['alertname'],
        group_wait: '1ms',
        routes: ROUTES.map(({ name, muted, active }) => ({
          matchers: [`alertname="${name}"`],
          mute_time_intervals: muted,
          active_time_intervals: active,
        })),
      },
      receivers: [{ name: 'all' }],
      time_intervals: ROUTES.flatMap(({ hours }) => hours),
    };
    writeFileSync(join(home, 'alertmanager.yml'), JSON.stringify(configuration));
    const url = `http://127.0.0.1:${await freePort()}`;
    const flags = [
      `--config.file=${join(home, 'alertmanager.yml')}`,
      `--storage.path=${join(home, 'data')}`,
      `--web.listen-address=${new URL(url).host}`,
      '--cluster.listen-address=',
    ];
    const running = await startProcess(requireServer('alertmanager'), flags, { readyUrl: `${url}/-/ready` });
    try {
      const body = JSON.stringify(ROUTES.map(({ name }) => ({ labels: { alertname: name } })));
      const headers = { 'Content-Type': 'application/json' };
      const sent = await fetch(`${url}/api/v2/alerts`, { method: 'POST', headers, body });
      expect(sent.status).toBe(200);
      return await settled(url);
    } finally {
      await running.stop();
    }
  }

  /** Muted alerts are marked when their group is told of: the last one is muted for certain. */
  async function settled(url: string): Promise<ReadonlySet<string>> {
    for (let tries = 0; ; tries += 1) {
      const response = await fetch(`${url}/api/v2/alerts/groups`);
      const groups = (await response.json()) as readonly Group[];
      const muted = groups.flatMap(({ alerts }) => alerts.filter(({ status }) => status.mutedBy.length > 0));
      const names = new Set(muted.map(({ labels }) => labels.alertname ?? ''));
      if (never.every((each) => names.has(each)) || tries > 100) return names;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const never = ROUTES.filter((route) => !tellsEver(route, HOURS)).map(({ name }) => name);

  it('none of those that tell at no hour tells now', async () => {
    expect(never.length).toBeGreaterThan(40);
    expect(never.length).toBeLessThan(300);
    const muted = await mutedNow();
    expect(never.filter((name) => !muted.has(name))).toEqual([]);
    // And it does not mute all.
    expect(muted.size).toBeLessThan(ROUTES.length);
  });
});
