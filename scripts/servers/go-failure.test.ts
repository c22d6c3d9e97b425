import { describe, expect, it } from 'vitest';
import { explainGoFailure } from './go-failure.ts';

// Go's own words, as it wrote them in each case; the addresses are this machine's.
const refused =
  'go: example.org/m/cmd/x@v1.0.0: Get "http://127.0.0.1:9/m/@v/v1.0.0.info": dial tcp 127.0.0.1:9: connect: connection refused';
const unresolved = 'go: x@v1: Get "http://proxy.invalid/x": dial tcp: lookup proxy.invalid: no such host';
const tooOld = 'go: example.org/m@v1.0.0 requires go >= 1.26.7 (running go 1.24.1; GOTOOLCHAIN=local)';
const ancient = "go: example.org/m@v1.0.0: invalid go version '1.26.7': must match format 1.23";
const off = 'go: example.org/m/cmd/x@v1.0.0: module lookup disabled by GOPROXY=off';

describe('explainGoFailure', () => {
  it.each([
    ['refused', refused, 'the Go module proxy cannot be reached. Look at the network'],
    ['unresolved', unresolved, 'the Go module proxy cannot be reached. Look at the network'],
    ['too old', tooOld, 'the installed Go is too old. Install Go 1.26.7 or newer.'],
    ['ancient', ancient, 'the installed Go is too old. Install Go 1.26.7 or newer.'],
    ['off', off, 'Go is told not to fetch modules (GOPROXY=off).'],
    ['full', 'write /tmp/x: no space left on device', 'the disk is full.'],
    ['else', 'x.go:1:1: syntax error', 'Go said:'],
  ])('%s', (_, output, says) => {
    const message = explainGoFailure('amtool', output);
    expect(message.startsWith(`amtool was not built: ${says}`)).toBe(true);
    expect(message.endsWith(`\n  ${output}`)).toBe(true);
  });

  it('keeps the last five lines of a long output', () => {
    const output = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n\n');
    expect(explainGoFailure('amtool', output).split('\n').slice(1)).toEqual(
      [25, 26, 27, 28, 29].map((line) => `  line ${line}`),
    );
  });
});
