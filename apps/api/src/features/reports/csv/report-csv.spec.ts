import { reportBlock, type ReportContent } from '../content/report-content.js';
import { same } from '../content/report-texts.js';
import { csvCell, csvLine } from '../../../platform/http/csv-text.js';
import { reportCsv } from './report-csv.js';

const CONTENT: ReportContent = {
  ...{ title: { en: 'Day', ja: '日報' }, period: same('2026-11-09'), fromOn: '2026-11-09', days: 1 },
  blocks: [
    reportBlock({
      ...{ id: 'a', width: 1, title: { en: 'Offered, all', ja: '受付数' } },
      figure: { value: 12.5, text: same('12.5'), why: null, target: null, met: null, before: same('10'), change: null },
    }),
    reportBlock({
      ...{ id: 'b', width: 1, title: { en: 'By queue', ja: 'キュー別' } },
      table: {
        head: same('Queue'),
        columns: [same('Value')],
        rows: [{ title: same('=HYPERLINK("x")'), path: null, cells: [{ text: same('3'), value: 3 }] }],
      },
    }),
  ],
};

it('a report as CSV names section, row and column of each number', () => {
  expect(reportCsv(CONTENT, 'en').slice(1).split('\r\n')).toEqual([
    'section,row,column,value,text',
    'Day,,,,2026-11-09',
    '"Offered, all",,value,12.5,12.5',
    '"Offered, all",,period before,,10',
    `By queue,"'=HYPERLINK(""x"")",Value,3,3`,
    '',
  ]);
  expect(reportCsv(CONTENT, 'ja').charCodeAt(0)).toBe(0xfeff); // spreadsheets read Japanese by it
});

it('a text that a spreadsheet would run is made harmless, a number is not touched', () => {
  expect(['=1+1', '+1', '-1', '@x', 'a'].map(csvCell)).toEqual([`'=1+1`, `'+1`, `'-1`, `'@x`, 'a']);
  expect(csvLine([-1.5, null, Number.NaN, 'a\nb'])).toBe('-1.5,,,"a\nb"\r\n');
});
