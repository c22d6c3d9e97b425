/** One alert before and after: when it fires, how long it waits, whom its labels reach, and what it says. */

import type { RuleRecord } from '../read/records.ts';
import { durationText, parseDuration } from '../units/duration.ts';
import { detailOf, differing, saysAll } from './detail.ts';
import { type ExpressionChange, wordsOf } from './expression/change.ts';
import { expressionChanges, newlyBroken } from './expression/expression.ts';
import { isContradicted, isUnconditional } from './expression/firing.ts';
import { alwaysAnswers, alwaysHolds, neverAnswers } from './expression/never.ts';
import { type Finding, type FindingInput, finding } from './finding.ts';
import type { Kind } from './kinds.ts';
import type { Pair } from './match.ts';
import { alertName, ruleSubject, urgencyOf } from './subjects.ts';
import { counted, listed, short } from './words.ts';

/** All that changed in an alert. */
export function alertChanges(pair: Pair<RuleRecord>): readonly Finding[] {
  const subject = ruleSubject(pair.after);
  const said = [renamed, severity, expression, pending, keeps, labels, annotations, others].flatMap((side) =>
    side(pair),
  );
  return said.map((each) => finding({ ...each, subject }));
}

type Side = (pair: Pair<RuleRecord>) => readonly Omit<FindingInput, 'subject'>[];

const renamed: Side = ({ before, after }) =>
  before.name === after.name
    ? []
    : [
        {
          kind: 'alert-renamed',
          sentence: `${alertName(after)} was called ${short(before.name)}: routes, silences and inhibitions go by the name.`,
        },
      ];

const severity: Side = ({ before, after }) => {
  const [was, is] = [before, after].map(({ labels: all }) => all.get('severity') ?? '');
  if (was === undefined || is === undefined || was === is) return [];
  const words = `${short(after.name)} has the severity ${short(is) || 'of none'} instead of ${short(was) || 'none'}.`;
  const [from, to] = [urgencyOf(was), urgencyOf(is)];
  if (from === undefined || to === undefined || from === to) return [{ kind: 'alert-labels', sentence: words }];
  return [{ kind: to < from ? 'alert-severity-lowered' : 'alert-severity-raised', sentence: words }];
};

const expression: Side = ({ before, after }) => {
  const changes = expressionChanges(before.expr, after.expr, after.language);
  if (changes.length === 0) return [];
  const details = [detailOf('expression', before.expr, after.expr)];
  const name = alertName(after);
  const broken = newlyBroken(before.expr, after.expr, after.language);
  if (broken !== undefined)
    return [
      { kind: 'expression-broken', sentence: `${name}: its expression cannot be read: ${short(broken)}.`, details },
    ];
  const [was, is] = [faultOf(before), faultOf(after)];
  if (is !== undefined && is.says !== was?.says) return [{ kind: is.kind, sentence: `${name} ${is.says}.`, details }];
  return [{ kind: kindOf(changes), sentence: `${name}: ${firing(changes)}.`, details }];
};

interface Fault {
  readonly kind: Kind;
  /** What stands behind the alert's name. */
  readonly says: string;
}

/** Why an alert fires for all that exists, or never. */
function faultOf(rule: RuleRecord): Fault | undefined {
  if (isUnconditional(rule)) {
    const says = 'no longer compares with anything: it fires for every series that exists';
    return { kind: 'alert-always-fires', says };
  }
  if (alwaysHolds(rule)) {
    return {
      kind: 'alert-always-fires',
      says: 'compares with what is always so: it fires for every series that exists',
    };
  }
  const metric = isContradicted(rule);
  const reason =
    metric === undefined ? neverAnswers(rule) : `no series of ${short(metric)} has all the labels that it asks for`;
  return reason === undefined ? undefined : { kind: 'alert-never-fires', says: `can never fire: ${reason}` };
}

/** What is wrong with an alert from the start. One that fires at any time is meant so: it tells that alerting works. */
export function bornFaults(rule: RuleRecord): readonly Finding[] {
  const fault = alwaysAnswers(rule) ? undefined : faultOf(rule);
  if (fault === undefined) return [];
  const sentence = `${alertName(rule)} ${fault.says.replace('no longer compares', 'compares')}.`;
  const details = [detailOf('expression', undefined, rule.expr)];
  return [
    finding({
      kind: fault.kind,
      subject: ruleSubject(rule),
      sentence: sentence.replace('compares with anything', 'compares with nothing'),
      details,
    }),
  ];
}

/** The worst that any of the changes does. */
const KIND_OF_EFFECT: readonly (readonly [ExpressionChange['effect'], Kind])[] = [
  ['folded', 'matchers-not-the-same'],
  ['looser', 'alert-threshold-loosened'],
  ['unfiltered', 'alert-fires-wider'],
];

function kindOf(changes: readonly ExpressionChange[]): Kind {
  const effects = changes.map(({ effect }) => effect);
  const worst = KIND_OF_EFFECT.find(([effect]) => effects.includes(effect));
  if (worst !== undefined) return worst[1];
  if (effects.every((effect) => effect === 'same')) return 'expression-rewritten';
  if (effects.every((effect) => effect === 'tighter')) return 'alert-threshold-tightened';
  return effects.every((effect) => effect === 'limit' || effect === 'tighter') ? 'alert-threshold' : 'alert-expression';
}

function firing(changes: readonly ExpressionChange[]): string {
  const later = changes.some(({ effect }) => effect === 'looser') ? ', so it fires later or not at all' : '';
  const wider = changes.some(({ effect }) => effect === 'unfiltered') ? ', so it is about more than it was' : '';
  const sooner = changes.every(({ effect }) => effect === 'tighter') ? ', so it fires sooner' : '';
  return `${wordsOf(changes)}${later}${wider}${sooner}`;
}

const pending: Side = ({ before, after }) => {
  const [was, is] = [msOf(before.for), msOf(after.for)];
  if (before.for === after.for || (was !== undefined && was === is)) return [];
  const waits = is === 0 ? 'fires at once' : `now waits ${shown(after.for)}`;
  return [
    {
      kind: 'alert-for',
      sentence: `${alertName(after)} ${waits} instead of ${was === 0 ? 'firing at once' : shown(before.for)}.`,
    },
  ];
};

const keeps: Side = ({ before, after }) => {
  const [was, is] = [msOf(before.keepFiringFor), msOf(after.keepFiringFor)];
  if (before.keepFiringFor === after.keepFiringFor || (was !== undefined && was === is)) return [];
  const long = `for ${shown(after.keepFiringFor)} after its fault is over`;
  const instead = was === 0 ? '' : `, instead of ${shown(before.keepFiringFor)}`;
  const sentence =
    is === 0
      ? `${alertName(after)} resolves as soon as its fault is over, instead of ${shown(before.keepFiringFor)} later.`
      : `${alertName(after)} keeps firing ${long}${instead}.`;
  return [{ kind: 'alert-keeps-firing', sentence }];
};

const msOf = (text: string): number | undefined => parseDuration(text)?.ms;

/** Prometheus has no longest unit: `60m` and `1h` are one. */
function shown(text: string): string {
  const span = parseDuration(text);
  return span === undefined ? short(text, 20) : durationText(span);
}

const labels: Side = ({ before, after }) => {
  const changed = differing(before.labels, after.labels).filter(({ what }) => what !== 'severity');
  if (changed.length === 0) return [];
  const sentence = `${alertName(after)}: labels ${saysAll(changed)}; routes, silences and inhibitions go by labels.`;
  return [{ kind: 'alert-labels', sentence, details: changed }];
};

/** Annotations that lead somewhere. */
const LINKS = /(?:url|^__dashboardUid__|^__panelId__)$/i;

const annotations: Side = ({ before, after }) => {
  const changed = differing(before.annotations, after.annotations);
  const links = changed.filter(({ what }) => LINKS.test(what));
  const texts = changed.filter((each) => !links.includes(each));
  const name = alertName(after);
  return [
    ...(texts.length === 0
      ? []
      : [
          {
            kind: 'alert-text',
            sentence: `${name} says another ${listed(texts.map(({ what }) => short(what)))}.`,
            details: texts,
          } as const,
        ]),
    ...(links.length === 0
      ? []
      : [{ kind: 'alert-link', sentence: `${name}: ${saysAll(links)}.`, details: links } as const]),
  ];
};

const others: Side = ({ before, after }) => {
  const changed = differing(before.rest, after.rest).filter(({ what }) => !what.startsWith('group.'));
  if (changed.length === 0) return [];
  return [
    {
      kind: 'alert-expression',
      sentence: `${alertName(after)}: ${counted(changed.length, 'other field')} changed: ${saysAll(changed)}.`,
    },
  ];
};
