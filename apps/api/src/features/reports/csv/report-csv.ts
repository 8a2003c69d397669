import type { TextLanguage } from '@yotei/scheduling/staffing';
import type { ReportBlock, ReportContent } from '../content/report-content.js';
import { BYTE_ORDER_MARK, csvLine } from '../../../platform/http/csv-text.js';

const HEAD = {
  en: ['section', 'row', 'column', 'value', 'text'],
  ja: ['区分', '行', '列', '値', '表示'],
};
const WORDS = {
  en: { value: 'value', target: 'compared with', before: 'period before' },
  ja: { value: '値', target: '比較', before: '前の期間' },
};

type Line = readonly [row: string, column: string, value: number | null, text: string];

/** A report as one table: a line for each number or sentence, named by its section, row and column. */
export function reportCsv(content: ReportContent, language: TextLanguage): string {
  const lines = content.blocks.flatMap((block) =>
    linesOf(block, language).map((line) => csvLine([block.title[language], ...line])),
  );
  const about = csvLine([content.title[language], '', '', null, content.period[language]]);
  return BYTE_ORDER_MARK + csvLine(HEAD[language]) + about + lines.join('');
}

function linesOf({ figure, chart, table, paragraphs }: ReportBlock, language: TextLanguage): Line[] {
  const words = WORDS[language];
  const values: Line[] = figure
    ? [
        ['', words.value, figure.value, (figure.text ?? figure.why)?.[language] ?? ''],
        ...(figure.target ? [['', words.target, null, figure.target[language]] satisfies Line] : []),
        ...(figure.before ? [['', words.before, null, figure.before[language]] satisfies Line] : []),
      ]
    : [];
  const points = (chart?.lines ?? []).flatMap(({ title, values: own }) =>
    own.map((value, index): Line => [chart!.labels[index]?.[language] ?? '', title[language], value, '']),
  );
  const cells = (table?.rows ?? []).flatMap((row) =>
    row.cells.map((cell, index): Line => {
      const column = table!.columns[index]?.[language] ?? '';
      return [row.title[language], column, cell.value, cell.text[language]];
    }),
  );
  const texts = paragraphs.map(({ text }): Line => ['', '', null, text[language]]);
  return [...values, ...points, ...cells, ...texts];
}
