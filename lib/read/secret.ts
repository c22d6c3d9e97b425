/** Of what is secret a report says that it changed, and never what it is. */
import { blobHash } from './side.ts';

/** Names of settings that hold something secret; the name of a file or of a secret is none. */
const SECRET =
  /pass(?:word|wd|phrase)?s?$|secret$|token$|api_?key$|access_?key$|private_?key$|credentials$|authorization$/i;

/** A password in an address. */
const IN_ADDRESS = /(\/\/[^/\s:@"]*:)([^@\s"]+)@/g;

const HASH_LENGTH = 8;
const hashed = (text: string): string => `hidden (${blobHash(Buffer.from(text)).slice(0, HASH_LENGTH)})`;

/**
 * Values by their paths, with a hash for each that is secret by its name.
 *
 * @param alsoSecret paths below which everything is
 * @example withoutSecrets(new Map([['db.password', '"x"']])).get('db.password') // 'hidden (3403a0c7)'
 */
export function withoutSecrets(values: ReadonlyMap<string, string>, alsoSecret?: RegExp): ReadonlyMap<string, string> {
  const isSecret = (path: string): boolean => SECRET.test(path) || alsoSecret?.test(path) === true;
  return new Map([...values].map(([path, text]) => [path, isSecret(path) ? hashed(text) : shown(text)]));
}

/** `NAME=value` of a list, and `"name" = "value"` of Alloy, are secret by their own names. */
function shown(text: string): string {
  return text
    .replace(IN_ADDRESS, (_, before: string, secret: string) => `${before}${hashed(secret)}@`)
    .replace(/([A-Za-z0-9_.-]+)("?) = ("(?:\\.|[^"\\])*")/g, (all, name: string, quote: string, value: string) =>
      SECRET.test(name) ? `${name}${quote} = ${hashed(value)}` : all,
    )
    .replace(/([A-Za-z0-9_.-]+)=([^"\s]+)/g, (all, name: string, value: string) =>
      SECRET.test(name) ? `${name}=${hashed(value)}` : all,
    );
}
