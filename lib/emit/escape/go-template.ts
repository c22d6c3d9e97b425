/**
 * Text inside Go's templates, as Prometheus and Alertmanager use them for annotations and messages: everything is
 * literal there but what stands between `{{` and `}}`.
 */

/**
 * Text that stands literally in a template, also when an action or another piece of text follows it at once.
 *
 * @example goTemplateText('up{{x}}') // 'up{{ "{{" }}x}}'
 * @example `${goTemplateText('{')}{{ $value }}` // '{{ "{" }}{{ $value }}': without, Go would read '{{' and '{ $value'
 */
export function goTemplateText(text: string): string {
  return text.replace(/\{{2,}|\{$/g, (braces) => `{{ "${braces}" }}`);
}

/**
 * Text as a string literal inside an action.
 *
 * @example `{{ reReplaceAll ${goTemplateQuoted('\\d')} "n" .Text }}` // '{{ reReplaceAll "\\\\d" "n" .Text }}'
 */
export function goTemplateQuoted(text: string): string {
  return JSON.stringify(text);
}
