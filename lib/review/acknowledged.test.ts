import { describe, expect, it } from 'vitest';
import { inCommits, readAcknowledgements } from '../read/acknowledgements.ts';
import { textSide } from '../read/side.ts';
import { isOpen, withAcknowledged } from './acknowledged.ts';
import { terminalText } from './forms/terminal.ts';
import { review } from './review.ts';

const rule = (severity: string): string =>
  `groups:\n- name: orders\n  rules:\n  - alert: OrdersFail\n    expr: orders_failed > 1\n    labels: { severity: ${severity} }\n`;
const report = review(
  textSide('before', { 'rules.yml': rule('critical') }),
  textSide('after', { 'rules.yml': rule('warning') }),
);
const [lowered] = report.findings;
const id = lowered?.id ?? '';

describe('a finding that is acknowledged', () => {
  it('is told all the same, and holds nobody up, until its last day is over', () => {
    const known = [{ id, reason: 'It woke somebody for nothing.', until: '2026-12-31' }];
    const on = withAcknowledged(report, known, '2026-12-31');
    expect(on.findings.some((each) => isOpen(each, 'danger'))).toBe(false);
    expect(terminalText(on, { colours: false })).toBe(
      [
        '1 danger (1 acknowledged)  before → after',
        '',
        'Dangers 1',
        `  ! OrdersFail has the severity warning instead of critical.  rules.yml:4 [${id}]`,
        '      acknowledged until 2026-12-31: It woke somebody for nothing.',
        '',
      ].join('\n'),
    );
    const after = withAcknowledged(report, known, '2027-01-01');
    expect(after.findings.some((each) => isOpen(each, 'danger'))).toBe(true);
    expect(after.notes).toEqual([`The acknowledgement of ${id} was until 2026-12-31: it holds no longer.`]);
  });

  it('and one that is about nothing is said', () => {
    const { notes } = withAcknowledged(report, [{ id: '00000000', reason: 'Old.', until: '2026-12-31' }], '2026-12-01');
    expect(notes).toEqual(['1 acknowledgement is about nothing in this change: 00000000. Remove what is done.']);
  });
});

describe('a commit of the change', () => {
  const after = (...values: readonly string[]) => withAcknowledged(report, inCommits(values), '2026-12-01');

  it('acknowledges with a reason, and without an end', () => {
    const known = after(`${id} It woke somebody for nothing.`);
    expect(known.findings.some((each) => isOpen(each, 'danger'))).toBe(false);
    expect(terminalText(known, { colours: false })).toContain(
      'acknowledged in a commit: It woke somebody for nothing.',
    );
    expect(known.notes).toEqual([]);
  });

  it.each([
    [`${id}`, `A commit acknowledges ${id} without a reason: it does not hold.`],
    ['00000000 Old.', 'A commit acknowledges 00000000, which is no finding of this change.'],
    ['', 'A commit acknowledges nothing, which is no finding of this change.'],
  ])('%j holds nothing, and says why', (value, note) => {
    const known = after(value);
    expect(known.findings.some((each) => isOpen(each, 'danger'))).toBe(true);
    expect(known.notes).toEqual([note]);
  });

  it('comes after the file', () => {
    const inFile = { id, reason: 'Reviewed.', until: '2026-12-31' };
    const both = withAcknowledged(report, [inFile, ...inCommits([`${id} Not reviewed.`])], '2026-12-01');
    expect(both.findings[0]?.acknowledged).toEqual(inFile);
  });
});

it('what else was to be said beside the findings is kept', () => {
  const { notes } = withAcknowledged({ ...report, notes: ['Costs are measured.'] }, [], '2026-12-01');
  expect(notes).toEqual(['Costs are measured.']);
});

describe('the file', () => {
  it('is a list of ids, which may be all digits, each with its reason and its last day', () => {
    const read = readAcknowledgements('a.yml', '- id: 12345678\n  reason: yes\n  until: 2026-12-31\n');
    expect(read).toEqual({ ok: true, value: [{ id: '12345678', reason: 'yes', until: '2026-12-31' }] });
    expect(readAcknowledgements('a.yml', '')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['id: 12345678', 'what is no list'],
    ['- { id: 12345678, until: 2026-12-31 }', 'entry 1 without an id, a reason or a day'],
    ['- { id: 12345678, reason: a, until: soon }', 'entry 1 without an id, a reason or a day'],
    ['- {', 'Flow map'],
  ])('%j is none: %s', (text, found) => {
    const read = readAcknowledgements('a.yml', text);
    expect(read.ok ? '' : read.problem.found).toContain(found);
  });
});
