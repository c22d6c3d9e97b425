/** An alert's name is in CamelCase. */
import { rule } from '../../rule.ts';

const NAME = /^(?=.*[a-z])[A-Z][A-Za-z0-9]*$/;

export const alertName = rule({
  id: 'alert-name',
  reason:
    'The name is the title of the page, of its silence and of its runbook file: one form, and no spaces to escape.',
  source: 'mixtool: alert-name-camelcase',
  example: {
    where: 'alert few_orders',
    found: 'the name few_orders',
    allowed: 'CamelCase: letters and digits, each word with a capital',
    remedy: 'rename the constant to FewOrders, and its runbook with it',
  },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      const { name } = alert;
      if (NAME.test(name)) continue;
      yield {
        about: alert,
        found: `the name ${name}`,
        allowed: 'CamelCase: letters and digits, each word with a capital',
        remedy: `rename the constant to ${camelCase(name)}, and its runbook with it`,
      };
    }
  },
});

function camelCase(name: string): string {
  const words = name.toUpperCase() === name ? name.toLowerCase() : name;
  return words.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}
