import { cmapOf } from './letter-map.js';
import type { FontFile } from './letter-files.js';
import type { FontTables } from './sfnt.js';

/** Tables of vertical text and of variants, which would have to grow for nothing. */
const LEFT_OUT = ['vhea', 'vmtx', 'STAT'];
/** Bits of a part of a glyph made of others. */
const PART = { wordArguments: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, fourScales: 0x80 } as const;

/** A character drawn in another font of the same size of the em. */
export interface LentLetter {
  readonly letter: number;
  readonly from: FontFile;
}

/** The font with more characters behind its own (OpenType 1.9: `glyf`, `loca`, `hmtx`, `cmap`). */
export function joinedFont(base: FontFile, lent: readonly LentLetter[]): FontTables {
  const added = new AddedGlyphs(base.tables);
  const letters = new Map(base.letters);
  for (const { letter, from } of lent) letters.set(letter, added.add(from.tables, from.letters.get(letter)!));
  const own = glyphCount(base.tables);
  const total = own + added.outlines.length;
  const offsets = Buffer.alloc(4 * (total + 1));
  for (let glyph = 0; glyph <= own; glyph += 1) offsets.writeUInt32BE(offsetOf(base.tables, glyph), 4 * glyph);
  let end = offsetOf(base.tables, own);
  added.outlines.forEach((outline, place) => offsets.writeUInt32BE((end += outline.length), 4 * (own + place + 1)));
  const metrics = Array.from({ length: own }, (_, glyph) => metricOf(base.tables, glyph));
  return new Map<string, Buffer>([
    ...[...base.tables].filter(([tag]) => !LEFT_OUT.includes(tag)),
    ['cmap', cmapOf(letters)],
    ['glyf', Buffer.concat([base.tables.get('glyf')!.subarray(0, offsetOf(base.tables, own)), ...added.outlines])],
    ['loca', offsets],
    ['hmtx', Buffer.concat([...metrics, ...added.metrics])],
    ['head', withNumber(base.tables.get('head')!, 50, 1)],
    ['hhea', withNumber(base.tables.get('hhea')!, 34, total)],
    ['maxp', largestOf([base, ...lent.map(({ from }) => from)], total)],
  ]);
}

/** Glyphs taken from other fonts, each once, with the glyphs they are made of. */
class AddedGlyphs {
  readonly outlines: Buffer[] = [];
  readonly metrics: Buffer[] = [];
  private readonly places = new Map<FontTables, Map<number, number>>();

  constructor(private readonly base: FontTables) {}

  /** The number it has in the joined font. */
  add(from: FontTables, glyph: number): number {
    const em = (font: FontTables): number => font.get('head')!.readUInt16BE(18);
    if (em(from) !== em(this.base)) throw new Error(`font must have ${em(this.base)} units an em, not ${em(from)}`);
    const known = this.places.get(from) ?? new Map<number, number>();
    this.places.set(from, known);
    const before = known.get(glyph);
    if (before !== undefined) return before;
    const place = this.outlines.length;
    known.set(glyph, glyphCount(this.base) + place);
    const outline = from.get('glyf')!.subarray(offsetOf(from, glyph), offsetOf(from, glyph + 1));
    // Aligned to four bytes as fonts want it; the place is taken before parts take theirs.
    this.outlines.push(Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)]));
    this.metrics.push(metricOf(from, glyph));
    this.renumberParts(this.outlines[place]!, from);
    return glyphCount(this.base) + place;
  }

  private renumberParts(outline: Buffer, from: FontTables): void {
    if (outline.length === 0 || outline.readInt16BE(0) >= 0) return;
    let flags: number = PART.more;
    for (let at = 10; flags & PART.more;) {
      flags = outline.readUInt16BE(at);
      outline.writeUInt16BE(this.add(from, outline.readUInt16BE(at + 2)), at + 2);
      const scaling = flags & PART.scale ? 2 : flags & PART.twoScales ? 4 : flags & PART.fourScales ? 8 : 0;
      at += 4 + (flags & PART.wordArguments ? 4 : 2) + scaling;
    }
  }
}

const glyphCount = (font: FontTables): number => font.get('maxp')!.readUInt16BE(4);

/** Where an outline begins in `glyf`; short offsets are kept in halves. */
function offsetOf(font: FontTables, glyph: number): number {
  const loca = font.get('loca')!;
  return font.get('head')!.readInt16BE(50) === 0 ? 2 * loca.readUInt16BE(2 * glyph) : loca.readUInt32BE(4 * glyph);
}

/** Width and left bearing; glyphs at the end share the last width. */
function metricOf(font: FontTables, glyph: number): Buffer {
  const [hmtx, wide] = [font.get('hmtx')!, font.get('hhea')!.readUInt16BE(34)];
  if (glyph < wide) return hmtx.subarray(4 * glyph, 4 * glyph + 4);
  const bearing = 4 * wide + 2 * (glyph - wide);
  return Buffer.concat([hmtx.subarray(4 * wide - 4, 4 * wide - 2), hmtx.subarray(bearing, bearing + 2)]);
}

function withNumber(table: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

/** Points, contours and parts of the largest outlines, told to whoever reserves room for them. */
function largestOf(fonts: readonly FontFile[], glyphs: number): Buffer {
  const tables = fonts.map((font) => font.tables.get('maxp')!);
  const maxp = withNumber(tables[0]!, 4, glyphs);
  for (const at of [6, 8, 10, 12, 28, 30])
    maxp.writeUInt16BE(Math.max(...tables.map((table) => table.readUInt16BE(at))), at);
  return maxp;
}
