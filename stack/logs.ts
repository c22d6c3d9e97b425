/**
 * The log lines of the voting app: the labels that Alloy gives them, and how the services write them. A query that names
 * another label, or a field that no format has, does not compile.
 */
import { pattern, stream } from 'plainsight/logql';
import { logLines } from './log-lines.ts';
import { composeProject } from './services.ts';

/** Every line of the voting app, and of no other Compose project. Voters are masked before a line gets here. */
export const logs = stream({
  labels: ['service', 'container', 'stream', 'level'],
  only: { project: composeProject },
  examples: logLines,
});

/**
 * One line a request, as gunicorn writes it (`… [27/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 1505 "-" "curl"`) and
 * as Flask's own server does, which colours all but 200. A duration stands at the end where the merged Compose form asks
 * gunicorn for one.
 */
export const request =
  '^\\S+ \\S+ \\S+ \\[[^\\]]+\\] "(?:\\x1b\\[[0-9;]*m)*(?P<method>GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (?:[^"\\\\]|\\\\.)*" (?P<status>[1-5][0-9][0-9]) (?:.* (?P<duration>[0-9]+us)$)?';

/**
 * Votes for the two options. Under gunicorn a vote makes two lines, `[…] INFO in app: Received vote for a` and
 * `[…] [9] [INFO] Received vote for a`; the first is what Flask's own server writes as well. Whatever else was posted as
 * a vote must not become a label.
 */
export const votesForOptions = logs
  .where({ service: 'vote' })
  .contains(/^\[[^\]]*\] INFO in app: Received vote for [ab]$/)
  .parse(pattern('<_> INFO in app: Received vote for <vote>'));
