/** Help texts as doc comments: one line where it fits, wrapped where it does not. */

const WIDTH = 120;

/**
 * A doc comment of sentences.
 *
 * @example docComment('Total number of calls per command') // '/** Total number of calls per command. *\/'
 */
export function docComment(...sentences: readonly string[]): string {
  const text = sentences.map(sentence).filter(Boolean).join(' ');
  const line = `/** ${text} */`;
  if (line.length <= WIDTH) return line;
  return ['/**', ...wrapped(text).map((part) => ` * ${part}`), ' */'].join('\n');
}

function sentence(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim().replaceAll('*/', '*\\/');
  return plain === '' || /[.!?)]$/.test(plain) ? plain : `${plain}.`;
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length + 3 > WIDTH) lines.push(line);
    line = line !== '' && longer.length + 3 > WIDTH ? word : longer;
  }
  return [...lines, line];
}
