/**
 * Alloy's configuration as blocks of settings. Expressions stay text, in one spelling: what a reviewer asks is whether
 * they are the same.
 * Source: https://grafana.com/docs/alloy/latest/get-started/configuration-syntax/syntax/
 */
import { type AlloyToken, alloyTokens, spelt } from './alloy-tokens.ts';

/** A component, or a block within one. */
export interface AlloyBlock {
  /** `loki.process`, `stage.drop`. */
  readonly name: string;
  /** Its label; empty for none. */
  readonly label: string;
  /** From 1. */
  readonly line: number;
  /** Expressions by their names. */
  readonly settings: ReadonlyMap<string, string>;
  /** In their order. */
  readonly blocks: readonly AlloyBlock[];
}

/** Where a text stops being a configuration. */
export interface AlloyFault {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/**
 * The blocks of a file, or where it cannot be read.
 *
 * @example alloyBlocks('logging {\n  level = "warn"\n}') // [{ name: 'logging', label: '', line: 1, settings: Map(1) { 'level' => '"warn"' }, blocks: [] }]
 */
export function alloyBlocks(text: string): readonly AlloyBlock[] | AlloyFault {
  try {
    return new Reader(alloyTokens(text)).file();
  } catch (error) {
    if (error instanceof Stopped) return error.fault;
    throw error;
  }
}

class Stopped extends Error {
  readonly fault: AlloyFault;

  constructor(fault: AlloyFault) {
    super(fault.found);
    this.fault = fault;
  }
}

interface Body {
  readonly settings: ReadonlyMap<string, string>;
  readonly blocks: readonly AlloyBlock[];
}

class Reader {
  readonly #tokens: readonly AlloyToken[];
  #at = 0;

  constructor(tokens: readonly AlloyToken[]) {
    this.#tokens = tokens;
  }

  file(): readonly AlloyBlock[] {
    const { blocks, settings } = this.#body();
    if (this.#next !== undefined) throw this.#stopped('the end of the file');
    const [first] = settings.keys();
    if (first !== undefined) throw new Stopped({ line: 1, found: `'${first}' outside a block`, expected: 'a block' });
    return blocks;
  }

  get #next(): AlloyToken | undefined {
    return this.#tokens[this.#at];
  }

  #body(): Body {
    const settings = new Map<string, string>();
    const blocks: AlloyBlock[] = [];
    for (this.#skipLines(); this.#next !== undefined && this.#next.text !== '}'; this.#skipLines()) {
      const name = this.#take('word', 'a name');
      if (this.#next?.text === '=') {
        this.#at += 1;
        settings.set(name.text, this.#expression());
        continue;
      }
      const label = this.#next?.kind === 'string' ? this.#take('string', 'a label').text.slice(1, -1) : '';
      this.#take('sign', '{ or =', '{');
      const body = this.#body();
      this.#take('sign', '}', '}');
      blocks.push(Object.freeze({ name: name.text, label, line: name.line, ...body }));
    }
    return { settings, blocks: Object.freeze(blocks) };
  }

  /** To the end of the line, unless a bracket is open or an operator waits for what follows it. */
  #expression(): string {
    const taken: AlloyToken[] = [];
    const open: string[] = [];
    for (let token = this.#next; token !== undefined; token = this.#next) {
      if (open.length === 0 && (token.text === '}' || (token.kind === 'line' && !waits(taken.at(-1))))) break;
      const closing = CLOSED_BY[token.text];
      if (closing !== undefined) open.push(closing);
      else if (CLOSING.has(token.text) && open.pop() !== token.text) throw this.#stopped('the bracket that is open');
      if (token.kind !== 'line') taken.push(token);
      this.#at += 1;
    }
    if (taken.length === 0 || open.length > 0) throw this.#stopped(open.at(-1) ?? 'an expression');
    return spelt(taken);
  }

  #skipLines(): void {
    while (this.#next?.kind === 'line') this.#at += 1;
  }

  #take(kind: AlloyToken['kind'], expected: string, text?: string): AlloyToken {
    const token = this.#next;
    if (token?.kind !== kind || (text !== undefined && token.text !== text)) throw this.#stopped(expected);
    this.#at += 1;
    return token;
  }

  #stopped(expected: string): Stopped {
    const token = this.#next ?? { line: this.#tokens.at(-1)?.line ?? 1, text: 'the end', kind: 'line' };
    const found =
      token.kind === 'line' ? (token.text === 'the end' ? 'the end' : 'the end of the line') : `'${token.text}'`;
    return new Stopped({ line: token.line, found, expected });
  }
}

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CLOSING = new Set(Object.values(CLOSED_BY));

/** Whether an expression goes on behind what stands there. */
function waits(last: AlloyToken | undefined): boolean {
  return last === undefined || (last.kind === 'sign' && !CLOSING.has(last.text));
}
