import type { TextLanguage } from '@yotei/scheduling/staffing';
import type { ReportBlock, ReportTable } from '../content/report-content.js';
import { contentWidth, GAP, INK, MARGIN, placeFor, type PdfDocument } from './pdf-page.js';

const CELL = 4;
const FIRST_SHARE = 0.34;

/** A table over the whole width; its head is said again on each page it runs on. */
export function drawTable(pdf: PdfDocument, block: ReportBlock, table: ReportTable, language: TextLanguage): void {
  const width = contentWidth(pdf);
  const columns = columnsOf(table, width);
  const title = block.title[language];
  placeFor(pdf, 70);
  pdf.font('bold').fontSize(9).fillColor(INK.quiet).text(title, MARGIN, pdf.y, { width });
  pdf.y += 4;
  const head = [table.head[language], ...table.columns.map((column) => column[language])];
  drawRow(pdf, head, { columns, font: 'bold' });
  for (const { title: name, cells } of table.rows) {
    const texts = [name[language], ...cells.map(({ text }) => text[language])];
    const page = pdf.page;
    placeFor(pdf, rowHeight(pdf, texts, columns));
    if (pdf.page !== page) drawRow(pdf, head, { columns, font: 'bold' });
    drawRow(pdf, texts, { columns, font: 'regular' });
  }
  pdf.y += GAP;
}

interface ColumnPlace {
  readonly x: number;
  readonly width: number;
}

function columnsOf(table: ReportTable, width: number): ColumnPlace[] {
  const first = width * FIRST_SHARE;
  const other = (width - first) / Math.max(1, table.columns.length);
  return [
    { x: MARGIN, width: first },
    ...table.columns.map((_, index) => ({ x: MARGIN + first + index * other, width: other })),
  ];
}

function rowHeight(pdf: PdfDocument, texts: readonly string[], columns: readonly ColumnPlace[]): number {
  pdf.font('regular').fontSize(8);
  const heights = texts.map((text, index) =>
    pdf.heightOfString(text || ' ', { width: columns[index]!.width - 2 * CELL }),
  );
  return Math.max(...heights) + CELL;
}

function drawRow(
  pdf: PdfDocument,
  texts: readonly string[],
  { columns, font }: { readonly columns: readonly ColumnPlace[]; readonly font: 'regular' | 'bold' },
): void {
  const [y, height] = [pdf.y, rowHeight(pdf, texts, columns)];
  pdf.font(font).fontSize(8).fillColor(INK.text);
  texts.forEach((text, index) => {
    const { x, width } = columns[index]!;
    pdf.text(text, x + CELL, y + CELL / 2, { width: width - 2 * CELL, align: index === 0 ? 'left' : 'right' });
  });
  pdf
    .moveTo(MARGIN, y + height)
    .lineTo(MARGIN + contentWidth(pdf), y + height)
    .lineWidth(0.4)
    .stroke(INK.line);
  pdf.x = MARGIN;
  pdf.y = y + height;
}
