/** Variables of a dashboard: each declared one is used, each used one is declared, none twice. */

interface Dashboard {
  readonly templating?: { readonly list?: readonly { readonly name: string; readonly type: string }[] };
}

/** How a variable can be written: `$name`, `${name}`, `${name:regex}`, `${name.field}`, `[[name]]`. */
const USE = /\$(\w+)|\$\{(\w+)(?:[.:][^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\]/g;
/** Grafana's own names begin with two underscores; `$1` belongs to label_replace(). */
const NOT_OURS = /^(?:__|\d)/;

/** What is wrong with the variables of a dashboard's JSON. */
export function variableProblems(dashboard: Dashboard): string[] {
  const declared = dashboard.templating?.list ?? [];
  const names = declared.map(({ name }) => name);
  const used = usedVariables(dashboard);
  // Ad hoc filters are added to every query by Grafana itself.
  const unused = declared.filter(({ name, type }) => type !== 'adhoc' && !used.has(name));
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `variable ${name} stands twice`),
    ...unused.map(({ name }) => `variable ${name} is used nowhere`),
    ...[...used].filter((name) => !names.includes(name)).map((name) => `variable ${name} is declared nowhere`),
  ];
}

function usedVariables(dashboard: object): ReadonlySet<string> {
  const found = new Set<string>();
  walk(dashboard, (key, text) => {
    if (key === 'repeat') found.add(text);
    for (const [, bare, braced, bracketed] of text.matchAll(USE)) {
      const name = bare ?? braced ?? bracketed ?? '';
      if (!NOT_OURS.test(name)) found.add(name);
    }
  });
  return found;
}

/** What is chosen is a value of a variable, and no use of one. */
const VALUES: ReadonlySet<string> = new Set(['current', 'allValue']);

function walk(value: unknown, see: (key: string, text: string) => void, key = ''): void {
  if (typeof value === 'string') see(key, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!VALUES.has(name)) walk(inner, see, Array.isArray(value) ? key : name);
  }
}
