/**
 * What a change of Loki's own configuration means for the lines: kept less long, refused, or no longer to be read.
 * Source of the defaults: https://grafana.com/docs/loki/latest/configure/
 */
import { durationText, parseDuration } from '../../units/duration.ts';
import { short } from '../words.ts';
import { amountOf, isOn, type Meaning, pathsBelow, settingOf, type Watcher } from './meaning.ts';

const RETENTION = 'limits_config.retention_period';
const DELETES = 'compactor.retention_enabled';

/** Without the compactor's work, and with a period of nought, lines are kept for ever. */
const retention: Watcher = ({ before, after }) => {
  const [was, is] = [before, after].map((side) => (isOn(side, DELETES) ? (settingOf(side, RETENTION) ?? '0s') : '0s'));
  if (was === undefined || is === undefined || kept(is) >= kept(was)) return [];
  const says = `keeps lines for ${periodText(is)} instead of ${periodText(was)}: what is older is deleted`;
  return [{ kind: 'retention-shortened', says, about: [RETENTION, DELETES] }];
};

/** In milliseconds; what cannot be read is no shorter than anything. */
const kept = (period: string): number => amountOf(period) || Infinity;

const periodText = (period: string): string => (kept(period) === Infinity ? 'ever' : shown(period));

/** `336h` and `2w` are one. */
function shown(text: string): string {
  const span = parseDuration(text);
  return span === undefined ? short(text, 20) : durationText(span);
}

const STREAMS = 'limits_config.retention_stream[';

/** Streams with a period of their own, by their selector; the others have the one of all. */
const streams: Watcher = ({ before, after }) => {
  const [was, is] = [before, after].map((side) => {
    const periods = new Map<string, string>();
    for (let index = 0; settingOf(side, `${STREAMS}${index}].selector`) !== undefined; index += 1) {
      const [selector = '', period = ''] = ['selector', 'period'].map((key) =>
        settingOf(side, `${STREAMS}${index}].${key}`),
      );
      periods.set(selector, period);
    }
    return periods;
  });
  const ofAll = settingOf(before, RETENTION) ?? '0s';
  return [...(is ?? [])].flatMap(([selector, period]): readonly Meaning[] => {
    const old = was?.get(selector) ?? ofAll;
    if (kept(period) >= kept(old)) return [];
    const says = `keeps lines of ${short(selector.replaceAll('\\"', '"'), 60)} for ${periodText(period)} instead of ${periodText(old)}: what is older is deleted`;
    return [{ kind: 'retention-shortened', says, about: pathsBelow({ before, after }, STREAMS) }];
  });
};

/** Limits above which lines are refused, with their defaults, and what stands before and behind a limit. */
const LIMITS: readonly (readonly [path: string, byDefault: string, before: string, behind?: string])[] = [
  ['limits_config.ingestion_rate_mb', '4', 'more than', ' MB a second'],
  ['limits_config.ingestion_burst_size_mb', '6', 'more than', ' MB at once'],
  ['limits_config.per_stream_rate_limit', '3MB', 'more than', ' a second of one stream'],
  ['limits_config.per_stream_rate_limit_burst', '15MB', 'more than', ' at once of one stream'],
  ['limits_config.max_line_size', '256KB', 'lines of more than'],
  ['limits_config.max_global_streams_per_user', '5000', 'more than', ' streams'],
  ['limits_config.max_label_names_per_series', '15', 'streams of more than', ' labels'],
  ['limits_config.reject_old_samples_max_age', '1w', 'lines that are older than'],
];

const limits: Watcher = ({ before, after }) =>
  LIMITS.flatMap(([path, byDefault, words, behind = '']): readonly Meaning[] => {
    const [was = byDefault, is = byDefault] = [settingOf(before, path), settingOf(after, path)];
    if (!(limit(is) < limit(was))) return [];
    const instead = limit(was) === Infinity ? 'nothing' : shown(was);
    const says = `refuses ${words} ${shown(is)} instead of ${instead}${behind}`;
    return [{ kind: 'collection-lost', says, about: [path] }];
  });

const limit = (text: string): number => amountOf(text) || Infinity;

/** Switches that make Loki refuse what it took. */
const SWITCHES: readonly (readonly [path: string, byDefault: boolean, refuses: boolean, says: string])[] = [
  ['auth_enabled', true, true, 'asks for a tenant: lines and queries that come without X-Scope-OrgID are refused'],
  ['limits_config.reject_old_samples', true, true, 'refuses old lines'],
  ['limits_config.allow_structured_metadata', true, false, 'refuses lines with structured metadata'],
];

const switches: Watcher = ({ before, after }) =>
  SWITCHES.flatMap(([path, byDefault, refuses, says]): readonly Meaning[] => {
    const [was, is] = [before, after].map((side) => isOn(side, path, byDefault));
    return was !== refuses && is === refuses ? [{ kind: 'collection-lost', says, about: [path] }] : [];
  });

/** Where rules lie, and where alerts go. */
const ruler: Watcher = ({ before, after }) => {
  const told = 'ruler.alertmanager_url';
  const [was, is] = [settingOf(before, told), settingOf(after, told)];
  const where = ['ruler.storage.local.directory', 'common.storage.filesystem.rules_directory'];
  const [from, to] = [before, after].map((side) => where.map((path) => settingOf(side, path)).find((each) => each));
  return [
    ...(was === undefined || was === is
      ? []
      : [
          {
            kind: 'alertmanager-lost' as const,
            says: `no longer tells the Alertmanager at ${short(was)}${is === undefined ? ': it tells nobody' : `, but that at ${short(is)}`}`,
            about: [told],
          },
        ]),
    ...(from === undefined || from === to
      ? []
      : [
          {
            kind: 'rules-not-loaded' as const,
            says: `no longer loads rules from ${short(from)}${to === undefined ? '' : `, but from ${short(to)}`}`,
            about: where,
          },
        ]),
  ];
};

/** Where lines lie: elsewhere, there are none yet. */
const FOLDERS = [
  'common.path_prefix',
  'common.storage.filesystem.chunks_directory',
  'storage_config.filesystem.directory',
];

const folders: Watcher = ({ before, after }) =>
  FOLDERS.flatMap((path): readonly Meaning[] => {
    const [was, is] = [settingOf(before, path), settingOf(after, path)];
    if (was === undefined || is === undefined || was === is) return [];
    const says = `keeps its data in ${short(is)} instead of ${short(was)} (${path}): it begins empty`;
    return [{ kind: 'service-data-lost', says, about: [path] }];
  });

const PERIODS = 'schema_config.configs[';

/** A period of the schema that has begun cannot be written anew: what was stored in it is read by it. */
const schema: Watcher = (pair) => {
  const [was, is] = [pair.before, pair.after].map(
    ({ values }) => new Map([...values].filter(([path]) => path.startsWith(PERIODS))),
  );
  const changed = [...(was ?? [])].filter(([path, text]) => is?.get(path) !== text).map(([path]) => path);
  if (changed.length === 0) return [];
  const indexes = [...new Set(changed.map((path) => path.slice(PERIODS.length, path.indexOf(']'))))];
  const from = indexes.map((index) => settingOf(pair.before, `${PERIODS}${index}].from`) ?? index).join(' and ');
  const says = `has another schema for the time from ${short(from, 40)} on: what was stored by the old one cannot be read`;
  return [{ kind: 'service-data-lost', says, about: pathsBelow(pair, PERIODS) }];
};

/** All that is looked at in Loki's configuration. */
export const LOKI: readonly Watcher[] = [retention, streams, limits, switches, ruler, folders, schema];
