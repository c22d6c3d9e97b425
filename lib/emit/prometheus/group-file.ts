/** Which file a group of rules stands in. */

/**
 * The name of a group as the name of a file.
 *
 * @throws TypeError for a name that leaves nothing.
 * @example groupFile('Voting app: objectives') // 'voting-app-objectives.yml'
 */
export function groupFile(group: string): string {
  const name = kebab(group);
  if (name === '')
    throw new TypeError(`The group of rules '${group}' has no letter or digit to name its file by: rename it.`);
  return `${name}.yml`;
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
