/** Objectives: each mistake that must not compile, beside the line that must. Checked by `tsc`. */
import { breaches, burnAlerts, objective, objectiveLine, profiles, text, unavailable } from 'plainsight';
import * as panel from 'plainsight/panels';
import { allObservations, atMost, increase, rate, sum, type Window } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as m from './catalogue.ts';

const words = { id: 'x', name: 'X', description: 'Y.', target: 0.99, group: 'x' } as const;
const commands = { ...words, unit: unit.count('commands') } as const;
const calls = ({ window }: { readonly window: Window }) => sum(increase(m.commands_total, window));
const pushes = ({ window }: { readonly window: Window }) =>
  sum(increase(m.commands_total.where({ cmd: 'rpush' }), window));

// Events and errors, or events and good ones.
export const plain = objective({ ...commands, events: { total: calls, errors: pushes } });
objective({ ...commands, events: { total: calls, good: pushes } });
// @ts-expect-error one of the two says it all
objective({ ...commands, events: { total: calls, errors: pushes, good: pushes } });
// @ts-expect-error how many events there were is needed
objective({ ...commands, events: { errors: pushes } });
// @ts-expect-error a budget is made of counts, not of rates
objective({ ...commands, events: { total: calls, errors: ({ window }) => sum(rate(m.commands_total, window)) } });
// @ts-expect-error errors are counted as the events are
objective({ ...commands, events: { total: calls, errors: ({ window }) => sum(increase(m.calls_total, window)) } });

// The labels are those of both.
export const split = objective({
  ...commands,
  labels: ['service'],
  events: {
    total: ({ window, by }) => sum(increase(m.commands_total, window), { by }),
    errors: ({ window, by }) => sum(increase(m.commands_total.where({ cmd: 'rpush' }), window), { by }),
  },
});
// @ts-expect-error the label is summed away
objective({ ...commands, labels: ['service'], events: { total: calls, errors: pushes } });
objective({
  ...commands,
  labels: ['route'],
  // @ts-expect-error the metric has no label 'route'
  events: { total: ({ window, by }) => sum(increase(m.commands_total, window), { by }), errors: pushes },
});

// A latency bound is one of the histogram's buckets.
const observations = { ...words, unit: unit.count('observations') } as const;
objective({
  ...observations,
  events: {
    total: ({ window }) => sum(increase(allObservations(m.latency_seconds), window)),
    good: ({ window }) => sum(increase(atMost(m.latency_seconds, 0.5), window)),
  },
});
objective({
  ...observations,
  events: {
    total: ({ window }) => sum(increase(allObservations(m.latency_seconds), window)),
    // @ts-expect-error the buckets end at 0.1, 0.5 and 1
    good: ({ window }) => sum(increase(atMost(m.latency_seconds, 0.3), window)),
  },
});

// The workbook's numbers are for a month.
objective({ ...commands, window: '28d', events: { total: calls, errors: pushes } });
// @ts-expect-error a week is shorter than three times the longest window that burn rates are looked at over
objective({ ...commands, window: '7d', events: { total: calls, errors: pushes } });

// Every profile counts, or says why it cannot.
const of = profiles('full', 'bare');
of.objective({ ...commands, events: { full: { total: calls, errors: pushes }, bare: unavailable('no metrics') } });
of.objective({ ...commands, events: { total: calls, errors: pushes } });
// @ts-expect-error what does the profile 'bare' count?
of.objective({ ...commands, events: { full: { total: calls, errors: pushes } } });

// Alerts have a service from a label, or state it, and name labels that are there.
const burning = { summary: 'S.', description: () => text`D.`, test: { fires: [], silent: [] } } as const;
burnAlerts(split, { page: burning, ticket: burning });
burnAlerts(plain, { page: burning, ticket: burning, service: 'shop' });
// @ts-expect-error a service is needed
burnAlerts(plain, { page: burning, ticket: burning });
// @ts-expect-error the expression has the label 'service' already
burnAlerts(split, { page: burning, ticket: burning, service: 'shop' });
burnAlerts(split, { page: { ...burning, description: (l, left) => text`${l.service}: ${left}` }, ticket: burning });
// @ts-expect-error there is no label 'job'
burnAlerts(split, { page: { ...burning, description: (l) => text`${l.job}` }, ticket: burning });
// @ts-expect-error both are needed
burnAlerts(split, { page: burning });

// What it is made of are signals as others are.
panel.stat(split.budgetLeft, { by: ['service'] });
// @ts-expect-error only labels of the objective
panel.stat(split.budgetLeft, { by: ['cmd'] });
breaches(split.burnRate['6h'], 'warning', { by: ['service'] });
// @ts-expect-error an hour is looked at by pages alone
breaches(split.burnRate['1h'], 'warning', { by: ['service'] });
// @ts-expect-error there is no burn rate over a week
split.burnRate['7d'];
objectiveLine(split);
// @ts-expect-error a signal is no objective
objectiveLine(split.budgetLeft);
