/**
 * Regular expressions as Prometheus, Alertmanager, Loki and Grafana's servers read them, that is, as RE2 does. All that
 * is judged or matched goes through here: in matchers, in relabelling, in functions and in filters of lines.
 */
import { createRequire } from 'node:module';
import type * as Re2Js from 're2js';
import { translate } from './translate.ts';

/** A compiled expression. */
export interface Regexp {
  /** Whether it is found in a text; with `whole`, whether it is the text. */
  readonly test: (text: string) => boolean;
  /** What the first place in a text holds, by the numbers of the groups; undefined where there is none. */
  readonly exec: (text: string) => readonly (string | undefined)[] | undefined;
  /** Names of groups, with their numbers. */
  readonly names: ReadonlyMap<string, number>;
}

export type CompiledRegexp =
  | { readonly ok: true; readonly regexp: Regexp }
  | { readonly ok: false; readonly fault: string };

export interface RegexpOptions {
  /** It has to match the whole text, line breaks included, as in matchers of labels. */
  readonly whole?: true;
}

/**
 * Compiles an expression: by JavaScript's own engine where that finds the same, else by a port of RE2. What neither
 * takes is a fault, in RE2's words.
 *
 * @example
 * const compiled = compileRegexp('(?P<status>\\d{3})');
 * compiled.ok && compiled.regexp.test('GET / 200') // true
 */
export function compileRegexp(text: string, { whole }: RegexpOptions = {}): CompiledRegexp {
  return byJavaScript(text, whole === true) ?? byRe2(text, whole === true);
}

/**
 * Why Prometheus does not take an expression, in RE2's words; undefined where it does. A matcher's is read by itself.
 * With `anchored` it is put between anchors first, as relabelling and `label_replace()` do: a `\\Q` that is not closed
 * then swallows the end. Two groups may have one name.
 *
 * Sources: NewFastRegexMatcher() in model/labels/regexp.go, NewRegexp() in model/relabel/relabel.go
 * @example regexpFault('(?!old).*') // 'invalid or unsupported Perl syntax: `(?!`'
 */
export function regexpFault(text: string, { anchored }: { readonly anchored?: true } = {}): string | undefined {
  if (isWholeInItself(text)) return undefined;
  if (anchored) return faultOf(between(text)) === undefined ? undefined : (faultOf(text) ?? faultOf(between(text)));
  const fault = faultOf(text) ?? faultOf(between(text));
  return fault?.startsWith('missing closing )') ? (faultOf(text) ?? faultOf(between(`${text}\\E`))) : fault;
}

/** RE2 takes a thousand levels, and what stands around an expression is one or two of them. */
const DEEPEST = 900;

/** Whether an expression is sound wherever it stands, which JavaScript tells without RE2 where it can take it over. */
function isWholeInItself(text: string): boolean {
  return text.split('(').length <= DEEPEST && byJavaScript(text, false) !== undefined;
}

function between(text: string): string {
  return `^(?s:${text})$`;
}

function faultOf(text: string): string | undefined {
  const compiled = compileRegexp(text);
  if (compiled.ok) return undefined;
  const unnamed = text.replace(/\(\?P?<\w+>/g, '(');
  return compiled.fault.startsWith('duplicate') && unnamed !== text ? faultOf(unnamed) : compiled.fault;
}

/** Rules, invented data and checks come back to the same few expressions. More are compiled, and not remembered. */
const MOST_KNOWN = 10_000;
const known = {
  found: new Map<string, CompiledRegexp | undefined>(),
  whole: new Map<string, CompiledRegexp | undefined>(),
};

function byJavaScript(text: string, whole: boolean): CompiledRegexp | undefined {
  const compiled = known[whole ? 'whole' : 'found'];
  if (compiled.has(text)) return compiled.get(text);
  const regexp = byJavaScriptAnew(text, whole);
  if (compiled.size < MOST_KNOWN) compiled.set(text, regexp);
  return regexp;
}

function byJavaScriptAnew(text: string, whole: boolean): CompiledRegexp | undefined {
  const translation = translate(text, { dotMatchesAll: whole });
  if (translation === undefined) return undefined;
  try {
    const { source, flags } = translation;
    // On its own first: a bracket too many would close the group around it.
    const plain = new RegExp(source, flags);
    const regexp = whole ? new RegExp(`^(?:${source})$`, flags) : plain;
    return {
      ok: true,
      regexp: {
        test: (line) => regexp.test(line),
        exec: (line) => regexp.exec(line) ?? undefined,
        names: namesOf(source),
      },
    };
  } catch {
    // JavaScript refuses some of what RE2 takes.
    return undefined;
  }
}

function namesOf(source: string): ReadonlyMap<string, number> {
  const groups = [...source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|\((?:\?<(\w+)>|(?!\?))/gs)].filter(([group]) =>
    group.startsWith('('),
  );
  return new Map(groups.flatMap(([, name], at) => (name === undefined ? [] : [[name, at + 1] as const])));
}

let loaded: typeof Re2Js | undefined;

/**
 * Loaded when an expression asks for it: most do not, and it takes a hundredth of a second. Nothing of it is done when
 * this file is imported, since the preview's page imports it too, and a browser has no `require`.
 */
function re2(): typeof Re2Js {
  // require() knows no types; these are the ones that the package ships beside the file.
  loaded ??= createRequire(import.meta.url)('re2js') as typeof Re2Js;
  return loaded;
}

function byRe2(text: string, whole: boolean): CompiledRegexp {
  const { RE2JS } = re2();
  try {
    const plain = RE2JS.compile(text);
    const regexp = whole ? RE2JS.compile(between(text)) : plain;
    const names = new Map(Object.entries(plain.namedGroups()).map(([name, at]) => [name, Number(at)]));
    return {
      ok: true,
      regexp: {
        test: (line) => regexp.test(line),
        exec: (line) => groupsOf(regexp, line),
        names,
      },
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, fault: error.message.replace(/^error parsing regexp: /, '') };
  }
}

function groupsOf(regexp: Re2Js.RE2JS, line: string): readonly (string | undefined)[] | undefined {
  const matcher = regexp.matcher(line);
  if (!matcher.find()) return undefined;
  return Array.from({ length: regexp.groupCount() + 1 }, (_, at) => matcher.group(at) ?? undefined);
}
