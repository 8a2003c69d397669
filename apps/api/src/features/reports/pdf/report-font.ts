import { joinedFont } from './joined-font.js';
import { fileWith, fontFile, type FontFile, type FontWeight } from './letter-files.js';
import { sfntOf } from './sfnt.js';

interface LoadedFont extends FontFile {
  readonly file: Buffer;
}

const loaded = new Map<FontWeight, LoadedFont>();
/** Written otherwise where a font lacks them and Unicode gives no other form. */
const LIKE: Readonly<Record<string, string>> = { '≒': '≈' };

/**
 * Noto Sans JP from its npm package (SIL Open Font License 1.1) with every character of the text that can be drawn: one
 * file holds kana, some 6,700 kanji and Latin letters, and the letters of a text that are not in it (髙, 﨑, 𠮷) are taken from
 * the package's pieces for web pages: all kanji of JIS X 0208, 0212 and 0213 are in them. Unpacked once: the PDF writer
 * would unpack a packed font again for each letter, 4 s of CPU for a page.
 */
export function reportFont(weight: FontWeight, text = ''): Buffer {
  const font = mainFont(weight);
  const lent = lettersBeyond(font, text).flatMap((letter) => {
    const from = fileWith(letter, weight);
    return from ? [{ letter, from }] : [];
  });
  return lent.length === 0 ? font.file : sfntOf(joinedFont(font, lent));
}

/** The text in letters that can be drawn: `Ⅱ` becomes `II`. A letter without another form stays and is shown as a box. */
export function drawable(text: string): string {
  const { letters } = mainFont(400);
  return Array.from(text, (letter) => {
    if (letter < ' ' || letters.has(letter.codePointAt(0)!) || fileWith(letter.codePointAt(0)!, 400)) return letter;
    const other = LIKE[letter] ?? letter.normalize('NFKC');
    return /^[\p{L}\p{N}\p{Sm}]+$/u.test(other) ? other : letter;
  }).join('');
}

function mainFont(weight: FontWeight): LoadedFont {
  let font = loaded.get(weight);
  if (!font) {
    const read = fontFile({ family: 'noto-sans-jp', piece: 'japanese' }, weight);
    font = { ...read, file: sfntOf(read.tables) };
    loaded.set(weight, font);
  }
  return font;
}

/** In order of the code, each once; nothing is drawn for control characters. */
function lettersBeyond({ letters }: LoadedFont, text: string): number[] {
  const used = new Set(Array.from(text, (letter) => letter.codePointAt(0)!));
  return [...used].filter((letter) => letter > 0x1f && !letters.has(letter)).sort((one, other) => one - other);
}
