/** Every dashboard has a uid that Grafana takes. */
import { rule } from '../../rule.ts';

const MAX_LENGTH = 40;
const UID = /^[A-Za-z0-9_-]+$/;

export const dashboardUid = rule({
  id: 'dashboard-uid',
  reason: 'Links, alerts and updates find a dashboard by its uid; Grafana refuses one that it cannot store.',
  source:
    'Grafana: a dashboard uid has at most 40 characters (pkg/util/shortid_generator.go); mixtool: dashboard has no UID',
  example: {
    where: 'dashboard my shop',
    found: 'the uid "my shop"',
    allowed: '1 to 40 letters, digits, - and _',
    remedy: 'give it a uid such as my-shop, and keep it: bookmarks hang on it',
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const { uid } = dashboard;
      if (UID.test(uid) && uid.length <= MAX_LENGTH) continue;
      const fitting = uid.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, MAX_LENGTH) || 'overview';
      yield {
        about: dashboard,
        found: uid.length > MAX_LENGTH ? `the uid "${uid}" of ${uid.length} characters` : `the uid "${uid}"`,
        allowed: `1 to ${MAX_LENGTH} letters, digits, - and _`,
        remedy: `give it a uid such as ${fitting}, and keep it: bookmarks hang on it`,
      };
    }
  },
});
