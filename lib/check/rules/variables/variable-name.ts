/** A dashboard's variables have names that Grafana can substitute, each once. */
import { rule } from '../../rule.ts';

const NAME = /^[a-zA-Z]\w{0,49}$/;

const words = {
  allowed: 'a name of its own: a letter, then letters, digits and _, at most 50 of them',
  remedy: 'rename it wherever it is used',
};

export const variableName = rule({
  id: 'variable-name',
  reason:
    'Grafana fills in only variables whose names are letters, digits and _; of two with one name it fills in the last.',
  source: 'Grafana, public/app/features/variables: names are word characters and do not begin with __',
  example: { where: 'dashboard shop', found: 'the name "my service" of a variable', ...words },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const names = dashboard.variables.map(({ name }) => name);
      for (const [index, name] of names.entries()) {
        if (!NAME.test(name)) yield { about: dashboard, found: `the name "${name}" of a variable`, ...words };
        else if (names.indexOf(name) < index) {
          yield { about: dashboard, found: `two variables with the name ${name}`, ...words };
        }
      }
    }
  },
});
