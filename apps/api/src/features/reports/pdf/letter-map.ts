import type { FontTables } from './sfnt.js';

const WINDOWS = 3;
const SEGMENTS = 4;
const GROUPS = 12;
const GROUP_BYTES = 12;

/** The glyph of each character a font has (OpenType `cmap`, formats 4 and 12; the one that reaches further counts). */
export function letterMapOf(tables: FontTables): ReadonlyMap<number, number> {
  const cmap = tables.get('cmap')!;
  const found = new Map<number, number>();
  for (let place = 0; place < cmap.readUInt16BE(2); place += 1) {
    const entry = 4 + place * 8;
    if (cmap.readUInt16BE(entry) !== WINDOWS) continue;
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4));
    if (table.readUInt16BE(0) === SEGMENTS) readSegments(table, found);
    if (table.readUInt16BE(0) === GROUPS) readGroups(table, found);
  }
  return found;
}

function readSegments(table: Buffer, found: Map<number, number>): void {
  const bytes = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const;
  for (let at = 0; at < bytes; at += 2) {
    const [start, end, delta] = [starts, ends, deltas].map((from) => table.readUInt16BE(from + at)) as [
      number,
      number,
      number,
    ];
    const offset = table.readUInt16BE(offsets + at);
    for (let letter = start; letter <= end && letter !== 0xffff; letter += 1) {
      // Counted from where the offset itself stands, as the format says.
      const listed = offset === 0 ? letter : table.readUInt16BE(offsets + at + offset + 2 * (letter - start));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.set(letter, glyph);
    }
  }
}

function readGroups(table: Buffer, found: Map<number, number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * GROUP_BYTES;
    const [start, end, glyph] = [0, 4, 8].map((from) => table.readUInt32BE(at + from)) as [number, number, number];
    for (let letter = start; letter <= end; letter += 1) found.set(letter, glyph + letter - start);
  }
}

/** A `cmap` with one table of format 12, a group for each character. */
export function cmapOf(letters: ReadonlyMap<number, number>): Buffer {
  const sorted = [...letters].sort(([one], [other]) => one - other);
  const table = Buffer.alloc(12 + 16 + sorted.length * GROUP_BYTES);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(WINDOWS, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(GROUPS, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(sorted.length, 24);
  sorted.forEach(([letter, glyph], place) => {
    const at = 28 + place * GROUP_BYTES;
    for (const [offset, value] of [letter, letter, glyph].entries()) table.writeUInt32BE(value, at + 4 * offset);
  });
  return table;
}
