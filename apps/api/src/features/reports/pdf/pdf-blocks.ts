import { amountText, type AmountUnit, type TextLanguage } from '@yotei/scheduling/staffing';
import type { ReportBlock, ReportChart, ReportFigure } from '../content/report-content.js';
import { INK, type PdfDocument } from './pdf-page.js';

export interface PdfBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const PADDING = 8;
const CHART_HEIGHT = 120;
const WORDS = {
  en: { before: 'Before', none: 'Not known' },
  ja: { before: '前の期間:', none: '不明' },
};

/** How high a block other than a table is at this width. */
export function blockHeight(
  pdf: PdfDocument,
  block: ReportBlock,
  of: { width: number; language: TextLanguage },
): number {
  const inner = of.width - 2 * PADDING;
  return (
    2 * PADDING + titleHeight(pdf, block, { ...of, width: inner }) + bodyHeight(pdf, block, { ...of, width: inner })
  );
}

function titleHeight(
  pdf: PdfDocument,
  { title }: ReportBlock,
  { width, language }: { width: number; language: TextLanguage },
) {
  return title[language] ? pdf.font('bold').fontSize(9).heightOfString(title[language], { width }) + 4 : 0;
}

function bodyHeight(pdf: PdfDocument, block: ReportBlock, of: { width: number; language: TextLanguage }): number {
  const { figure, chart, paragraphs } = block;
  pdf.font('regular').fontSize(9);
  const texts = paragraphs.reduce(
    (sum, { text }) => sum + pdf.heightOfString(text[of.language], { width: of.width }) + 4,
    0,
  );
  if (chart) return CHART_HEIGHT + texts;
  if (!figure) return texts;
  const lines = figureLines(figure, of.language);
  const below = lines.reduce((sum, line) => sum + pdf.fontSize(8).heightOfString(line.text, { width: of.width }), 0);
  return 30 + below + texts;
}

/** Draws a block other than a table in its box. */
export function drawBlock(
  pdf: PdfDocument,
  block: ReportBlock,
  { x, y, width, height, language }: PdfBox & { readonly height: number; readonly language: TextLanguage },
): void {
  pdf.roundedRect(x, y, width, height, 3).lineWidth(0.5).stroke(INK.line);
  const inner = width - 2 * PADDING;
  const left = x + PADDING;
  let top = y + PADDING;
  if (block.title[language]) {
    pdf.font('bold').fontSize(9).fillColor(INK.quiet).text(block.title[language], left, top, { width: inner });
    top = y + PADDING + titleHeight(pdf, block, { width: inner, language });
  }
  if (block.chart) {
    drawChart(pdf, block.chart, { x: left, y: top, width: inner, language });
    top += CHART_HEIGHT;
  }
  if (block.figure) top = drawFigure(pdf, block.figure, { x: left, y: top, width: inner, language });
  pdf.font('regular').fontSize(9).fillColor(INK.text);
  for (const { text } of block.paragraphs) {
    pdf.text(text[language], left, top, { width: inner });
    top = pdf.y + 4;
  }
}

function figureLines(
  figure: ReportFigure,
  language: TextLanguage,
): { readonly text: string; readonly colour: string }[] {
  const words = WORDS[language];
  const space = ' ';
  return [
    ...(figure.why ? [{ text: figure.why[language], colour: INK.quiet }] : []),
    ...(figure.target
      ? [
          {
            text: figure.target[language],
            colour: figure.met === false ? INK.bad : INK.quiet,
          },
        ]
      : []),
    ...(figure.before
      ? [
          {
            text: `${words.before}${space}${figure.before[language]}${figure.change ? ` (${figure.change[language]})` : ''}`,
            colour: INK.quiet,
          },
        ]
      : []),
  ];
}

function drawFigure(pdf: PdfDocument, figure: ReportFigure, box: PdfBox & { readonly language: TextLanguage }): number {
  const { x, y, width, language } = box;
  const value = figure.text?.[language] ?? WORDS[language].none;
  pdf.font('bold').fontSize(fittingSize(pdf, value, { width, largest: figure.text ? 18 : 11 }));
  pdf.fillColor(figure.met === false ? INK.bad : INK.text);
  pdf.text(value, x, y, { width, height: 26, ellipsis: true });
  let top = y + 28;
  for (const { text, colour } of figureLines(figure, language)) {
    pdf.font('regular').fontSize(8).fillColor(colour).text(text, x, top, { width });
    top = pdf.y;
  }
  return top;
}

/** The largest size at which the text stands on one line. */
function fittingSize(pdf: PdfDocument, text: string, { width, largest }: { width: number; largest: number }): number {
  const wide = pdf.font('bold').fontSize(largest).widthOfString(text);
  return wide <= width ? largest : Math.max(8, (largest * width) / wide - 0.1);
}

function drawChart(pdf: PdfDocument, chart: ReportChart, box: PdfBox & { readonly language: TextLanguage }): void {
  const { x, y, width, language } = box;
  const [axis, base] = [44, y + CHART_HEIGHT - 18];
  const plotHeight = base - y - 4;
  const known = chart.lines.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [value])));
  const top = Math.max(...known, chart.target ?? 0, Number.MIN_VALUE);
  const yOf = (value: number): number => base - (Math.max(0, value) / top) * plotHeight;
  const count = chart.labels.length;
  const xOf = (index: number): number => x + axis + (count > 1 ? (index / (count - 1)) * (width - axis - 4) : 0);
  pdf.font('regular').fontSize(7).fillColor(INK.quiet);
  for (const value of known.length > 0 ? [0, top] : [0]) {
    pdf
      .moveTo(x + axis, yOf(value))
      .lineTo(x + width, yOf(value))
      .lineWidth(0.4)
      .stroke(INK.line);
    const text = amountText({ value, unit: axisUnitOf(chart.unit) }, language);
    pdf.text(text, x, yOf(value) - 4, { width: axis - 4, align: 'right', lineBreak: false, ellipsis: true, height: 9 });
  }
  if (chart.target !== null) {
    const at = yOf(chart.target);
    pdf
      .moveTo(x + axis, at)
      .lineTo(x + width, at)
      .lineWidth(0.8)
      .dash(3, { space: 2 })
      .stroke(INK.quiet)
      .undash();
  }
  for (const { values } of chart.lines) drawLine(pdf, values, { xOf, yOf });
  const labelled = count > 1 ? [0, count - 1] : [0];
  for (const index of labelled) {
    const align = index === 0 ? 'left' : 'right';
    const left = index === 0 ? x + axis : x + width - 90;
    pdf
      .fontSize(7)
      .fillColor(INK.quiet)
      .text(chart.labels[index]?.[language] ?? '', left, base + 4, { width: 90, align });
  }
}

/** Counts stand without their word: the title says of what. */
const axisUnitOf = (unit: string): AmountUnit => (unit === 'fraction' || unit === 'seconds' ? unit : 'number');

/** A line breaks where nothing is known; a lone point is a dot. */
function drawLine(
  pdf: PdfDocument,
  values: readonly (number | null)[],
  { xOf, yOf }: { readonly xOf: (index: number) => number; readonly yOf: (value: number) => number },
): void {
  values.forEach((value, index) => {
    if (value === null) return;
    const [before, after] = [values[index - 1] ?? null, values[index + 1] ?? null];
    if (before !== null)
      pdf
        .moveTo(xOf(index - 1), yOf(before))
        .lineTo(xOf(index), yOf(value))
        .lineWidth(1.4)
        .stroke(INK.accent);
    if (before === null && after === null) pdf.circle(xOf(index), yOf(value), 1.6).fill(INK.accent);
  });
}
