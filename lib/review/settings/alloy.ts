/**
 * What a change of a component of Alloy means for what it collects: thrown away, no longer passed on, no longer masked.
 * https://grafana.com/docs/alloy/latest/reference/components/
 */
import type { PartRecord, StepRecord } from '../../read/server-records.ts';
import type { Pair } from '../match.ts';
import { listed, short } from '../words.ts';
import { type Meaning, settingOf, type Watcher } from './meaning.ts';

/** Steps that came, and steps that went. */
export function steps({ before, after }: Pair<PartRecord>): {
  readonly come: readonly StepRecord[];
  readonly gone: readonly StepRecord[];
} {
  const [was, is] = [before, after].map((side) => side.steps.map(({ text }) => text));
  return {
    come: after.steps.filter(({ text }) => was?.includes(text) === false),
    gone: before.steps.filter(({ text }) => is?.includes(text) === false),
  };
}

/** What a step throws away; undefined for one that throws nothing away. */
const LOSES: readonly (readonly [RegExp, says: string])[] = [
  [/^stage\.drop\b/, 'throws lines away'],
  [/^stage\.(?:limit|sampling)\b/, 'passes on only some of the lines'],
  [/\baction = "drop"/, 'throws away what fits'],
  [/\baction = "keep"/, 'throws away what does not fit'],
  [/^filter\b/, 'finds only what fits'],
];

const losses: Watcher = (pair) =>
  steps(pair).come.flatMap(({ text }): readonly Meaning[] => {
    const says = LOSES.find(([pattern]) => pattern.test(text))?.[1];
    return says === undefined ? [] : [{ kind: 'collection-lost', says: `${says}: ${short(text)}`, about: [text] }];
  });

/** A step that masked: what it hid is stored from now on. */
const masks: Watcher = (pair) => {
  const { come, gone } = steps(pair);
  const lost = gone.filter(({ name }) => name === 'stage.replace');
  if (lost.length === 0) return [];
  const instead = come.filter(({ name }) => name === 'stage.replace');
  const says =
    instead.length === 0
      ? `no longer masks by ${listed(lost.map(({ text }) => short(text)))}: lines are stored as they are written`
      : `masks by ${listed(instead.map(({ text }) => short(text)))} instead of ${listed(lost.map(({ text }) => short(text)))}`;
  return [{ kind: 'collection-unmasked', says, about: [...lost, ...instead].map(({ text }) => text) }];
};

const forwards: Watcher = ({ before, after }) => {
  const receivers = (side: PartRecord): readonly string[] =>
    (settingOf(side, 'forward_to') ?? '').match(/[\w.]+/g) ?? [];
  const [was, is] = [receivers(before), receivers(after)];
  const lost = was.filter((each) => !is.includes(each));
  if (lost.length === 0) return [];
  const now = is.length === 0 ? 'nothing' : listed(is.map((each) => short(each)));
  const says = `passes on to ${now} and no longer to ${listed(lost.map((each) => short(each)))}`;
  return [{ kind: 'collection-lost', says, about: ['forward_to'] }];
};

/** All that is looked at in a component. */
export const ALLOY: readonly Watcher[] = [losses, masks, forwards];

/** Components without which something is no longer read or stored. */
const COLLECTS =
  /^(?:loki|prometheus|otelcol)\.(?:source|write|scrape|remote_write|exporter|process|receiver|operator)\b/;

/** Whether what a component collected is lost with it. */
export function collects(component: string): boolean {
  return COLLECTS.test(component);
}
