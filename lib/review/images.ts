/** Which version of an image runs. */
import type { Kind } from './kinds.ts';
import { short } from './words.ts';

/** What another image of a service means; undefined for the same. */
export function imageChange(before: string, after: string): { readonly kind: Kind; readonly says: string } | undefined {
  if (before === after) return undefined;
  const [was, is] = [parted(before), parted(after)];
  if (was.name !== is.name) {
    const [old, now] = [short(before) || 'what was built here', short(after) || 'what is built here'];
    return { kind: 'service-image', says: `runs ${now} instead of ${old}` };
  }
  const says = `runs ${short(is.name)} ${short(is.version)} instead of ${short(was.version)}`;
  if (isFloating(is.version) && !isFloating(was.version)) {
    return { kind: 'service-unpinned', says: `${says}: what it is changes without a commit` };
  }
  return { kind: 'service-image', says: `${says}${majorRemark(was.version, is.version)}` };
}

function majorRemark(before: string, after: string): string {
  const [was, is] = [majorOf(before), majorOf(after)];
  if (was === undefined || is === undefined || was === is) return '';
  return is > was ? ', a new major version' : ', an older major version';
}

/** A name and what stands behind it: a tag, or the hash of an image. */
function parted(text: string): { readonly name: string; readonly version: string } {
  const [, name = text, tag, hash] = /^([^@]*?)(?::([^:/@]+))?(?:@(.*))?$/.exec(text) ?? [];
  return { name, version: [tag, hash].filter((each) => each !== undefined).join('@') || 'latest' };
}

const isFloating = (version: string): boolean => /^(?:latest|main|master|nightly|edge|stable|\d+|v\d+)$/.test(version);
const majorOf = (version: string): number | undefined => {
  const major = /^v?(\d+)\./.exec(version)?.[1];
  return major === undefined ? undefined : Number(major);
};
