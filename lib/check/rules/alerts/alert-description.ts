/** An alert's description says which and how much. */
import type { Text } from '../../../model/text.ts';
import { rule } from '../../rule.ts';

const words = {
  allowed: 'a text with the value, or with labels that say which it is about',
  remedy: 'description: (l, v) => text`${v} orders wait in ${l.queue}.`',
};

export const alertDescription = rule({
  id: 'alert-description',
  reason: 'The description is all that a person sees on the phone: which service, which volume, how much.',
  source: 'mixtool: alert-description-missing-rule and alert-description-templating',
  example: { where: 'alert Few', found: 'a description that is always "Few."', ...words },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      const { description, labels } = alert;
      const literal = literally(description);
      if (literal.trim() === '') yield { about: alert, found: 'no description', ...words };
      // Without labels there is but one alert of this name: a fixed sentence can say it all.
      else if (labels.length > 0 && !hasHole(description)) {
        yield { about: alert, found: `a description that is always "${literal}"`, ...words };
      }
    }
  },
});

function literally({ pieces }: Text): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');
}

function hasHole({ pieces }: Text): boolean {
  return pieces.some((piece) => typeof piece !== 'string');
}
