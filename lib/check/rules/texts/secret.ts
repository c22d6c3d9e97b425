/** No secret stands in a text. */
import { rule } from '../../rule.ts';

/** What looks like a secret. Sources: the issuers' own documentation of their prefixes. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/hooks\.slack\.com\/(?:services|workflows|triggers)\/\w+/, 'a Slack webhook'],
  [/xox[abeprs]-[\w-]{8,}/, 'a Slack token'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\bgh[oprsu]_[A-Za-z0-9]{30,}/, 'a GitHub token'],
  [/\bglsa_[A-Za-z0-9]{20,}/, 'a Grafana token'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\beyJ[\w-]{10,}\.[\w-]{10,}\./, 'a JSON web token'],
  [/:\/\/[^\s/:@]+:(?![$<{*])[^\s/@]+@/, 'a password in an address'],
  [/(?:password|passwd|pwd|secret|token|api_?key)=(?!["']?[$<{*])["']?[^\s"'&]{4,}/i, 'a password'],
];

/** Few texts have any of these: the rest is not looked at nine times. */
const SUSPICIOUS =
  /hooks\.slack|xox|AKIA|gh[oprsu]_|glsa_|PRIVATE KEY|eyJ|@|(?:password|passwd|pwd|secret|token|api_?key)=/i;

export const secret = rule({
  id: 'secret',
  reason: 'What is in a text gets into dist/, the repository and every screen: a secret in it is no longer secret.',
  source: 'OWASP, Secrets Management Cheat Sheet',
  example: {
    where: 'dashboard shop',
    found: 'a Slack webhook in the description: hooks.slack.com/…',
    allowed: 'texts without secrets',
    remedy: 'replace the secret where it was issued, and let the server read it from a file',
  },
  *check({ texts }) {
    for (const [text, places] of texts) {
      if (!SUSPICIOUS.test(text)) continue;
      for (const [pattern, what] of SECRETS) {
        const [shown] = pattern.exec(text) ?? [];
        if (shown === undefined) continue;
        yield* places.map(({ about, field }) => ({
          about,
          found: `${what} in ${field}: ${hidden(shown)}`,
          allowed: 'texts without secrets',
          remedy: 'replace the secret where it was issued, and let the server read it from a file',
        }));
      }
    }
  },
});

/** Enough to find it, and nothing of what is secret. */
function hidden(found: string): string {
  const [start = ''] = /^(?::\/\/|[\w.]*[/=]|[a-zA-Z]{4})/.exec(found) ?? [];
  return `${start}…`;
}
