/** How large a PNG file is. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Width and height in pixels, from the file's header, and its bytes. */
export function pngSize(file: string): { readonly width: number; readonly height: number; readonly bytes: number } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), bytes: bytes.length };
}
