/** Incidents from their series to the person who is told: the rules by promtool, then a real Alertmanager. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Incident, Told } from '../../alerts/incidents/incident.ts';
import { incidents as all } from '../../alerts/incidents/index.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import { loadModel } from '../../scripts/project.ts';
import { faults } from '../servers/faults/index.ts';
import { readMeasured } from '../servers/faults/measured.ts';
import { describeWithServer } from '../support/servers.ts';
import { type Labels, type Timeline, timelinesOf } from './firing.ts';
import { differences } from './measured.ts';
import { hurried, told } from './told.ts';

const incidents: Readonly<Record<string, Incident>> = all;
const made = await loadModel();
const { model } = resolve(made, 'instrumented');
const names = new Map(made.alerts.map(({ name, alert }) => [alert, name]));

interface Outcome {
  /** What Prometheus lets fire. */
  readonly rules: Timeline;
  /** The same with what Loki lets fire. */
  readonly timeline: Timeline;
  /** Of the receivers: `PostgresDown of db`. */
  readonly oncall: readonly string[];
  readonly team: readonly string[];
  readonly heartbeats: number;
}

async function outcome(rules: Timeline, incident: Incident): Promise<Outcome> {
  const timeline = withLogged(rules, incident);
  const notifications = await told(hurried(model), timeline);
  const of = (receiver: string) => {
    const own = notifications.filter((each) => each.receiver === receiver && each.status === 'firing');
    return [...new Set(own.map(({ groupLabels: { alertname, service } }) => `${alertname} of ${service}`))].sort();
  };
  const heartbeats = notifications.filter(({ receiver }) => receiver === 'heartbeat').length;
  return { rules, timeline, oncall: of('oncall'), team: of('team'), heartbeats };
}

const severityOf = (name: string | undefined): string =>
  model.logGroups.flatMap(({ rules }) => rules).find((rule) => rule.name === name)?.severity ?? never();

/** What Prometheus lets fire, and what Loki does besides. */
function withLogged(timeline: Timeline, { logged = [] }: Incident): Timeline {
  return timeline.map((alerts, minute) => [
    ...alerts,
    ...logged
      .filter(({ after }) => after <= minute)
      .map(
        ({ alert, service }): Labels => ({
          alertname: names.get(alert) ?? never(),
          service,
          severity: severityOf(names.get(alert)),
        }),
      ),
  ]);
}

const textOf = ({ alert, service }: Told): string => `${names.get([alert].flat()[0] ?? never())} of ${service}`;

function never(): never {
  throw new Error('an alert in several severities has at least one');
}

/** What is told too much, with what could mute it: the pages that are meant, where they fire by then. */
function unmuted({ pages }: Incident, { timeline, oncall }: Outcome): readonly string[] {
  const meant = pages.map(textOf);
  const since = (text: string): number =>
    timeline.findIndex((alerts) => alerts.some(({ alertname, service }) => `${alertname} of ${service}` === text));
  return oncall
    .filter((text) => !meant.includes(text))
    .map((text) => {
      const [alert, service] = text.split(' of ');
      const source = meant.filter((each) => since(each) >= 0 && since(each) <= since(text))[0]?.split(' of ')[0];
      const remedy = `alerts/routing.ts lacks inhibit({ when: { alert: ${source} }, mutes: { alert: ${alert}, service: '${service}' } })`;
      return `${text} is one page too many, from minute ${since(text)} on: ${source === undefined ? 'nothing that is meant fires by then' : remedy}`;
    });
}

describeWithServer(['promtool', 'alertmanager'], 'an incident', () => {
  const outcomes = new Map<string, Outcome>();

  beforeAll(async () => {
    const timelines = timelinesOf(model);
    const waiting = Object.entries(incidents);
    // Some at a time: while one waits for Alertmanager, promtool works on others.
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [name, incident] = next;
        outcomes.set(name, await outcome(await timelines(name, incident), incident));
      }
    };
    await Promise.all(Array.from({ length: 4 }, worker));
  }, 400_000);

  const of = (name: string): Outcome => outcomes.get(name) ?? never();

  describe.each(Object.entries(incidents))('%s', (name, incident) => {
    it('is one page at most', () => {
      expect(incident.pages.length).toBeLessThanOrEqual(1);
      expect(unmuted(incident, of(name))).toEqual([]);
    });
    it('tells the person on call', () => expect(of(name).oncall).toEqual(incident.pages.map(textOf).sort()));
    it('tells the team', () => expect(of(name).team).toEqual(incident.tickets.map(textOf).sort()));
    it('keeps the heartbeat going', () => expect(of(name).heartbeats).toBeGreaterThan(10));
    const fault = faults.find((each) => each.incident === name);
    const measured = readMeasured().find((each) => each.fault === fault?.name);
    if (fault === undefined || measured?.course === undefined) return;
    const { course, tempo } = measured;
    it('is what real servers did', () => {
      const { differs = {} } = fault;
      const unlike = differences(of(name).rules, course, tempo);
      expect(unlike.filter((text) => Object.keys(differs).every((alert) => !text.startsWith(alert)))).toEqual([]);
      // A reason for a difference that there is no more misleads.
      expect(Object.keys(differs).filter((alert) => !unlike.some((text) => text.startsWith(alert)))).toEqual([]);
    });
  });
});
