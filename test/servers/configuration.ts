/**
 * The configuration of a run: the files that the build emits, in another tempo where a test asks for it. What they say
 * is left as it is; addresses are rewritten by relabelling, behind the rules that make the labels, so that every series
 * has the labels that it has under Compose.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scaleTime, slack, webhook } from 'plainsight';
import { parse, stringify } from 'yaml';
import { emit } from '../../lib/emit/emit.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import type { Step } from '../../lib/model/steps/step.ts';
import { loadModel } from '../../scripts/project.ts';
import type { Place } from './place.ts';

export interface Variant {
  readonly profile: 'instrumented' | 'stock';
  /** How much faster time runs: 15 makes minutes of what takes four seconds. */
  readonly tempo: number;
  /** Thresholds on seconds are not scaled with the time: a test may need its own. */
  readonly steps?: readonly Step[];
}

/** The model of the voting app as this run has it. */
export async function modelOf({ profile, tempo, steps = [] }: Variant): Promise<ResolvedModel> {
  const model = await resolved(profile);
  return [...steps, scaleTime(1 / tempo)].reduce((changed, step) => step(changed), model);
}

const asDefined = new Map<Variant['profile'], Promise<ResolvedModel>>();

/** Loaded and resolved once, however many stacks there are: it holds up what runs in this process. */
function resolved(profile: Variant['profile']): Promise<ResolvedModel> {
  const known = asDefined.get(profile) ?? loadModel().then((model) => resolve(model, profile).model);
  asDefined.set(profile, known);
  return known;
}

/** Writes the files below `<home>/config`, and Alertmanager's addresses of those whom it tells below `<home>/secrets`. */
export async function writeConfiguration(model: ResolvedModel, place: Place, recorder: string): Promise<void> {
  const folder = join(place.home, 'config');
  const files = Object.fromEntries(await emit(toldTo(model, place, recorder)));
  const server = files['prometheus/prometheus.yml'];
  if (server === undefined) throw new Error('the build emits no prometheus.yml');
  files['prometheus/prometheus.yml'] = onThisMachine(server, place);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface RelabelRule {
  readonly [setting: string]: unknown;
}

interface PrometheusFile {
  readonly scrape_configs: readonly { readonly relabel_configs?: readonly RelabelRule[] }[];
  readonly alerting: { readonly alertmanagers: readonly { readonly relabel_configs?: readonly RelabelRule[] }[] };
}

function onThisMachine(text: string, { port }: Place): string {
  const file = parse(text) as PrometheusFile;
  const places = Object.entries(port);
  const addresses = places.map(([address, local]) => rewritten('__address__', address, local));
  const probed = places.map(([address, local]) => rewritten('__param_target', address, local));
  // What has no instance by now gets its address as one, before that is rewritten.
  const instance = {
    source_labels: ['instance', '__address__'],
    separator: ';',
    regex: ';(.+)',
    target_label: 'instance',
  };
  return stringify({
    ...file,
    scrape_configs: file.scrape_configs.map(({ relabel_configs = [], ...job }) => ({
      ...job,
      relabel_configs: [...relabel_configs, instance, ...addresses, ...probed],
    })),
    alerting: {
      alertmanagers: file.alerting.alertmanagers.map((each) => ({ ...each, relabel_configs: addresses })),
    },
  });
}

function rewritten(label: string, address: string, port: number): RelabelRule {
  return {
    source_labels: [label],
    regex: `(|http://)${address}(.*)`,
    target_label: label,
    replacement: `$\{1}127.0.0.1:${port}$\{2}`,
  };
}

/**
 * The model with every way to tell somebody led to the recorder: Slack stays Slack with its texts, mail is a webhook
 * since no mail server runs here. The hours of the day in which warnings are told are tested elsewhere: here it is day.
 */
function toldTo(model: ResolvedModel, { home }: Place, recorder: string): ResolvedModel {
  const { alerting } = model;
  if (alerting === undefined) throw new Error('the model tells nobody');
  const secrets = join(home, 'secrets');
  mkdirSync(secrets, { recursive: true });
  const file = (name: string): `/${string}` => {
    const path = join(secrets, name);
    writeFileSync(path, `${recorder}/${name.replace('-', '/')}`);
    return path as `/${string}`;
  };
  const receivers = Object.fromEntries(
    Object.entries(alerting.receivers).map(([name, ways]) => [
      name,
      ways.map((way) => {
        const urlFile = file(`${way.kind}-${name}`);
        return way.kind === 'slack'
          ? slack({ ...way, urlFile })
          : webhook({ urlFile, sendResolved: way.kind !== 'webhook' || way.sendResolved });
      }),
    ]),
  ) as unknown as typeof alerting.receivers;
  const allDay = [{ from: '00:00', to: '24:00' }] as const;
  const times = Object.fromEntries(Object.keys(alerting.times).map((name) => [name, allDay]));
  return { ...model, alerting: { ...alerting, receivers, times } };
}
