/**
 * Objects of Kubernetes that carry the files of others: what is in them is read as if it lay in a file of its own.
 * A Secret is opened too, since that is where Alertmanager's configuration lies; nothing of what is no format known
 * here is kept.
 * Source: https://github.com/prometheus-operator/prometheus-operator/blob/main/Documentation/api-reference/api.md
 */
import { documentsOf, type Parsed } from './document.ts';
import { alertmanagerFields, SCRAPING_KINDS, scrapeFields } from './operator.ts';
import type { ReadProblem } from './problem.ts';
import type { LineOf } from './rules.ts';
import { type Fields, fieldsOf, isFields, objectsOf, textOf } from './value.ts';

/** A document inside another. */
export interface Inner extends Parsed {
  /** Where: the object's name, and the key in it. */
  readonly inside: string;
}

/** What an object carries, and what of it cannot be read. */
export interface Unwrapped {
  readonly inner: readonly Inner[];
  readonly problems: readonly ReadProblem[];
}

/** How each kind of object is opened. */
const OPENED: ReadonlyMap<string, (value: Fields, file: string, lineOf: LineOf) => Unwrapped> = new Map([
  ['ConfigMap', (value, file) => files(value, file, { ...plain(value.data), ...decoded(value.binaryData) })],
  ['Secret', (value, file) => secret(files(value, file, { ...decoded(value.data), ...plain(value.stringData) }))],
  ['PrometheusRule', spec],
  [
    'GrafanaDashboard',
    (value, file) => files(value, file, { 'dashboard.json': textOf(fieldsOf(value.spec).json) ?? '' }),
  ],
  ['AlertmanagerConfig', (value) => alone(value, { value: alertmanagerFields(fieldsOf(value.spec)), lineOf: nowhere })],
  ...SCRAPING_KINDS.map((kind) => [kind, scraping] as const),
  ['List', items],
]);

/** What an object of Kubernetes carries; undefined for what is none. */
export function unwrapped(value: Fields, file: string, lineOf: LineOf): Unwrapped | undefined {
  const isObject = textOf(value.apiVersion) !== undefined && (isFields(value.metadata) || value.kind === 'List');
  return isObject ? OPENED.get(textOf(value.kind) ?? '')?.(value, file, lineOf) : undefined;
}

const nameOf = ({ metadata }: Fields): string => textOf(fieldsOf(metadata).name) ?? '';

type Texts = Readonly<Record<string, string>>;

function plain(data: unknown): Texts {
  const entries = Object.entries(fieldsOf(data));
  return Object.fromEntries(entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])));
}

function decoded(data: unknown): Texts {
  const entries = Object.entries(plain(data));
  return Object.fromEntries(entries.map(([key, text]) => [key, Buffer.from(text, 'base64').toString('utf8')]));
}

function files(value: Fields, file: string, texts: Texts): Unwrapped {
  const inner: Inner[] = [];
  const problems: ReadProblem[] = [];
  for (const [key, text] of Object.entries(texts)) {
    const inside = `${nameOf(value)}/${key}`;
    const read = documentsOf(named(key, text), text);
    if (read.ok) inner.push(...read.value.map(({ value: each }) => ({ value: each, lineOf: nowhere, inside })));
    else problems.push({ ...read.problem, where: `${file}#${inside}`, place: { file, inside } });
  }
  return { inner, problems };
}

/** A parser's message may quote what it did not understand. */
function secret({ inner, problems }: Unwrapped): Unwrapped {
  return { inner, problems: problems.map((each) => ({ ...each, remedy: 'Mend what is in the Secret.' })) };
}

/** A line inside is no line of the file. */
const nowhere: LineOf = () => undefined;

/** A key has no need of an ending: what begins with a brace is JSON, and a key that says nothing is not looked into. */
function named(key: string, text: string): string {
  return !key.includes('.') && text.trimStart().startsWith('{') ? `${key}.json` : key;
}

/** The rules of a PrometheusRule stand in the file itself, and so do their lines. */
function spec(value: Fields, _file: string, lineOf: LineOf): Unwrapped {
  return alone(value, { value: value.spec, lineOf: (path) => lineOf(['spec', ...path]) });
}

/** What the operator makes jobs of. */
function scraping(value: Fields): Unwrapped {
  return alone(value, { value: scrapeFields(value, nameOf(value)), lineOf: nowhere });
}

function alone(value: Fields, parsed: Parsed): Unwrapped {
  return { inner: [{ ...parsed, inside: nameOf(value) }], problems: [] };
}

function items(value: Fields, file: string, lineOf: LineOf): Unwrapped {
  const all = objectsOf(value.items).map((item, at) => {
    const inItem: LineOf = (path) => lineOf(['items', at, ...path]);
    return (
      unwrapped(item, file, inItem) ?? { inner: [{ value: item, lineOf: inItem, inside: nameOf(item) }], problems: [] }
    );
  });
  return { inner: all.flatMap(({ inner }) => inner), problems: all.flatMap(({ problems }) => problems) };
}
