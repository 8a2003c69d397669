import PDFDocument from 'pdfkit';
import { reportFont } from './report-font.js';

export type PdfDocument = PDFKit.PDFDocument;

/** Points, 72 an inch. */
export const MARGIN = 40;
export const GAP = 10;
const FOOT = 24;

/** Greys and one blue, dark enough on paper (contrast with white 4.5 and more). */
export const INK = { text: '#1b2430', quiet: '#5a6675', line: '#c9d0d8', accent: '#1f5fbf', bad: '#a3341f' } as const;

export interface PdfHead {
  readonly title: string;
  readonly language: 'en' | 'ja';
  readonly writtenAt: Date;
  /** Everything that will be written, in any order: its letters decide what the fonts must hold. */
  readonly text: string;
}

/** An A4 document with our two fonts, of which only the letters used go in. */
export function openPdf({ title, language, writtenAt, text }: PdfHead): PdfDocument {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Producer: 'Yotei', Creator: 'Yotei', CreationDate: writtenAt },
  });
  pdf.registerFont('regular', reportFont(400, text));
  pdf.registerFont('bold', reportFont(700, text));
  return pdf;
}

export const contentWidth = (pdf: PdfDocument): number => pdf.page.width - 2 * MARGIN;
const bottomOf = (pdf: PdfDocument): number => pdf.page.height - MARGIN - FOOT;

/** The place to draw something of this height: here, or at the top of a new page. */
export function placeFor(pdf: PdfDocument, height: number): number {
  if (pdf.y + height > bottomOf(pdf) && pdf.y > MARGIN) pdf.addPage();
  return pdf.y;
}

/** Page numbers below each page, and the whole as one buffer. */
export async function closePdf(pdf: PdfDocument, foot: string): Promise<Buffer> {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - MARGIN;
    pdf.font('regular').fontSize(8).fillColor(INK.quiet);
    pdf.text(foot, MARGIN, y, { lineBreak: false });
    pdf.text(`${page + 1} / ${count}`, MARGIN, y, { width: contentWidth(pdf), align: 'right', lineBreak: false });
  }
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
