/** A report as SARIF 2.1.0, the format in which tools hand findings to code hosts and editors. */
import type { Finding } from '../finding.ts';
import { KIND_NAMES, KINDS, type Rank } from '../kinds.ts';
import type { Report } from '../review.ts';
import { type FormOptions, placeInFile } from './options.ts';
import { acknowledgedText, touchesText } from './outline.ts';

const LEVELS: Readonly<Record<Rank, 'error' | 'warning' | 'note' | 'none'>> = {
  danger: 'error',
  alert: 'warning',
  panel: 'note',
  other: 'note',
  noise: 'none',
};

/** All findings but noise, as indented JSON. */
export function sarifText(report: Report, { placeOf = placeInFile }: Pick<FormOptions, 'placeOf'>): string {
  const findings = report.findings.filter(({ rank }) => rank !== 'noise');
  const kinds = KIND_NAMES.filter((kind) => findings.some((each) => each.kind === kind));
  const rules = kinds.map((kind) => ({
    id: kind,
    shortDescription: { text: KINDS[kind].reason },
    fullDescription: { text: KINDS[kind].reason },
    help: { text: `${KINDS[kind].reason} docs/review.md of plainsight shows such a finding: ${kind}.` },
    defaultConfiguration: { level: LEVELS[KINDS[kind].rank] },
  }));
  const run = {
    tool: { driver: { name: 'plainsight', rules } },
    columnKind: 'utf16CodeUnits',
    results: findings.map((each) => resultOf(each, kinds.indexOf(each.kind), placeOf)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: Finding, ruleIndex: number, placeOf: NonNullable<FormOptions['placeOf']>) {
  const { id, kind, rank, sentence, touches, acknowledged } = finding;
  // GitHub refuses a whole file for one result without a location: what is about no file is about the folder.
  const place = placeOf(finding) ?? { file: '.' };
  const readers = touchesText(touches);
  return {
    ruleId: kind,
    ruleIndex,
    level: LEVELS[rank],
    message: { text: readers === '' ? sentence : `${sentence} It is ${readers}.` },
    locations: [locationOf(place)],
    partialFingerprints: { 'plainsight/v1': id },
    ...(acknowledged !== undefined && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: acknowledgedText(finding) }],
    }),
  };
}

function locationOf({ file, line }: { readonly file: string; readonly line?: number }) {
  const region = line === undefined ? {} : { region: { startLine: Math.max(1, line) } };
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, ...region } };
}
