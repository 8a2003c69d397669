import { inflateSync } from 'node:zlib';

const WOFF_SIGNATURE = 0x774f4646;
const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;
const SFNT_VERSION = 0x00010000;
const SFNT_HEAD = 12;
const SFNT_ENTRY = 16;

/** The tables of a font by their four letters. */
export type FontTables = ReadonlyMap<string, Buffer>;

/** The tables inside a WOFF 1.0 file (W3C Recommendation of 13 December 2012), each inflated. */
export function tablesOfWoff(woff: Buffer): FontTables {
  if (woff.readUInt32BE(0) !== WOFF_SIGNATURE) throw new Error('font must be WOFF 1.0');
  const tables = new Map<string, Buffer>();
  for (let place = 0; place < woff.readUInt16BE(12); place += 1) {
    const entry = WOFF_HEAD + place * WOFF_ENTRY;
    const [from, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const stored = woff.subarray(from, from + packed);
    tables.set(woff.toString('latin1', entry, entry + 4), packed < length ? inflateSync(stored) : stored);
  }
  return tables;
}

/** A TrueType file of these tables. Check sums stay 0: nothing that reads a font for a PDF looks at them. */
export function sfntOf(tables: FontTables): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const count = sorted.length;
  const head = Buffer.alloc(SFNT_HEAD + count * SFNT_ENTRY);
  const largest = 2 ** Math.floor(Math.log2(count));
  head.writeUInt32BE(SFNT_VERSION, 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(largest * 16, 6);
  head.writeUInt16BE(Math.log2(largest), 8);
  head.writeUInt16BE((count - largest) * 16, 10);
  const parts: Uint8Array[] = [head];
  let offset = head.length;
  sorted.forEach(([tag, content], place) => {
    const at = SFNT_HEAD + place * SFNT_ENTRY;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(content.length, at + 12);
    const padded = Math.ceil(content.length / 4) * 4;
    parts.push(content, Buffer.alloc(padded - content.length));
    offset += padded;
  });
  return Buffer.concat(parts);
}
