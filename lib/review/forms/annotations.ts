/** A report as annotations of GitHub Actions: lines that a run shows beside the lines of the files that they are about. */
import type { Finding } from '../finding.ts';
import type { Rank } from '../kinds.ts';
import type { Report } from '../review.ts';
import { summaryText } from '../summary.ts';
import { counted } from '../words.ts';
import { type FormOptions, placeInFile } from './options.ts';
import { touchesText } from './outline.ts';

/** GitHub shows ten of each sort and drops the rest without a word. */
const MAX_OF_A_SORT = 10;

/** Noise is not worth a line beside the code. */
const COMMANDS: Readonly<Record<Rank, 'warning' | 'notice' | undefined>> = {
  danger: 'warning',
  alert: 'notice',
  panel: 'notice',
  other: 'notice',
  noise: undefined,
};

/** The worst findings, one command a line; the summary as plain text at the end. */
export function annotations(report: Report, { placeOf = placeInFile }: Pick<FormOptions, 'placeOf'>): string {
  const shown = (['warning', 'notice'] as const).flatMap((command) =>
    report.findings.filter(({ rank }) => COMMANDS[rank] === command).slice(0, MAX_OF_A_SORT),
  );
  const told = report.findings.filter(({ rank }) => COMMANDS[rank] !== undefined).length;
  const rest = told - shown.length;
  const more = rest === 0 ? '' : ` (${counted(rest, 'finding')} more than GitHub would show)`;
  return [...shown.map((each) => annotation(each, placeOf)), `${summaryText(report)}${more}`, ''].join('\n');
}

function annotation(finding: Finding, placeOf: NonNullable<FormOptions['placeOf']>): string {
  const place = placeOf(finding);
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`]),
    ...(place?.line === undefined ? [] : [`line=${place.line}`]),
    `title=${property(`${finding.kind} ${finding.id}`)}`,
  ];
  const readers = touchesText(finding.touches);
  const message = readers === '' ? finding.sentence : `${finding.sentence}\n${readers}`;
  return `::${COMMANDS[finding.rank] ?? 'notice'} ${properties.join(',')}::${data(message)}`;
}

/** As the runner reads it: it takes back these three, and nothing else. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** Within a property, what ends one as well. */
function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
