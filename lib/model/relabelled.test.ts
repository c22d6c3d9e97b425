import { expect, it, test } from 'vitest';
import type { Relabel } from './relabel.ts';
import { relabelledPartly } from './relabelled.ts';

const series = new Map<string, string | undefined>([
  ['__name__', 'orders_total'],
  ['kind', undefined],
  ['zone', 'eu'],
]);
const after = (...steps: readonly Relabel[]) => {
  const labels = relabelledPartly(series, steps);
  return labels && Object.fromEntries(labels);
};
const all = Object.fromEntries(series);

test.each<readonly [title: string, step: Relabel, found: object | undefined]>([
  ['an unknown value is kept', { action: 'keep', source_labels: ['kind'], regex: 'card' }, all],
  ['an unknown value is not dropped', { action: 'drop', source_labels: ['kind'], regex: 'card' }, all],
  ['what matches everything drops it', { action: 'drop', source_labels: ['kind'], regex: '.*' }, undefined],
  ['a label that is not there is empty', { action: 'drop', source_labels: ['gone'], regex: '' }, undefined],
  [
    'a line break in a value is a character',
    { action: 'keep', source_labels: ['zone', 'zone'], separator: '\n', regex: 'eu.eu' },
    all,
  ],
  ['equal values', { action: 'dropequal', source_labels: ['zone'], target_label: 'zone' }, undefined],
  ['equal to a value that is not known', { action: 'keepequal', source_labels: ['zone'], target_label: 'kind' }, all],
  [
    'unequal to a label that is not there',
    { action: 'keepequal', source_labels: ['zone'], target_label: 'x' },
    undefined,
  ],
  ['a name of a label', { action: 'labeldrop', regex: 'zone|x' }, { __name__: 'orders_total', kind: undefined }],
  ['all other names', { action: 'labelkeep', regex: '__name__' }, { __name__: 'orders_total' }],
  [
    'a label under another name',
    { action: 'labelmap', regex: '(zo)ne', replacement: '${1}_2' },
    { ...all, zo_2: 'eu' },
  ],
  ['a hash', { action: 'hashmod', source_labels: ['zone'], modulus: 2, target_label: 'h' }, { ...all, h: undefined }],
  ['large letters', { action: 'uppercase', source_labels: ['zone'], target_label: 'zone' }, { ...all, zone: 'EU' }],
  ['a text', { target_label: 'new', replacement: 'x' }, { ...all, new: 'x' }],
  ['an empty text', { target_label: 'zone', replacement: '' }, { __name__: 'orders_total', kind: undefined }],
  ['a part of a value', { source_labels: ['zone'], regex: '(.).*', target_label: 'z' }, { ...all, z: 'e' }],
  ['a value that is not known', { source_labels: ['kind'], target_label: 'zone' }, { ...all, zone: undefined }],
])('%s', (_, step, found) => expect(after(step)).toEqual(found));

it('goes from step to step', () => {
  const found = after(
    { source_labels: ['zone'], target_label: '__tmp' },
    { action: 'drop', source_labels: ['__tmp'], regex: 'us' },
    { action: 'labeldrop', regex: '__tmp' },
  );
  expect(found).toEqual(all);
});
