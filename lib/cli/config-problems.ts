/** What is wrong in a configuration: values that the compiler has not seen, and folders that are not there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { CONFIG_FILE, type Config, type Output } from './config.ts';

type Found = Pick<Problem, 'found' | 'allowed' | 'remedy'>;

/** What each setting may be. Settings that are left out are not looked at. */
interface Setting {
  readonly name: keyof Config;
  readonly required?: true;
  readonly check: (value: unknown, place: { readonly config: Config; readonly folder: string }) => readonly Found[];
}

const SETTINGS: readonly Setting[] = [
  { name: 'kind', required: true, check: () => [] },
  { name: 'name', required: true, check: (value) => matching(value, /\S/, 'a name that is not empty') },
  {
    name: 'model',
    required: true,
    check: modelProblems,
  },
  { name: 'outputs', required: true, check: (_, { config }) => outputProblems(config) },
  { name: 'dist', check: (value) => matching(value, FOLDER, 'a folder inside the project, such as dist') },
  { name: 'runbooks', check: (value, { folder }) => existing(value, folder) },
  {
    name: 'registries',
    check: (value, { folder }) =>
      isObject(value)
        ? Object.entries(value).flatMap((entry) => entry.flatMap((path) => existing(path, folder)))
        : [wrong(value, 'files by folder')],
  },
  {
    name: 'pictures',
    check: (value) => (value === 'committed' || value === 'apart' ? [] : [wrong(value, "'committed' or 'apart'")]),
  },
  { name: 'grafana', check: grafanaProblems },
];

const NAMES = new Set<string>(SETTINGS.map(({ name }) => name));
/** Relative, and no way out of the project. */
const FOLDER = /^(?!\.\.?(?:\/|$))(?!.*\/\.\.(?:\/|$))[^/\\][^\\]*$/;
/** Also the folder of all outputs itself. */
const OUTPUT_FOLDER = /^(?:\.|[A-Za-z0-9][\w-]*)$/;
const ADDRESS = /^[^\s:/]+:\d+$/;
const URL_TEXT = /^https?:\/\/\S+$/;

/** Everything that is wrong in the configuration of the project in `folder`. */
export function configProblems(config: Config, folder: string): readonly Problem[] {
  const unknown = Object.keys(config).filter((name) => !NAMES.has(name));
  return [
    ...unknown.map((name) =>
      problem(name, {
        found: `a setting '${name}', which there is not`,
        allowed: [...NAMES].filter((each) => each !== 'kind').join(', '),
        remedy: 'remove it, or correct its name',
      }),
    ),
    ...SETTINGS.flatMap(({ name, required, check }) => {
      const value = config[name];
      if (value === undefined && required === undefined) return [];
      const found = value === undefined ? [wrong(value, `a setting '${name}'`)] : check(value, { config, folder });
      return found.map((each) => problem(name, each));
    }),
  ];
}

function outputProblems({ outputs, model }: Config): readonly Found[] {
  if (!isObject(outputs) || Object.keys(outputs).length === 0) {
    return [wrong(outputs, "an output for each variant of the files: { '.': { profile: … } }")];
  }
  const profiles = profilesOf(model);
  if (profiles === undefined) return [];
  return Object.entries(outputs).flatMap(([folder, output]) => [
    ...matching(folder, OUTPUT_FOLDER, "'.' or the name of a folder"),
    ...(isObject(output) && profiles.includes(output.profile)
      ? stepProblems(output)
      : [wrong(isObject(output) ? output.profile : output, `one of the profiles ${profiles.join(', ')}`)]),
  ]);
}

function modelProblems(value: unknown): readonly Found[] {
  if (profilesOf(value) === undefined) return [wrong(value, 'the definitions, with their profiles')];
  const site: unknown = Reflect.get(Object(value), 'site');
  if (!isObject(site)) return [wrong(site, 'site: { grafana, runbooks, alertmanager }')];
  const { grafana, runbooks, alertmanager }: { readonly [key: string]: unknown } = { ...site };
  return [
    ...[grafana, runbooks].flatMap((url) => matching(url, URL_TEXT, "site: Grafana's and the runbooks' addresses")),
    ...matching(alertmanager, ADDRESS, "site: Alertmanager's address with its port"),
  ];
}

function profilesOf(model: unknown): readonly unknown[] | undefined {
  return isObject(model) && 'profiles' in model && Array.isArray(model.profiles) ? model.profiles : undefined;
}

function stepProblems({ steps = [] }: Output): readonly Found[] {
  if (!Array.isArray(steps)) return [wrong(steps, 'a list of steps')];
  return steps.filter((step) => typeof step !== 'function').map((step) => wrong(step, 'steps that are functions'));
}

function grafanaProblems(value: unknown): readonly Found[] {
  if (!isObject(value)) return [wrong(value, '{ name, folder, path, prometheus }')];
  const { name, folder, path, prometheus, loki }: { readonly [key: string]: unknown } = { ...value };
  return [
    ...[name, folder, path].flatMap((text) => matching(text, /\S/, 'name, folder and path that are not empty')),
    ...matching(prometheus, URL_TEXT, "Prometheus' address, such as http://prometheus:9090"),
    ...(loki === undefined ? [] : matching(loki, URL_TEXT, "Loki's address, such as http://loki:3100")),
  ];
}

function existing(value: unknown, folder: string): readonly Found[] {
  const refused = matching(value, FOLDER, 'a path inside the project');
  if (refused.length > 0 || existsSync(join(folder, String(value)))) return refused;
  return [{ found: `${value}, which is not there`, allowed: 'a path in the project', remedy: 'correct or make it' }];
}

function matching(value: unknown, pattern: RegExp, allowed: string): readonly Found[] {
  return typeof value === 'string' && pattern.test(value) ? [] : [wrong(value, allowed)];
}

function wrong(value: unknown, allowed: string): Found {
  const found = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return { found, allowed, remedy: 'correct it' };
}

function problem(setting: string, found: Found): Problem {
  return { where: { what: setting, file: CONFIG_FILE }, rule: 'configuration', ...found };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
