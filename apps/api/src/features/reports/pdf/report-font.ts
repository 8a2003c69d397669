import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const WOFF_SIGNATURE = 0x774f4646;
const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;
const SFNT_HEAD = 12;
const SFNT_ENTRY = 16;

export type FontWeight = 400 | 700;

const loaded = new Map<FontWeight, Buffer>();

/**
 * Noto Sans JP with kana, some 6,700 kanji and Latin letters, from its npm package (SIL Open Font License 1.1). Unpacked
 * once: the PDF writer would unpack a packed font again for each letter, 4 s of CPU for a page.
 */
export function reportFont(weight: FontWeight): Buffer {
  let font = loaded.get(weight);
  if (!font) {
    const path = createRequire(import.meta.url).resolve(
      `@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-${weight}-normal.woff`,
    );
    font = sfntOfWoff(readFileSync(path));
    loaded.set(weight, font);
  }
  return font;
}

/** The font inside a WOFF 1.0 file (W3C Recommendation of 13 December 2012): the same tables, each inflated. */
export function sfntOfWoff(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF_SIGNATURE) throw new Error('font must be WOFF 1.0');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(SFNT_HEAD + count * SFNT_ENTRY);
  const largest = 2 ** Math.floor(Math.log2(count));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(largest * 16, 6);
  head.writeUInt16BE(Math.log2(largest), 8);
  head.writeUInt16BE((count - largest) * 16, 10);
  const parts: Uint8Array[] = [head];
  let offset = head.length;
  for (let table = 0; table < count; table += 1) {
    const entry = WOFF_HEAD + table * WOFF_ENTRY;
    const [from, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const stored = woff.subarray(from, from + packed);
    const content = packed < length ? inflateSync(stored) : stored;
    const at = SFNT_HEAD + table * SFNT_ENTRY;
    woff.copy(head, at, entry, entry + 4);
    woff.copy(head, at + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(length, at + 12);
    const padded = Math.ceil(length / 4) * 4;
    parts.push(content, Buffer.alloc(padded - length));
    offset += padded;
  }
  return Buffer.concat(parts);
}
