/** Settings put into the call that defines a panel or a signal: literals there, and nothing else. */
import type { CallExpression, ObjectExpression, ObjectProperty } from 'oxc-parser';
import { limitsText, literalText, type Quote } from '../../literal-text.ts';
import type { Limits } from '../../protocol.ts';
import type { Definition } from './definition.ts';
import { limitEdits } from './limits.ts';
import { commonQuote, literalEdit, notLiteral } from './literal.ts';
import { additions, propertyOf } from './object.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { callAt, codeOf, type Edit, type Source } from './source.ts';

/** What is to be changed in the text for a definition. */
export function editsOf(source: Source, definition: Definition): readonly Edit[] | Refusal {
  const { where, constructors, alike, settings } = definition;
  if (alike.length > 0) return { refused: `The same call makes ${shortened(alike)}.` };
  const call = callAt(source, where, constructors);
  if (isRefusal(call)) return call;
  const quote = commonQuote(source.program);
  const object = settingsObject(source, call, definition);
  if (object === undefined) {
    const all = Object.entries(settings).map(([name, value]) => propertyText(name, value, quote));
    return [addedArgument(call, all)];
  }
  if (isRefusal(object)) return object;
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const [name, value] of Object.entries(settings)) {
    const property = propertyOf(source, object, name);
    if (property === undefined) added.push(propertyText(name, value, quote));
    else if (isRefusal(property)) return property;
    else {
      const found = changeOf(source, property, { name, value, loaded: definition.loaded });
      if (isRefusal(found)) return found;
      edits.push(...found);
    }
  }
  return [...edits, ...additions(source, object, added)];
}

const MOST_NAMES = 3;

function shortened(names: readonly string[]): string {
  const left = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (left > 0 ? ` and ${left} more` : '');
}

/** The object literal that the settings stand in; undefined where a panel of a signal has none yet. */
function settingsObject(
  source: Source,
  { arguments: given }: CallExpression,
  { form }: Definition,
): ObjectExpression | Refusal | undefined {
  const last = given.at(-1);
  if (last?.type === 'ObjectExpression') return last;
  if (form === 'signal, settings' && given.length === 1 && last?.type !== 'SpreadElement') return undefined;
  const code = last === undefined ? 'nothing' : codeOf(source, last);
  return { refused: `Its settings are ${code}, which is no object written there.` };
}

function addedArgument({ arguments: given, end }: CallExpression, properties: readonly string[]): Edit {
  const at = given.at(-1)?.end ?? end - 1;
  return { start: at, end: at, text: `, { ${properties.join(', ')} }` };
}

type Value = string | number | Limits;

function propertyText(name: string, value: Value, quote: Quote): string {
  return `${name}: ${typeof value === 'object' ? limitsText(value, quote) : literalText(value, quote)}`;
}

interface Change {
  readonly name: string;
  readonly value: Value;
  readonly loaded: Definition['loaded'];
}

function changeOf(
  source: Source,
  property: ObjectProperty,
  { name, value, loaded }: Change,
): readonly Edit[] | Refusal {
  const { value: node } = property;
  if (property.kind !== 'init' || property.method || property.shorthand) return notLiteral(source, name, property);
  if (typeof value === 'object') {
    if (node.type !== 'ObjectExpression' || loaded.thresholds === undefined) return notLiteral(source, name, node);
    return limitEdits(source, node, { wanted: value, loaded: loaded.thresholds });
  }
  const before = Object.entries(loaded).find(([each]) => each === name)?.[1];
  return literalEdit(source, { name, node, value, loaded: before });
}
