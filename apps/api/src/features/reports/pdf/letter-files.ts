import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { letterMapOf } from './letter-map.js';
import { tablesOfWoff, type FontTables } from './sfnt.js';

export type FontWeight = 400 | 700;

/** Asked in this order. The second one has what the first leaves out: Greek, Cyrillic, Latin letters with marks. */
const PACKAGES = ['noto-sans-jp', 'noto-sans'];
const require = createRequire(import.meta.url);

interface LetterFile {
  readonly family: string;
  readonly piece: string;
}

/** A font and the glyph of each of its characters. */
export interface FontFile {
  readonly tables: FontTables;
  readonly letters: ReadonlyMap<number, number>;
}

/** At most a few hundred of about 100 kB; a report of rare names needs two or three. */
const unpacked = new Map<string, FontFile>();
let files: ReadonlyMap<number, readonly LetterFile[]> | undefined;

/** A font file of the packages, unpacked once. */
export function fontFile({ family, piece }: LetterFile, weight: FontWeight): FontFile {
  const path = `@fontsource/${family}/files/${family}-${piece}-${weight}-normal.woff`;
  let font = unpacked.get(path);
  if (!font) {
    const tables = tablesOfWoff(readFileSync(require.resolve(path)));
    unpacked.set(path, (font = { tables, letters: letterMapOf(tables) }));
  }
  return font;
}

/** The file that draws a character, null when none does. A package also names characters that its font never had. */
export function fileWith(letter: number, weight: FontWeight): FontFile | null {
  files ??= readFiles();
  for (const file of files.get(letter) ?? []) {
    const font = fontFile(file, weight);
    if (font.letters.has(letter)) return font;
  }
  return null;
}

/** A package says of each file which characters are in it: `"[12]": "U+5e9,U+5f7-5f8"`. */
function readFiles(): Map<number, LetterFile[]> {
  const found = new Map<number, LetterFile[]>();
  for (const family of PACKAGES) {
    const told = JSON.parse(readFileSync(require.resolve(`@fontsource/${family}/unicode.json`), 'utf8')) as object;
    for (const [name, ranges] of Object.entries(told) as [string, string][]) {
      const file = { family, piece: name.replace(/^\[(\d+)\]$/, '$1') };
      for (const range of ranges.split(',')) {
        const [first, last = first] = range
          .split(/[+-]/)
          .flatMap((hex) => (hex === 'U' ? [] : [Number.parseInt(hex, 16)]));
        for (let letter = first!; letter <= last!; letter += 1) found.set(letter, [...(found.get(letter) ?? []), file]);
      }
    }
  }
  return found;
}
