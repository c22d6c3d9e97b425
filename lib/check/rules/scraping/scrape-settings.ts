/** How a job asks its targets is something that Prometheus takes, and that does what it says. */
import type { Discovery, HttpClient } from '../../../model/discovery.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import { durationText } from '../../../units/duration.ts';
import { type Fault, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const scrapeSettings = rule({
  id: 'scrape-settings',
  reason:
    'Prometheus does not start with a limit below zero or a label without a name, and asks for a page called `/metrics?all=1` where a path has a query.',
  source: 'Prometheus, configuration: scrape_config, and what each kind of discovery takes',
  example: {
    where: 'scrape job shop',
    found: 'the path /metrics?all=1, with a query in it',
    allowed: 'a path that begins with /, without ? and #',
    remedy: "write the path alone, and params: { all: ['1'] }",
  },
  *check({ model: { jobs, externalLabels = {} } }) {
    for (const fault of labelFaults(externalLabels))
      yield { about: unexcusable({ what: 'external labels' }), ...fault };
    for (const job of jobs) {
      const about = unexcusable({ what: `scrape job ${job.job}` });
      for (const judge of JUDGES) for (const fault of judge(job)) yield { about, ...fault };
    }
  },
});

const JUDGES: readonly ((job: ScrapeJob) => Iterable<Fault>)[] = [
  names,
  path,
  params,
  limits,
  times,
  client,
  discoveries,
];

function* names({ job, static: groups }: ScrapeJob): Iterable<Fault> {
  if (isBlank(job)) {
    yield { found: 'a job without a name', allowed: 'a name', remedy: "name the target: target('shop')" };
  }
  for (const { labels = {} } of groups) yield* labelFaults(labels);
}

function* labelFaults(labels: Readonly<Record<string, string>>): Iterable<Fault> {
  for (const [name, value] of Object.entries(labels)) {
    if (isBlank(name)) {
      yield {
        found: `a label without a name, for the value ${JSON.stringify(value)}`,
        allowed: 'names of labels',
        remedy: 'name it, or remove it',
      };
    } else if (isBlank(value)) {
      yield {
        found: `the label ${name} without a value`,
        allowed: 'labels with a value',
        remedy: 'give it one, or remove it: to Prometheus an empty label is none',
      };
    }
  }
}

function* path({ path: asked }: ScrapeJob): Iterable<Fault> {
  if (asked === undefined || PATH.test(asked)) return;
  const [plain = '', query] = asked.split(/[?#]/);
  const whole = plain.startsWith('/') ? plain : `/${plain}`;
  yield {
    found: query === undefined ? `the path ${JSON.stringify(asked)}` : `the path ${asked}, with a query in it`,
    allowed: 'a path that begins with /, without ? and #',
    remedy: query ? `write the path alone, and params: ${paramsOf(query)}` : `write '${whole}'`,
  };
}

const PATH = /^\/[^?#\s\p{Cc}]*$/u;

function paramsOf(query: string): string {
  const entries = [...new URLSearchParams(query)].map(([name, value]) => `${name}: ['${value}']`);
  return `{ ${entries.join(', ')} }`;
}

function* params({ params: asked = {} }: ScrapeJob): Iterable<Fault> {
  for (const [name, values] of Object.entries(asked)) {
    if (!isBlank(name) && values.length > 0) continue;
    yield {
      found: isBlank(name) ? 'a parameter without a name' : `the parameter ${name} without a value`,
      allowed: 'parameters with a name and at least one value',
      remedy: 'complete it, or remove it',
    };
  }
}

function* limits(job: ScrapeJob): Iterable<Fault> {
  for (const field of ['sampleLimit', 'labelValueLengthLimit'] as const) {
    const limit = job[field];
    if (limit === undefined || (Number.isSafeInteger(limit) && limit > 0)) continue;
    yield {
      found: `${field} ${limit}`,
      allowed: 'a whole number from 1',
      remedy: limit === 0 ? 'leave it out: to Prometheus 0 is no limit' : 'write how much a target may send at most',
    };
  }
}

function* times({ every, timeout }: ScrapeJob): Iterable<Fault> {
  for (const [field, span] of Object.entries({ every, timeout })) {
    if (span === undefined || span.ms > 0) continue;
    yield {
      found: `${field} ${durationText(span)}`,
      allowed: 'a time above zero',
      remedy: 'leave it out: to Prometheus 0s is what the whole configuration says',
    };
  }
}

/** Who Prometheus is to the target, and who the target is to it. */
function* client({ credentials, tls }: HttpClient): Iterable<Fault> {
  for (const [field, value] of Object.entries({ ...credentials, ...tls })) {
    if (typeof value !== 'string' || !isBlank(value)) continue;
    yield { found: `${field} ""`, allowed: 'a text', remedy: 'complete it, or leave it out' };
  }
  if (credentials !== undefined && 'type' in credentials && credentials.type?.trim().toLowerCase() === 'basic') {
    yield {
      found: `credentials of the type ${credentials.type}`,
      allowed: 'a type of token, such as Bearer',
      remedy: "name the user: credentials: { username: '…', passwordFile: '…' }",
    };
  }
}

type Judge<K extends Discovery['kind']> = (of: Extract<Discovery, { readonly kind: K }>) => Iterable<Fault>;

const DISCOVERIES: { readonly [K in Discovery['kind']]: Judge<K> } = {
  *dns({ names: asked, type, port }) {
    if (asked.length === 0 || asked.some(isBlank)) yield needs('dns', 'names to look up', "names: ['tasks.shop']");
    if (type !== undefined && type !== 'SRV') yield* portFault('dns', port);
  },
  *file({ files }) {
    if (files.length === 0) yield needs('file', 'files', "files: ['targets/*.yml']");
    for (const file of files.filter((each) => !FILE.test(each))) {
      yield {
        found: `discovery by file with ${file}`,
        allowed: 'a .json, .yml or .yaml, with at most one * in its last part',
        remedy: 'name the files of one folder',
      };
    }
  },
  *http({ url }) {
    if (!/^https?:$/.test(parsed(url)?.protocol ?? ''))
      yield needs('http', 'an address', "url: 'https://targets.example.org/'", url);
  },
  *docker({ host, port }) {
    if (!/^(?:unix|tcp|https?|npipe|ssh):$/.test(parsed(host)?.protocol ?? '')) {
      yield needs('docker', 'an address', "host: 'unix:///var/run/docker.sock'", host);
    }
    if (port !== undefined) yield* portFault('docker', port);
  },
  *kubernetes({ apiServer, selectors = [] }) {
    if (apiServer !== undefined && !/^https?:$/.test(parsed(apiServer)?.protocol ?? '')) {
      yield needs('kubernetes', 'an address', "apiServer: 'https://kubernetes.example.org'", apiServer);
    }
    const roles = selectors.map(({ role }) => role);
    if (new Set(roles).size < roles.length) {
      yield {
        found: 'two selectors of one role',
        allowed: 'one for each role',
        remedy: "join them: label: 'a=1,b=2'",
      };
    }
  },
};

function* discoveries({ discovery }: ScrapeJob): Iterable<Fault> {
  for (const each of discovery) {
    yield* client(each.kind === 'dns' || each.kind === 'file' ? {} : each);
    // The judge of a kind takes what is of that kind; the compiler does not connect the two.
    yield* (DISCOVERIES[each.kind] as (of: Discovery) => Iterable<Fault>)(each);
    if (!('refresh' in each) || each.refresh === undefined || /[1-9]/.test(each.refresh)) continue;
    yield { found: `refresh ${each.refresh}`, allowed: 'a time above zero', remedy: 'leave it out, or write one' };
  }
}

function needs(kind: Discovery['kind'], what: string, example: string, written?: string): Fault {
  return {
    found: `discovery by ${kind} ${written === undefined ? 'without' : `with ${JSON.stringify(written)} for`} ${what}`,
    allowed: what,
    remedy: `write ${example}`,
  };
}

function* portFault(kind: Discovery['kind'], port: number | undefined): Iterable<Fault> {
  if (port !== undefined && isPort(port)) return;
  yield {
    found: `discovery by ${kind} with the port ${port}`,
    allowed: '1 to 65535',
    remedy: 'write the port of the targets',
  };
}

/** Whether targets can listen there. */
function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

/** Source: patFileSDName in Prometheus' discovery/file/file.go */
const FILE = /^[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)$/;

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
