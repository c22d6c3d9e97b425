/** Trees that differ from number to number in every way: changed, unchanged, added and removed files and folders. */

const FILES = 300;

/**
 * The tree of this number. Of its files a third changes with every number, a third never, and a third is only in the
 * trees of one parity.
 */
export function numberedTree(number: number): ReadonlyMap<string, string> {
  const files = new Map([['model.json', `{\n  "number": ${number}\n}\n`]]);
  for (let index = 0; index < FILES; index += 1) {
    const folder = `folder-${index % 10}`;
    if (index % 3 === 0) files.set(`${folder}/changes-${index}.txt`, text(index, number));
    if (index % 3 === 1) files.set(`${folder}/stays-${index}.txt`, text(index, 0));
    if (index % 3 === 2) files.set(`${folder}/only-${number % 2}/${index}.txt`, text(index, number));
  }
  return files;
}

const text = (index: number, number: number): string => `file ${index} of tree ${number}\n`.repeat(100);
