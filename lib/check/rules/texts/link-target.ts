/** A link leads to a dashboard that there is. */
import type { Link } from '../../../model/field.ts';
import { didYouMean } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { type Definition, unexcusable } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

export const linkTarget = rule({
  id: 'link-target',
  reason: 'A link that leads nowhere costs a person on call the minute in which it was needed.',
  source: 'our own',
  example: {
    where: 'dashboard shop',
    found: 'the link "Store" to dashboard stor, which does not exist',
    allowed: 'the uid of a dashboard',
    remedy: 'did you mean store? Otherwise take the uid from dashboards/, or link to a whole address: to: { url: … }',
  },
  *check(survey) {
    const uids = new Set(survey.model.dashboards.map(({ uid }) => uid));
    for (const { about, link } of links(survey)) {
      if ('url' in link.to || uids.has(link.to.dashboard)) continue;
      yield {
        about,
        found: `the link "${link.title}" to dashboard ${link.to.dashboard}, which does not exist`,
        allowed: 'the uid of a dashboard',
        remedy: didYouMean(
          link.to.dashboard,
          uids,
          'take the uid from dashboards/, or link to a whole address: to: { url: … }',
        ),
      };
    }
  },
});

function* links({ model, panels }: Survey): Iterable<{ readonly about: Definition; readonly link: Link }> {
  for (const about of model.dashboards) for (const link of about.links) yield { about, link };
  const { alerting } = model;
  if (alerting?.logs !== undefined) {
    const { dashboard } = alerting.logs;
    yield { about: unexcusable(alerting.where), link: { title: 'Logs', to: { dashboard } } };
  }
  for (const { panel } of panels) for (const link of panel.links) yield { about: panel, link };
}
