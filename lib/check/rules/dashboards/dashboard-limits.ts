/** A dashboard's title and tags are no longer than Grafana stores. */
import { type Fault, rule } from '../../rule.ts';

/** Bytes of a tag, and characters of a title. */
const MAX = { tag: 50, title: 5000 } as const;

export const dashboardLimits = rule({
  id: 'dashboard-limits',
  reason:
    'Grafana refuses a dashboard with a title or a tag that is too long, and with it what is provisioned beside it.',
  source: 'Grafana: a tag has 50 bytes in its database, a title at most 5,000 characters',
  example: {
    where: 'dashboard shop',
    found: 'the tag "everything that the shop of the north sells, by region" of 54 bytes',
    allowed: 'tags of 1 to 50 bytes',
    remedy: 'shorten it: a letter such as ü has two bytes, most symbols three',
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      for (const fault of faultsOf(dashboard)) yield { about: dashboard, ...fault };
    }
  },
});

function* faultsOf({ title, tags }: { readonly title: string; readonly tags: readonly string[] }): Iterable<Fault> {
  const letters = [...title].length;
  if (letters > MAX.title) {
    yield {
      found: `a title of ${letters} characters`,
      allowed: `at most ${MAX.title}`,
      remedy: 'shorten it, and say the rest in `description`',
    };
  }
  for (const tag of tags) {
    const bytes = Buffer.byteLength(tag);
    if (bytes <= MAX.tag && tag.trim() !== '') continue;
    yield {
      found: tag.trim() === '' ? 'a tag without a text' : `the tag "${tag}" of ${bytes} bytes`,
      allowed: `tags of 1 to ${MAX.tag} bytes`,
      remedy: tag.trim() === '' ? 'remove it' : 'shorten it: a letter such as ü has two bytes, most symbols three',
    };
  }
  for (const tag of new Set(tags.filter((each, index) => tags.indexOf(each) < index))) {
    yield { found: `the tag "${tag}" twice`, allowed: 'each tag once', remedy: 'remove one of them' };
  }
}
