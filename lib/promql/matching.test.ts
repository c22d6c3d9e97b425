import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { perSecond, ratio } from '../units/unit.ts';
import { sum } from './aggregate.ts';
import { div, mul } from './arithmetic.ts';
import { rate } from './rate.ts';

const each = rate(m.commands_total, '5m');
const byCmd = sum(each, { by: ['cmd'] });
const byBoth = sum(each, { by: ['cmd', 'job'] });
const total = sum(each);
const share = div(byBoth, byBoth);

const CMD = 'sum by (cmd) (rate(commands_total{job="redis"}[5m]))';
const BOTH = 'sum by (cmd, job) (rate(commands_total{job="redis"}[5m]))';
const TOTAL = 'sum(rate(commands_total{job="redis"}[5m]))';
const commands = perSecond('commands');

describePrinted('joins', [
  row(div(byBoth, byBoth), `${BOTH} / ${BOTH}`, ['cmd', 'job'], ratio),
  row(div(byBoth, byBoth, { on: ['cmd'] }), `${BOTH} / on (cmd) ${BOTH}`, ['cmd'], ratio),
  row(div(byCmd, byBoth, { on: ['cmd'] }), `${CMD} / on (cmd) ${BOTH}`, ['cmd'], ratio),
  row(div(byBoth, byCmd, { ignoring: ['job'] }), `${BOTH} / ignoring (job) ${CMD}`, ['cmd'], ratio),
  row(div(byCmd, byCmd, { ignoring: [] }), `${CMD} / ${CMD}`, ['cmd'], ratio),
  row(div(byCmd, total, { on: [], groupLeft: [] }), `${CMD} / on () group_left () ${TOTAL}`, ['cmd'], ratio),
  row(
    div(byCmd, total, { ignoring: ['cmd'], groupLeft: [] }),
    `${CMD} / ignoring (cmd) group_left () ${TOTAL}`,
    ['cmd'],
    ratio,
  ),
  row(
    mul(byCmd, share, { on: ['cmd'], groupLeft: ['job'] }),
    `${CMD} * on (cmd) group_left (job) (${BOTH} / ${BOTH})`,
    ['cmd', 'job'],
    commands,
  ),
  row(div(total, byCmd, { on: [], groupRight: [] }), `${TOTAL} / on () group_right () ${CMD}`, ['cmd'], ratio),
  row(
    mul(share, byCmd, { on: ['cmd'], groupRight: ['job'] }),
    `${BOTH} / ${BOTH} * on (cmd) group_right (job) ${CMD}`,
    ['cmd', 'job'],
    commands,
  ),
]);
