/** Texts of a Compose file. Compose replaces `$NAME` and `${NAME}` in every text, so a `$` of ours is written twice. */

import type { Word } from '../../model/deployment/container.ts';
import type { Application } from '../../model/deployment/deployment.ts';
import type { Site } from '../../model/model.ts';

/**
 * A text that arrives in the container as it is.
 *
 * @example literal('echo $HOME') // 'echo $$HOME'
 */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** A word of a command or of the environment. */
export function wordText(word: Word, site: Site): string {
  return literal(typeof word === 'string' ? word : site[word.site]);
}

/**
 * A path below the folder of the file. Compose takes relative paths from the folder of its first file: that is ours as
 * long as ours is the first, and else the variable says where ours lies.
 *
 * @example inFolder('prometheus') // '${MONITORING_DIR:-.}/prometheus'
 */
export function inFolder(path: string): string {
  return `\${MONITORING_DIR:-.}/${literal(path)}`;
}

/** The name of the application's project, which a variable can change when Compose runs. */
export function projectName({ project, variable }: Application): string {
  return `\${${variable}:-${literal(project)}}`;
}
