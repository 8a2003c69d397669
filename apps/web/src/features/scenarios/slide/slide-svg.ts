/** What a picture for a slide shows; all words are written by the caller, in the reader's language. */
export interface Slide {
  readonly title: string;
  readonly subtitle: string;
  readonly chartTitle: string;
  readonly lines: readonly SlideLine[];
  readonly ticks: readonly { readonly index: number; readonly label: string }[];
  readonly table: SlideTable;
  readonly sentences: readonly string[];
  readonly footer: string;
}

export interface SlideLine {
  readonly label: string;
  /** NaN: nothing known there. */
  readonly values: ArrayLike<number>;
}

export interface SlideTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly best: number | null }[];
}

/** How wide a text is in pixels at a size; a canvas knows in the browser. */
export type Measure = (text: string, size: number, bold: boolean) => number;

export const SLIDE_WIDTH = 1600;
export const SLIDE_HEIGHT = 900;
const MARGIN = 64;
const INK = '#14181F';
const QUIET = '#465060';
const RULE = '#D3D9E0';
const ACCENT = '#1D5FC4';
/** Told apart by dash and by the order of the legend too. */
const STROKES = [
  { colour: '#5C6675', dash: '8 6' },
  { colour: ACCENT, dash: '' },
  { colour: '#1A6B3C', dash: '2 5' },
  { colour: '#8A5200', dash: '14 5' },
  { colour: '#B3261E', dash: '14 5 2 5' },
  { colour: '#7B3FA0', dash: '5 3' },
] as const;
const FONT = `'Inter Variable', Inter, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Written {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly anchor?: 'start' | 'end';
}

function written(text: string, { x, y, size, bold = false, colour = INK, anchor = 'start' }: Written): string {
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}"${weight} fill="${colour}" text-anchor="${anchor}">${escape(text)}</text>`;
}

/** The text in lines no wider than `width`; Japanese breaks between words too. */
export function wrapped(text: string, width: number, fits: (text: string) => number): readonly string[] {
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map((one) => one.segment);
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    // A stop or comma never begins a line.
    const clings = /^[、。，．,.;:!?）」』)％%]+$/.test(part);
    if (line !== '' && !clings && fits(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}

/** The text, cut with an ellipsis where it is wider. */
function cut(text: string, width: number, fits: (text: string) => number): string {
  if (fits(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && fits(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('')}…`;
}

const CHART = { left: MARGIN + 44, top: 236, width: 720, height: 300 };

function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((one) => one * unit).find((one) => one >= value) ?? 10 * unit;
}

function pathOf(values: ArrayLike<number>, most: number): string {
  const stepWidth = CHART.width / Math.max(1, values.length);
  const bottom = CHART.top + CHART.height;
  let path = '';
  for (let index = 0, open = false; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isNaN(value)) {
      open = false;
      continue;
    }
    const x = CHART.left + index * stepWidth;
    const y = bottom - (value / most) * CHART.height;
    path += `${open ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}L${(x + stepWidth).toFixed(1)} ${y.toFixed(1)}`;
    open = true;
  }
  return path;
}

function legend({ lines }: Slide, measure: Measure): string {
  let x = MARGIN;
  return lines
    .map(({ label }, index) => {
      const { colour, dash } = STROKES[index % STROKES.length]!;
      const shown = cut(label, 220, (text) => measure(text, 18, false));
      const at = x;
      x += 44 + measure(shown, 18, false) + 32;
      return (
        `<path d="M${at} 204h32" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash}"/>` +
        written(shown, { x: at + 44, y: 210, size: 18, colour: QUIET })
      );
    })
    .join('');
}

function chart(slide: Slide, measure: Measure): string {
  const { lines, ticks, chartTitle } = slide;
  const count = Math.max(1, ...lines.map(({ values }) => values.length));
  const highest = Math.max(1, ...lines.flatMap(({ values }) => Array.from(values).filter((one) => !Number.isNaN(one))));
  const most = roundUp(highest);
  const bottom = CHART.top + CHART.height;
  const grid = [0, 0.5, 1].map((part) => {
    const y = bottom - part * CHART.height;
    return (
      `<path d="M${CHART.left} ${y}h${CHART.width}" stroke="${RULE}"/>` +
      written(String(most * part), { x: CHART.left - 10, y: y + 6, size: 16, colour: QUIET, anchor: 'end' })
    );
  });
  const days = ticks.map(({ index, label }) =>
    written(label, { x: CHART.left + (index / count) * CHART.width, y: bottom + 26, size: 16, colour: QUIET }),
  );
  const strokes = lines.map(({ values }, index) => {
    const { colour, dash } = STROKES[index % STROKES.length]!;
    return `<path d="${pathOf(values, most)}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}"/>`;
  });
  const heading = written(chartTitle, { x: MARGIN, y: 172, size: 22, bold: true });
  return [heading, legend(slide, measure), ...grid, ...days, ...strokes].join('');
}

const TABLE = { left: 880, top: 172, width: SLIDE_WIDTH - MARGIN - 880, row: 40 };

function table({ table: { head, rows } }: Slide, measure: Measure): string {
  const first = TABLE.width * (head.length > 4 ? 0.28 : 0.36);
  const column = (TABLE.width - first) / Math.max(1, head.length - 1);
  const size = head.length > 4 ? 16 : 18;
  const rightOf = (index: number) => TABLE.left + first + column * index;
  const lineOf = (cells: readonly string[], y: number, bold: (index: number) => boolean) =>
    cells
      .map((cell, index) => {
        const width = (index === 0 ? first : column) - 10;
        const text = cut(cell, width, (one) => measure(one, size, bold(index)));
        return index === 0
          ? written(text, { x: TABLE.left, y, size, bold: bold(0), colour: QUIET })
          : written(text, { x: rightOf(index), y, size, bold: bold(index), anchor: 'end' });
      })
      .join('');
  const rule = (y: number) => `<path d="M${TABLE.left} ${y}h${TABLE.width}" stroke="${RULE}"/>`;
  return [
    lineOf(head, TABLE.top, () => true),
    rule(TABLE.top + 14),
    ...rows.map(({ cells, best }, index) => {
      const y = TABLE.top + (index + 1) * TABLE.row;
      return lineOf(cells, y, (cell) => cell === best) + rule(y + 13);
    }),
  ].join('');
}

const TELLING = { top: 648, size: 24, line: 34 };

function telling({ sentences }: Slide, measure: Measure): string {
  let y = TELLING.top;
  return sentences
    .flatMap((sentence) => {
      const lines = wrapped(sentence, SLIDE_WIDTH - 2 * MARGIN, (text) => measure(text, TELLING.size, false));
      const drawn = lines.map((line, index) =>
        written(line, { x: MARGIN, y: y + index * TELLING.line, size: TELLING.size }),
      );
      y += lines.length * TELLING.line + 6;
      return drawn;
    })
    .join('');
}

/** A comparison as one picture of 1600 × 900, on white, as slides are. */
export function slideSvg(slide: Slide, measure: Measure): string {
  const width = SLIDE_WIDTH - 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SLIDE_WIDTH}" height="${SLIDE_HEIGHT}" viewBox="0 0 ${SLIDE_WIDTH} ${SLIDE_HEIGHT}" font-family="${FONT}">`,
    `<rect width="100%" height="100%" fill="#FFFFFF"/><rect width="100%" height="10" fill="${ACCENT}"/>`,
    written(
      cut(slide.title, width, (text) => measure(text, 40, true)),
      { x: MARGIN, y: 82, size: 40, bold: true },
    ),
    written(
      cut(slide.subtitle, width, (text) => measure(text, 20, false)),
      { x: MARGIN, y: 120, size: 20, colour: QUIET },
    ),
    chart(slide, measure),
    table(slide, measure),
    telling(slide, measure),
    written(slide.footer, { x: MARGIN, y: SLIDE_HEIGHT - 32, size: 16, colour: QUIET }),
    '</svg>',
  ].join('');
}
