import type { TextLanguage } from '@yotei/scheduling/staffing';
import type { ReportBlock, ReportContent } from '../content/report-content.js';
import { blockHeight, drawBlock } from './pdf-blocks.js';
import { closePdf, contentWidth, GAP, INK, MARGIN, openPdf, placeFor, type PdfDocument } from './pdf-page.js';
import { drawTable } from './pdf-table.js';
import { drawable } from './report-font.js';

const COLUMNS = 4;

export interface PdfOf {
  readonly language: TextLanguage;
  readonly writtenAt: Date;
  /** Below each page: whose report and when it was written. */
  readonly foot: string;
}

/** A report as an A4 document. The same content at the same instant gives the same pages. */
export async function reportPdf(report: ReportContent, { language, writtenAt, foot }: PdfOf): Promise<Buffer> {
  const text = drawable(JSON.stringify([report, foot]));
  const [content] = JSON.parse(text) as [ReportContent];
  const title = content.title[language];
  const pdf = openPdf({ title, language, writtenAt, text });
  const width = contentWidth(pdf);
  pdf.font('bold').fontSize(18).fillColor(INK.text).text(title, MARGIN, MARGIN, { width });
  pdf.font('regular').fontSize(10).fillColor(INK.quiet).text(content.period[language], { width });
  pdf.y += GAP;
  let row: ReportBlock[] = [];
  const flush = (): void => {
    if (row.length > 0) drawRow(pdf, row, language);
    row = [];
  };
  for (const block of content.blocks) {
    if (block.table) {
      flush();
      drawTable(pdf, block, block.table, language);
      continue;
    }
    if (widthOf(row) + block.width > COLUMNS) flush();
    row.push(block);
  }
  flush();
  return closePdf(pdf, foot);
}

const widthOf = (row: readonly ReportBlock[]): number => row.reduce((sum, { width }) => sum + width, 0);

/** Blocks side by side, all as high as the highest. */
function drawRow(pdf: PdfDocument, row: readonly ReportBlock[], language: TextLanguage): void {
  const column = (contentWidth(pdf) - (COLUMNS - 1) * GAP) / COLUMNS;
  const widthOfBlock = ({ width }: ReportBlock): number => width * column + (width - 1) * GAP;
  const height = Math.max(...row.map((block) => blockHeight(pdf, block, { width: widthOfBlock(block), language })));
  const y = placeFor(pdf, height);
  let x = MARGIN;
  for (const block of row) {
    drawBlock(pdf, block, { x, y, width: widthOfBlock(block), height, language });
    x += widthOfBlock(block) + GAP;
  }
  pdf.x = MARGIN;
  pdf.y = y + height + GAP;
}
