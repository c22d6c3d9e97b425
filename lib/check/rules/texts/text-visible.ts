/** Every text can be seen: no control character reaches a file, and nothing turns the direction of reading. */
import { unseenIn } from '../../../units/visible.ts';
import { rule } from '../../rule.ts';
import type { Survey } from '../../survey/survey.ts';
import { byText, type PlacedText } from '../../survey/texts.ts';

export const textVisible = rule({
  id: 'text-visible',
  reason:
    'A control character breaks some files and moves the cursor of whoever reads others; text whose direction is reversed reads as something that it does not say.',
  source: 'YAML 1.2, section 5.1; Unicode Technical Report 36; CVE-2021-42574',
  example: {
    where: 'dashboard shop',
    found: 'the title "Shop\\u0007", with \\u0007 in it',
    allowed: 'text that can be seen, and line breaks',
    remedy: 'remove the character: it came along with what was copied',
  },
  *check(survey) {
    for (const [text, places] of [...survey.texts, ...byText(others(survey))]) {
      const unseen = unseenIn(text.replaceAll('\r\n', '\n'));
      if (unseen === undefined) continue;
      yield* places.map(({ about, field }) => ({
        about,
        found: `${field} ${shown(text)}, with ${unseen} in it`,
        allowed: 'text that can be seen, and line breaks',
        remedy: 'remove the character: it came along with what was copied',
      }));
    }
  },
});

/** Tags, names of what a viewer chooses and texts for values, in which no secret and no variable would be looked for. */
function others({ model, panels }: Survey): readonly PlacedText[] {
  const found: PlacedText[] = [];
  for (const about of model.dashboards) {
    for (const text of about.tags) found.push({ about, field: 'the tag', text });
    for (const { name, label } of about.variables) {
      found.push({ about, field: `the label of variable ${name}`, text: label });
    }
  }
  for (const { panel: about } of panels) {
    for (const { text } of about.mappings) found.push({ about, field: 'the text of a value', text });
  }
  return found;
}

/** How much of a text a message shows, in characters. */
const MAX_SHOWN = 40;

function shown(text: string): string {
  return JSON.stringify(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);
}
