/** A link leads to a web page: Grafana follows no other address, or worse, does. */
import type { Link } from '../../../model/field.ts';
import { type Fault, rule } from '../../rule.ts';
import { type Definition, unexcusable } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

export const linkAddress = rule({
  id: 'link-address',
  reason: 'An address such as `javascript:` runs in the session of whoever clicks it; others lead nowhere.',
  source: 'Grafana: sanitizeUrl() in packages/grafana-data/src/text/sanitize.ts; OWASP, cross-site scripting',
  example: {
    where: 'dashboard shop',
    found: 'the link "Orders" to javascript:alert(1)',
    allowed: 'an address that begins with https://, http:// or one /',
    remedy: "write the whole address: to: { url: 'https://…' }, or the uid of a dashboard: to: { dashboard: '…' }",
  },
  *check(survey) {
    for (const { about, title, address } of addresses(survey)) {
      if (isAddress(address)) continue;
      yield { about, found: `the link "${title}" to ${address.trim() === '' ? 'nothing' : shown(address)}`, ...words };
    }
  },
});

const words: Omit<Fault, 'found'> = {
  allowed: 'an address that begins with https://, http:// or one /',
  remedy: "write the whole address: to: { url: 'https://…' }, or the uid of a dashboard: to: { dashboard: '…' }",
};

interface Address {
  readonly about: Definition;
  readonly title: string;
  readonly address: string;
}

function* addresses({ model, panels, texts }: Survey): Iterable<Address> {
  for (const about of model.dashboards) yield* urlsOf(about, about.links);
  for (const { panel } of panels) {
    yield* urlsOf(panel, panel.links);
    const columns = 'columns' in panel.options ? (panel.options.columns ?? []) : [];
    for (const { link } of columns) {
      // What a cell holds comes last: an address that begins with it can be anything.
      if (link !== undefined) yield { about: panel, title: link.title, address: link.before };
    }
  }
  const { grafana, runbooks } = model.site;
  for (const [title, address] of Object.entries({ grafana, runbooks })) {
    yield { about: unexcusable({ what: `site ${title}` }), title, address };
  }
  for (const [text, places] of texts) {
    if (!MAY_RUN.test(text)) continue;
    for (const { about, field, dashboard } of places) {
      if (dashboard === undefined && !field.includes('runbook')) continue;
      for (const [, address = ''] of text.matchAll(SCRIPT)) yield { about, title: field, address };
    }
  }
}

/** Few texts have either: the rest is not searched. */
const MAY_RUN = /script:|data:/i;

/** Links of Markdown and HTML that run something. */
const SCRIPT = /(?:\]\(\s*<?|\b(?:href|src)\s*=\s*["']?\s*)((?:javascript|data|vbscript):[^\s)"'>]*)/gi;

function* urlsOf(about: Definition, links: readonly Link[]): Iterable<Address> {
  for (const { title, to } of links) if ('url' in to) yield { about, title, address: to.url };
}

/** Two slashes would lead to another host. Blanks and control characters hide what follows them. */
function isAddress(text: string): boolean {
  return /^(?:https?:\/\/[^/\s]|\/(?![/\\]))/i.test(text) && !/[\s\p{Cc}]/u.test(text);
}

function shown(text: string): string {
  return /[\s\p{Cc}]/u.test(text) ? JSON.stringify(text) : text;
}
