import { scrapeJob } from 'plainsight';
import { expect, it } from 'vitest';
import { promtool } from '../../../../test/support/promtool-files.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { describeWithServer } from '../../../../test/support/servers.ts';
import { shop, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { prometheusYml } from '../../../emit/prometheus/config.ts';
import { RELABEL_ACTIONS, type Relabel } from '../../../model/relabel.ts';
import type { ResolvedModel } from '../../../model/resolved.ts';
import { findingsIn } from '../../check.ts';
import { relabelValid } from './relabel-valid.ts';

/** A step as somebody writes it whom the compiler does not stop. */
type Step = Readonly<Record<string, unknown>>;

const places = { purpose: 'Shop.', static: [{ targets: ['shop:80'], labels: { service: 'shop' } }] };
const job = (step: Step, where: 'relabel' | 'metricRelabel' = 'relabel') => {
  // The types refuse most of these: a definition in JavaScript, or one that is read from a file, has none.
  const steps = [step as unknown as Relabel];
  return shop({ jobs: [scrapeJob(shopTarget, { ...places, [where]: steps }), storeJob] });
};

const inStep = { where: 'scrape job shop / relabel step 1' };
const label = { ...inStep, allowed: 'names of labels', remedy: 'write the name of a label, or remove it' };

describeRule(relabelValid, {
  example: job({ action: 'drop', regex: 'go_.*' }, 'metricRelabel'),
  allows: (
    [
      { target_label: 'zone', replacement: 'eu' },
      { source_labels: ['__address__'], regex: '([^:]+):.*', target_label: 'service' },
      { source_labels: ['a', 'b'], separator: '', target_label: 'c' },
      { source_labels: ['a'], target_label: 'c', replacement: '' },
      { action: 'drop', source_labels: ['a'], regex: '' },
      { action: 'keep', source_labels: ['a'], regex: '(?i)x|\\p{L}+' },
      { action: 'keepequal', source_labels: ['a'], target_label: 'b' },
      { action: 'hashmod', source_labels: ['a'], target_label: '__tmp', modulus: 4 },
      { action: 'labelmap', regex: '__meta_(.+)' },
      { action: 'labelmap', regex: '__meta_(?P<name>.+)', replacement: 'x_${name}' },
      { action: 'labeldrop', regex: 'pod_.*' },
      { action: 'uppercase', source_labels: ['a'], target_label: 'b' },
      { source_labels: ['a'], regex: 'a\\(b(?:c)(d)', target_label: '${1}_x' },
    ] as const satisfies readonly Relabel[]
  ).map((step) => [JSON.stringify(step), job(step)] as const),
  finds: [
    [
      'an action that there is not',
      job({ action: 'remove', regex: 'a' }),
      {
        ...inStep,
        found: 'the action remove',
        allowed:
          'replace, keep, drop, keepequal, dropequal, hashmod, labelmap, labeldrop, labelkeep, lowercase or uppercase',
        remedy: 'take one of them; a step without an action replaces',
      },
    ],
    [
      'nothing to write to',
      job({ source_labels: ['a'], target_label: '' }),
      {
        ...inStep,
        found: 'replace without target_label',
        allowed: 'target_label, and source_labels, separator, regex and replacement as well',
        remedy: 'add target_label',
      },
    ],
    [
      'fields that the action does not look at',
      job({ action: 'labeldrop', source_labels: ['a'], regex: 'b', replacement: 'c' }),
      {
        ...inStep,
        found: 'labeldrop with source_labels and replacement, which it does not look at',
        allowed: 'regex alone',
        remedy: 'remove source_labels and replacement, or take another action',
      },
    ],
    [
      'no modulus',
      job({ action: 'hashmod', source_labels: ['a'], target_label: 'b', modulus: 0 }),
      {
        ...inStep,
        found: 'the modulus 0',
        allowed: 'a whole number from 1',
        remedy: 'write how many servers share the targets',
      },
    ],
    [
      'a source without a name',
      job({ source_labels: ['a', ''], target_label: 'b' }),
      { ...label, found: 'source_labels with the name ""' },
    ],
    [
      'a control character in a name',
      job({ source_labels: ['a'], target_label: 'b\u0007' }),
      { ...label, found: 'target_label with the name "b\\u0007"' },
    ],
    [
      'a label copied to none',
      job({ action: 'labelmap', regex: 'a', replacement: '' }),
      { ...label, found: 'replacement with the name ""' },
    ],
    [
      'a regular expression of JavaScript',
      job({ source_labels: ['a'], regex: '(?!x).*', target_label: 'b', replacement: 'c' }),
      {
        ...inStep,
        found: 'the regex (?!x).*: invalid or unsupported Perl syntax: `(?!`',
        allowed: 'a regular expression in the syntax of RE2',
        remedy: 'correct it: RE2 has no look-around and no back-references',
      },
    ],
    [
      'a group that is not there',
      job({ source_labels: ['a'], regex: '(.*):(.*)', target_label: 'b', replacement: '$3' }),
      {
        ...inStep,
        found: 'replacement with $3, a group that the regex (.*):(.*) does not have',
        allowed: 'its groups: ${0}, ${1}, ${2}',
        remedy: 'name one of them',
      },
    ],
    [
      'a number that runs into letters',
      job({ source_labels: ['a'], regex: '(.*)', target_label: 'b', replacement: '$1_total' }),
      {
        ...inStep,
        found: 'replacement with $1_total, a group that the regex (.*) does not have',
        allowed: 'its groups: ${0}, ${1}',
        remedy: 'name one of them: ${1}_total, since $1_total is one name',
      },
    ],
    [
      'no group for what is written where nothing is said',
      job({ source_labels: ['a'], regex: 'x', target_label: 'b' }),
      {
        ...inStep,
        found: 'replacement with $1, a group that the regex x does not have',
        allowed: 'its groups: ${0}',
        remedy: 'name one of them',
      },
    ],
  ],
});

/** Every action with every choice of fields, right and wrong. */
function* steps(): Iterable<Step> {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    source_labels: [undefined, ['__address__']],
    regex: [undefined, 'x(.*)', '(?=x)'],
    target_label: [undefined, '', 'b', '${1}'],
    replacement: [undefined, '', 'c'],
    modulus: [undefined, 0, 3],
    separator: [undefined, '-'],
  };
  for (const action of RELABEL_ACTIONS) yield* combined({ action }, Object.entries(values));
}

function* combined(step: Step, [next, ...rest]: readonly (readonly [string, readonly unknown[]])[]): Iterable<Step> {
  if (next === undefined) yield step;
  else for (const value of next[1]) yield* combined(value === undefined ? step : { ...step, [next[0]]: value }, rest);
}

describeWithServer(['promtool'], 'promtool check config', () => {
  it('takes every step in which nothing is found', async () => {
    const all = [...steps()].map((step) => step as unknown as Relabel);
    const taken = all.filter((step) => findingsIn(withSteps([step]), [relabelValid]).length === 0);
    expect(new Set(taken.map(({ action }) => action))).toEqual(new Set(RELABEL_ACTIONS));
    expect(await verdict(taken)).toBe('accepted');
  });
});

const plain = shop();

function withSteps(metricRelabel: readonly Relabel[]): ResolvedModel {
  return { ...plain, jobs: [scrapeJob(shopTarget, { ...places, metricRelabel })] };
}

function verdict(steps: readonly Relabel[]): Promise<string> {
  const files = new Map([['prometheus.yml', prometheusYml(withSteps(steps))]]);
  return promtool(files, ['check', 'config', '--syntax-only', 'prometheus.yml']);
}
