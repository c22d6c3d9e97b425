/** Prometheus' own word on expressions, many at a time: promtool takes 30 ms to start, and next to none to work. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './folder.ts';
import { runToEnd } from './process.ts';
import { requireServer } from './servers.ts';

const EXPERIMENTAL = ['--experimental', '--enable-feature=promql-experimental-functions'] as const;

/** How long an argument of a program may be on Linux: 128 KiB, with room to spare. */
const longest = 100_000;
const atOnce = 100;

/**
 * Each expression as `promtool promql format` writes it, white space collapsed. They must be instant vectors or
 * scalars: they are handed over in one piece, as operands of one large expression.
 *
 * @throws Error with promtool's message when it refuses one of them.
 */
export async function formatted(expressions: readonly string[]): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const some of portions(expressions)) {
    const joined = some.map((expression) => `(${expression}) == ${marker}`).join(' or ');
    const text = collapsed(
      await runToEnd(requireServer('promtool'), [...EXPERIMENTAL, 'promql', 'format', '--', joined]),
    );
    answers.push(...pieces(text));
  }
  return answers;
}

const marker = 'one_of_many_expressions';

function portions(expressions: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  let length = 0;
  for (const expression of expressions) {
    length += Buffer.byteLength(expression) + marker.length + 10;
    if (length > longest || all.at(-1)?.length === atOnce) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(expression);
  }
  return all;
}

/** promtool breaks long lines after an opening bracket and a comma, before a closing one, and around operators. */
function collapsed(text: string): string {
  return text
    .trim()
    .replace(/\(\n\s*/g, '(')
    .replace(/\n\s*\)/g, ')')
    .replace(/\s*\n\s*/g, ' ');
}

function pieces(text: string): readonly string[] {
  return text
    .split(new RegExp(`\\) == ${marker}(?: or )?`))
    .slice(0, -1)
    .map((piece) => piece.slice(1));
}

/**
 * Prometheus' objections to expressions by their position, in its words: none where it takes all. As a server without
 * flags, or with the functions that need one.
 */
export async function objections(
  expressions: readonly string[],
  { experimental }: { readonly experimental?: true } = {},
): Promise<ReadonlyMap<number, string>> {
  const said = await refusals(expressions, experimental ? EXPERIMENTAL : []);
  const each = said.matchAll(/ rule (\d+), "expression:\d+": could not parse expression: (.*)/g);
  return new Map([...each].map(([, position, words = '']) => [Number(position) - 1, words]));
}

/**
 * What promtool says against a rules file that records the expressions: nothing when it takes them all. Thousands at
 * once take a fraction of a second.
 */
export async function refusals(
  expressions: readonly string[],
  features: readonly string[] = EXPERIMENTAL,
): Promise<string> {
  const rules = expressions.map((expr, i) => ({ record: `expression:${i}`, expr }));
  const file = join(freshFolder(), 'rules.yml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'expressions', rules }] }));
  const args = [...features, 'check', 'rules', '--lint=none', file];
  return runToEnd(requireServer('promtool'), args).then(
    () => '',
    (error: unknown) => String(error),
  );
}
