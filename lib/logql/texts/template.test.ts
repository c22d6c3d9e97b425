import { describe, expect, it } from 'vitest';
import { readTemplate, render } from './template.ts';

const labels: Readonly<Record<string, string>> = { route: '/Pay', took: '0.5s', empty: '', n: '7' };

function rendered(text: string): string | undefined {
  const read = readTemplate(text);
  if (!read.ok) return `${read.refused ? 'refused' : 'beyond'}: ${read.fault}`;
  return render(read.template, { line: 'a line', label: (name) => labels[name] ?? '' });
}

describe('a template', () => {
  it.each([
    ['plain {x} }}', 'plain {x} }}'],
    ['{{.route}} {{ .took }}', '/Pay 0.5s'],
    ['{{.missing}}|', '|'],
    ['{{__line__}} of {{ __line__ | ToUpper }}', 'a line of A LINE'],
    ['a  {{- .n -}}  b', 'a7b'],
    ['{{ /* why */ }}x', 'x'],
    ['{{ "}}" }}{{ `{{` }}', '}}{{'],
    ['{{ .route | lower | trimPrefix "/" }}', 'pay'],
    ['{{ ToUpper .route }}', '/PAY'],
    ['{{ .missing | default "none" }}{{ .n | default "none" }}', 'none7'],
    ['{{ printf "%s took %5s" .route (.took | upper) }}', '/Pay took  0.5S'],
    ['{{ printf "%-5s|%q|%d%%" .n "a\\"b" 3 }}', '7    |"a\\"b"|3%'],
    ['{{ Replace .route "P" "p" 1 }}{{ .route | replace "/" "" }}', '/payPay'],
    ['{{ Replace "aaa" "a" "b" 2 }}', 'bba'],
    ['{{ Trim "xxaxx" "x" }}{{ TrimLeft "xxa" "x" }}{{ TrimRight "axx" "x" }}{{ trimAll "$" "$5$" }}', 'aaa5'],
    ['{{ TrimPrefix "abc" "a" }}{{ TrimSuffix "abc" "c" }}{{ trimSuffix "c" "abc" }}{{ TrimSpace " x " }}', 'bcababx'],
    ['{{ trunc 2 "abc" }}{{ trunc -2 "abc" }}{{ substr 1 -1 "abc" }}', 'abbcbc'],
    ['{{ alignLeft 4 .n }}|{{ alignRight 4 .n }}|{{ alignRight 2 "abc" }}', '7   |   7|bc'],
    ['{{ contains "ay" .route }} {{ hasPrefix "x" .route }} {{ repeat 2 "ab" }}', 'true false abab'],
    ['{{ trunc "x" .route }}', undefined],
    ['{{ lower .a .b }}', undefined],
  ])('%s', (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  it.each([
    ['{{.a', 'refused: the action `{{.a` is not closed'],
    ['{{ "a }}', 'refused: `"a` has `"` where it cannot stand'],
    ['{{}}', 'refused: `{{}}` holds nothing'],
    ['{{ shout .a }}', 'refused: there is no function `shout`'],
    ['{{ .a .b }}', 'refused: `.a .b` has `its end` where it cannot stand'],
    ['{{ .a | }}', 'refused: `.a |` has `its end` where it cannot stand'],
    ['{{ .a | .b }}', 'refused: `.a | .b` hands a value to what is no function'],
    ['{{ lower (.a }}', 'refused: `lower (.a` has `its end` where it cannot stand'],
    ['{{ if .a }}x{{ end }}', 'beyond: `if`'],
    ['{{ $x := .a }}', 'beyond: a variable `$…`'],
    ['{{ __timestamp__ | date "15:04" }}', 'beyond: `__timestamp__`'],
    ['{{ printf "%x" .a }}', 'beyond: `%x` of printf'],
  ])('%s is not read', (text, fault) => {
    expect(rendered(text)).toBe(fault);
  });
});
