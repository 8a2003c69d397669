import { joinedFont } from './joined-font.js';
import { fileWith, fontFile } from './letter-files.js';
import { letterMapOf } from './letter-map.js';
import { drawable, reportFont } from './report-font.js';

/** None of these is in the main file. */
const NAMES = '髙﨑濵𠮷';
const code = (letter: string): number => letter.codePointAt(0)!;

/** The tables of a TrueType file, read again from what was written. */
function tablesOf(file: Buffer): Map<string, Buffer> {
  return new Map(
    Array.from({ length: file.readUInt16BE(4) }, (_, place) => {
      const at = 12 + 16 * place;
      const [from, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
      return [file.toString('latin1', at, at + 4), file.subarray(from, from + length)];
    }),
  );
}

function outlineOf(tables: ReadonlyMap<string, Buffer>, glyph: number): Buffer {
  const [loca, isShort] = [tables.get('loca')!, tables.get('head')!.readInt16BE(50) === 0];
  const at = (place: number) => (isShort ? 2 * loca.readUInt16BE(2 * place) : loca.readUInt32BE(4 * place));
  return tables.get('glyf')!.subarray(at(glyph), at(glyph + 1));
}

describe('the font of reports', () => {
  it('is the one file as long as a text needs no more', () => {
    expect(reportFont(400, '経営会議 Board 82%')).toBe(reportFont(400));
  });

  it.each([400, 700] as const)('takes rare letters of names from the pieces, outline for outline (%i)', (weight) => {
    const joined = tablesOf(reportFont(weight, `${NAMES} 山田`));
    const letters = letterMapOf(joined);
    const base = fontFile({ family: 'noto-sans-jp', piece: 'japanese' }, weight);
    for (const letter of NAMES) {
      expect(base.letters.has(code(letter))).toBe(false);
      const from = fileWith(code(letter), weight)!;
      const drawn = outlineOf(joined, letters.get(code(letter))!);
      const lent = outlineOf(from.tables, from.letters.get(code(letter))!);
      expect(lent.length).toBeGreaterThan(50); // a kanji, no empty place
      expect(drawn.subarray(0, lent.length).equals(lent)).toBe(true);
    }
    const [own, same] = [base.letters.get(code('山'))!, letters.get(code('山'))!];
    expect(outlineOf(joined, same).equals(outlineOf(base.tables, own))).toBe(true);
    expect(joined.get('hmtx')!.length).toBe(4 * joined.get('maxp')!.readUInt16BE(4));
  });

  it('brings the parts of letters that are made of others', () => {
    const base = fontFile({ family: 'noto-sans-jp', piece: 'japanese' }, 400);
    const from = fileWith(code('ő'), 400)!;
    const joined = joinedFont(base, [{ letter: code('ő'), from }]);
    const glyph = letterMapOf(joined).get(code('ő'))!;
    const outline = outlineOf(joined, glyph);
    const own = base.tables.get('maxp')!.readUInt16BE(4);
    expect(outline.readInt16BE(0)).toBe(-1);
    expect(outline.readUInt16BE(12)).toBeGreaterThan(own); // its first part lies behind it
    expect(outlineOf(joined, outline.readUInt16BE(12)).length).toBeGreaterThan(20);
  });

  it('draws every kanji of JIS X 0208 and 0212, and Greek and Cyrillic', () => {
    const bytes = Array.from({ length: 94 }, (_, place) => place + 0xa1);
    const decoder = new TextDecoder('euc-jp');
    const text = bytes
      .flatMap((row) =>
        bytes.map((cell) => decoder.decode(Uint8Array.of(row, cell)) + decoder.decode(Uint8Array.of(0x8f, row, cell))),
      )
      .join('');
    const kanji = [...new Set(text.match(/\p{Script=Han}|\p{Script=Greek}|\p{Script=Cyrillic}/gu))];
    expect(kanji.length).toBeGreaterThan(12_000); // 6,355 and 5,801, and the other two scripts
    const main = letterMapOf(tablesOf(reportFont(400)));
    const missing = kanji.filter((letter) => !main.has(code(letter)) && !fileWith(code(letter), 400));
    expect(missing.join('')).toBe('');
  });

  it('writes in other letters what no font has', () => {
    expect(drawable('プロジェクトⅡ ≒ 5 ⑩ ㈱')).toBe('プロジェクトII ≈ 5 ⑩ ㈱');
    expect(drawable('{"a":"\\n"}')).toBe('{"a":"\\n"}');
  });
});
