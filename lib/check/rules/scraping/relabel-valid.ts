/** Each step of relabelling has what its action needs, and nothing that the action does not look at. */

import { GROUP, RELABEL_ACTIONS, RELABEL_DEFAULTS, type Relabel, type RelabelField } from '../../../model/relabel.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import { compileRegexp, regexpFault } from '../../../promql/regexp/compile.ts';
import { listed } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

interface Fields {
  readonly needs: readonly RelabelField[];
  readonly takes: readonly RelabelField[];
}

const OF_JOINED = ['source_labels', 'separator'] as const;
const SELECT: Fields = { needs: ['source_labels', 'regex'], takes: [...OF_JOINED, 'regex'] };
const COMPARE: Fields = { needs: ['source_labels', 'target_label'], takes: ['source_labels', 'target_label'] };
const BY_NAME: Fields = { needs: ['regex'], takes: ['regex'] };
const LETTERS: Fields = { needs: ['source_labels', 'target_label'], takes: [...OF_JOINED, 'target_label'] };

/** The fields of each action. Prometheus itself refuses some of the others, and overlooks the rest. */
const BY_ACTION: { readonly [A in (typeof RELABEL_ACTIONS)[number]]: Fields } = {
  replace: { needs: ['target_label'], takes: [...OF_JOINED, 'regex', 'target_label', 'replacement'] },
  keep: SELECT,
  drop: SELECT,
  keepequal: COMPARE,
  dropequal: COMPARE,
  hashmod: { needs: ['source_labels', 'target_label', 'modulus'], takes: [...OF_JOINED, 'target_label', 'modulus'] },
  labelmap: { needs: ['regex'], takes: ['regex', 'replacement'] },
  labeldrop: BY_NAME,
  labelkeep: BY_NAME,
  lowercase: LETTERS,
  uppercase: LETTERS,
};

export const relabelValid = rule({
  id: 'relabel-valid',
  reason: 'Prometheus does not start with some of these steps, and does nothing without a word in others.',
  source: 'Prometheus, configuration: relabel_config; Validate() in model/relabel/relabel.go',
  example: {
    where: 'scrape job shop / metricRelabel step 1',
    found: 'drop without source_labels',
    allowed: 'source_labels and regex, and separator as well',
    remedy: 'add source_labels',
  },
  *check({ model: { jobs } }) {
    for (const scrape of jobs) {
      for (const [part, step] of stepsOf(scrape)) {
        const about = unexcusable({ what: `scrape job ${scrape.job}` });
        for (const fault of faultsOf(step)) yield { about, part, ...fault };
      }
    }
  },
});

function stepsOf({ relabel, metricRelabel }: ScrapeJob): readonly (readonly [part: string, step: Relabel])[] {
  const numbered = (name: string, steps: readonly Relabel[]) =>
    steps.map((step, index) => [`${name} step ${index + 1}`, step] as const);
  return [...numbered('relabel', relabel), ...numbered('metricRelabel', metricRelabel)];
}

function* faultsOf(step: Relabel): Iterable<Fault> {
  const { action = 'replace' } = step;
  const fields = Object.hasOwn(BY_ACTION, action) ? BY_ACTION[action] : undefined;
  if (fields === undefined) {
    yield {
      found: `the action ${action}`,
      allowed: listed(RELABEL_ACTIONS, 'or'),
      remedy: 'take one of them; a step without an action replaces',
    };
    return;
  }
  yield* fieldFaults(action, step, fields);
  yield* valueFaults(step);
}

function* fieldFaults(action: string, step: Relabel, { needs, takes }: Fields): Iterable<Fault> {
  const others = takes.filter((field) => !needs.includes(field));
  const allowed = others.length === 0 ? `${listed(needs)} alone` : `${listed(needs)}, and ${listed(others)} as well`;
  const missing = needs.filter((field) => isMissing(field, step[field]));
  if (missing.length > 0) {
    yield { found: `${action} without ${listed(missing)}`, allowed, remedy: `add ${listed(missing)}` };
  }
  const surplus = ALL_FIELDS.filter((field) => step[field] !== undefined && !takes.includes(field));
  if (surplus.length > 0) {
    yield {
      found: `${action} with ${listed(surplus)}, which it does not look at`,
      allowed,
      remedy: `remove ${listed(surplus)}, or take another action`,
    };
  }
}

const ALL_FIELDS: readonly RelabelField[] = [...OF_JOINED, 'regex', 'modulus', 'target_label', 'replacement'];

/** An empty regex says something: it matches where the label is not there. */
function isMissing(field: RelabelField, value: Relabel[RelabelField]): boolean {
  if (value === '') return field === 'target_label';
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function* valueFaults(step: Relabel): Iterable<Fault> {
  const { source_labels = [], regex, modulus, target_label, replacement } = step;
  if (source_labels.some((label) => !isLabelName(label))) {
    yield {
      ...NAME,
      found: `source_labels with the name ${shown(source_labels.find((label) => !isLabelName(label)))}`,
    };
  }
  if (target_label !== undefined && target_label !== '' && !isLabelName(target_label)) {
    yield { ...NAME, found: `target_label with the name ${shown(target_label)}` };
  }
  if (step.action === 'labelmap' && replacement === '') yield { ...NAME, found: 'replacement with the name ""' };
  if (modulus !== undefined && !(Number.isSafeInteger(modulus) && modulus > 0)) {
    yield {
      found: `the modulus ${modulus}`,
      allowed: 'a whole number from 1',
      remedy: 'write how many servers share the targets',
    };
  }
  if (regex !== undefined) yield* regexFaults(step, regex);
}

const NAME = { allowed: 'names of labels', remedy: 'write the name of a label, or remove it' };
const CONTROL = /\p{Cc}|\p{Zl}|\p{Zp}/u;

/** Prometheus 3 takes every text that is not empty; a control character in one is a slip. */
function isLabelName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !CONTROL.test(name);
}

function shown(text: string | undefined): string {
  return JSON.stringify(text ?? '');
}

function* regexFaults(step: Relabel, regex: string): Iterable<Fault> {
  const fault = regexpFault(regex, { anchored: true });
  if (fault !== undefined) {
    yield {
      found: `the regex ${regex}: ${fault}`,
      allowed: 'a regular expression in the syntax of RE2',
      remedy: 'correct it: RE2 has no look-around and no back-references',
    };
    return;
  }
  const named = groupsOf(regex);
  for (const [field, text] of templatesOf(step)) {
    for (const [reference, plain, braced] of text.matchAll(GROUP)) {
      const name = plain ?? braced ?? '';
      if (named.has(name)) continue;
      yield {
        found: `${field} with ${reference}, a group that the regex ${regex} does not have`,
        allowed: `its groups: ${[...named].map((each) => `\${${each}}`).join(', ')}`,
        remedy: `name one of them${inBraces(plain)}`,
      };
    }
  }
}

/** `$1_total` asks for a group of that name; what was meant has braces. */
function inBraces(name: string | undefined): string {
  const [, number, rest] = /^(\d+)([A-Za-z_]\w*)$/.exec(name ?? '') ?? [];
  return number === undefined ? '' : `: \${${number}}${rest}, since $${name} is one name`;
}

function templatesOf({
  replacement = RELABEL_DEFAULTS.replacement,
  target_label,
  action,
}: Relabel): readonly (readonly [string, string])[] {
  if (action === 'labelmap') return [['replacement', replacement]];
  if (action !== undefined && action !== 'replace') return [];
  return [
    ['replacement', replacement],
    ['target_label', target_label ?? ''],
  ];
}

/** Names and numbers of the groups; 0 stands for all of what matched. */
function groupsOf(regex: string): ReadonlySet<string> {
  const compiled = compileRegexp(`(?:${regex})|`);
  if (!compiled.ok) return new Set(['0']);
  const groups = compiled.regexp.exec('') ?? [''];
  return new Set([...compiled.regexp.names.keys(), ...groups.map((_, number) => String(number))]);
}
