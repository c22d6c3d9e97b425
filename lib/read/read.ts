/** Files into records: what a file holds is told by its content, never by its name. */
import { alertmanagerRecord, holdsAlertmanager } from './alertmanager.ts';
import { composeRecord, holdsCompose } from './compose.ts';
import { classicIn, classicRecord } from './dashboards/classic.ts';
import { v2In, v2Record } from './dashboards/v2.ts';
import { alloyIn, type DocumentReader, documentReader, isDocument, type Parsed } from './document.ts';
import { unwrapped } from './kubernetes.ts';
import { holdsModel, modelRecord } from './model.ts';
import type { ReadProblem } from './problem.ts';
import type { AnyRecord, Contents, Place } from './records.ts';
import { holdsRules, type LineOf, ruleRecords } from './rules.ts';
import { holdsScrape, scrapeRecord } from './scrape.ts';
import { holdsScraping, scrapingRecord } from './scraping.ts';
import {
  alloyRecord,
  holdsLoki,
  holdsModules,
  holdsProvisioning,
  lokiRecord,
  modulesRecord,
  provisioningRecord,
} from './settings.ts';
import { holdsTests, testsRecord } from './tests.ts';
import { type Fields, isFields } from './value.ts';

/** A format of files: how its content is told from others, and what it says. */
interface Format {
  readonly fits: (value: Fields) => boolean;
  readonly records: (value: Fields, place: Place, lineOf: LineOf) => readonly AnyRecord[];
}

/** Tried from the top; the first that fits reads the document. */
const FORMATS: readonly Format[] = [
  { fits: (value) => v2In(value) !== undefined, records: (value, place) => [v2Record(value, place)] },
  { fits: (value) => classicIn(value) !== undefined, records: (value, place) => [classicRecord(value, place)] },
  // Grafana's own alert rules stand in groups as well.
  {
    fits: holdsProvisioning,
    records: (value, place, lineOf) => [provisioningRecord(value, place, lineOf)],
  },
  { fits: holdsRules, records: ruleRecords },
  { fits: holdsTests, records: (value, place, lineOf) => [testsRecord(value, place, lineOf)] },
  { fits: holdsAlertmanager, records: (value, place) => [alertmanagerRecord(value, place)] },
  { fits: holdsScraping, records: (value, place, lineOf) => [scrapingRecord(value, place, lineOf)] },
  { fits: holdsCompose, records: (value, place, lineOf) => [composeRecord(value, place, lineOf)] },
  { fits: holdsLoki, records: (value, place) => [lokiRecord(value, place)] },
  { fits: holdsModules, records: (value, place, lineOf) => [modulesRecord(value, place, lineOf)] },
  {
    fits: (value) => alloyIn(value) !== undefined,
    records: (value, place) => [alloyRecord(alloyIn(value) ?? [], place)],
  },
  { fits: holdsModel, records: (value, place) => [modelRecord(value, place)] },
];

/** What files hold. A file of no known format is a record too, so that a change of it is not lost. */
export type FileReader = (texts: ReadonlyMap<string, string>) => Contents;

/** Reads files. What several of them say in the same words is parsed once: environments have most in common. */
export function fileReader(): FileReader {
  const parsed = documentReader();
  return (texts) => {
    const { records, problems } = joined([...texts].map(([path, text]) => readFile(path, text, parsed)));
    return Object.freeze({ records: Object.freeze(records), problems: Object.freeze(problems) });
  };
}

/** The same for files that are read alone. */
export const readFiles: FileReader = (texts) => fileReader()(texts);

function readFile(path: string, text: string, parsed: DocumentReader): Contents {
  try {
    if (!isDocument(path) && holdsScrape(text)) return scrapeFile(path, text);
    const documents = parsed(path, text);
    if (!documents.ok) return { records: [], problems: [documents.problem] };
    const { records, problems } = joined(documents.value.map((each) => readDocument(each, { file: path }, 0)));
    const isKnown = records.length > 0 || problems.length > 0;
    return { records: isKnown ? records : [{ kind: 'file', place: { file: path } }], problems };
  } catch (error) {
    // The one error that a file's content can cause below: a value in a value, thousands deep, or aliases without end.
    if (error instanceof RangeError || error instanceof ReferenceError)
      return { records: [], problems: [tooDeep(path)] };
    throw error;
  }
}

function joined(all: readonly Contents[]): Contents {
  return { records: all.flatMap(({ records }) => records), problems: all.flatMap(({ problems }) => problems) };
}

/** A list of ConfigMaps, and no deeper. */
const DEEPEST = 2;

function readDocument({ value, lineOf }: Parsed, place: Place, depth: number): Contents {
  if (!isFields(value)) return { records: [], problems: [] };
  const opened = depth < DEEPEST ? unwrapped(value, place.file, lineOf) : undefined;
  if (opened === undefined) {
    return { records: FORMATS.find(({ fits }) => fits(value))?.records(value, place, lineOf) ?? [], problems: [] };
  }
  const inner = opened.inner.map((each) => readDocument(each, { file: place.file, inside: each.inside }, depth + 1));
  return joined([...inner, { records: [], problems: opened.problems }]);
}

function scrapeFile(path: string, text: string): Contents {
  const scrape = scrapeRecord(text, { file: path });
  return scrape.ok ? { records: [scrape.value], problems: [] } : { records: [], problems: [scrape.problem] };
}

function tooDeep(path: string): ReadProblem {
  return {
    where: path,
    place: { file: path },
    found: 'values nested too deeply, or referring to each other too often',
    allowed: 'a dashboard or rules as a person or a tool writes them',
    remedy: 'Look at what wrote the file.',
  };
}
