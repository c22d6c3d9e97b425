/** What went wrong when Go built a program, in words that say what to do. */

/** The oldest Go that builds all programs of stack/versions.ts. */
export const neededGo = '1.26.7';

interface Cause {
  readonly sign: RegExp;
  readonly says: string;
}

// The first sign that is found decides. Go prints no codes, so its words are all there is.
const causes: readonly Cause[] = [
  {
    sign: /requires go >= \d|invalid go version|unknown directive: toolchain|toolchain not available/,
    says: `the installed Go is too old. Install Go ${neededGo} or newer.`,
  },
  {
    sign: /GOPROXY=off|GOFLAGS=-mod=vendor/,
    says: 'Go is told not to fetch modules (GOPROXY=off). Unset it, or fill the module cache first.',
  },
  {
    sign: /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake|proxyconnect|deadline exceeded|network is unreachable|: EOF$/m,
    says: 'the Go module proxy cannot be reached. Look at the network, and at what `go env GOPROXY` names; then run `npm run servers` again.',
  },
  { sign: /no space left on device/, says: 'the disk is full. A build needs about 2 GB in Go’s caches.' },
];

/** Go is not installed at all. */
export const goIsMissing =
  `Go is not installed (no \`go\` in PATH), and the servers are built with it. Install Go ${neededGo} or newer: ` +
  "Debian's package golang-go where it is new enough, else Go's own archive; then run `npm run servers` again.";

const keptLines = 5;

/**
 * One message about a failed build: the cause when it is known, and always Go's own last lines.
 *
 * @example explainGoFailure('promtool', 'dial tcp: lookup …: no such host')
 * // promtool was not built: the Go module proxy cannot be reached. …
 * //   dial tcp: lookup …: no such host
 */
export function explainGoFailure(name: string, output: string): string {
  const cause = causes.find(({ sign }) => sign.test(output));
  const says = cause?.says ?? 'Go said:';
  return [`${name} was not built: ${says}`, ...lastLines(output)].join('\n');
}

function lastLines(output: string): readonly string[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-keptLines).map((line) => `  ${line.trim()}`);
}
