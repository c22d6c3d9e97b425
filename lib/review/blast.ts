/** What a recording rule that changed or went takes with it: its readers, and those of them that are empty now. */
import { recordsOf } from '../read/records.ts';
import { type Finding, finding } from './finding.ts';
import { type Readers, type Reading, readsName, type Sides } from './readers.ts';
import { alertName, panelSubject, ruleSubject } from './subjects.ts';
import { short } from './words.ts';

/** Findings about recording rules, with who reads them. */
export function withReaders(findings: readonly Finding[], readers: Readers): readonly Finding[] {
  return findings.map((each) => {
    const isRead = each.subject.what === 'recording rule' && each.rank !== 'noise' && each.kind !== 'recording-added';
    return isRead ? Object.freeze({ ...each, touches: readers.all(each.subject.name) }) : each;
  });
}

/** Who still reads a series that nothing records any longer. */
export function emptied({ before, after }: Sides, readers: Readers): readonly Finding[] {
  const recorded = (contents: Sides['before']): ReadonlySet<string> =>
    new Set(
      recordsOf(contents, 'rule')
        .filter(({ does }) => does === 'record')
        .map(({ name }) => name),
    );
  const now = recorded(after);
  return [...recorded(before)]
    .filter((name) => !now.has(name) && !isRecordedElsewhere(name, readers))
    .flatMap((name) => emptiedBy(name, readers));
}

/** A recording rule that reads nothing records nothing: its own readers are next, each once. */
function emptiedBy(lost: string, readers: Readers): readonly Finding[] {
  const found: Finding[] = [];
  const seen = new Set([lost]);
  const waiting = [{ name: lost, says: `${short(lost)}, which nothing records any longer` }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const reading of readers.direct(next.name)) {
      found.push(empty(reading, next));
      if (reading.what === 'panel' || reading.rule.does === 'alert' || seen.has(reading.rule.name)) continue;
      seen.add(reading.rule.name);
      waiting.push({ name: reading.rule.name, says: `${short(reading.rule.name)}, which is made from ${next.says}` });
    }
  }
  return found;
}

function isRecordedElsewhere(name: string, readers: Readers): boolean {
  return readers
    .mentioning(name)
    .some((record) => record.kind === 'rule' && record.does === 'record' && record.name === name);
}

function empty(reading: Reading, { name, says: what }: { readonly name: string; readonly says: string }): Finding {
  if (reading.what === 'panel') {
    const { dashboard, panel } = reading;
    const others = panel.queries.filter(({ text }) => !readsName(text, name)).length;
    const end = others === 0 ? 'it shows nothing' : 'that part of it shows nothing';
    return finding({
      kind: 'panel-empty',
      subject: panelSubject(dashboard, panel),
      sentence: `'${short(panel.title)}' reads ${what}: ${end}.`,
    });
  }
  const { rule } = reading;
  const subject = ruleSubject(rule);
  return rule.does === 'alert'
    ? finding({
        kind: 'alert-never-fires',
        subject,
        sentence: `${alertName(rule)} reads ${what}: that part of it is never true.`,
      })
    : finding({ kind: 'recording-reads-nothing', subject, sentence: `${short(rule.name)} reads ${what}.` });
}
