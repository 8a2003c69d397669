import {
  capacityCsvTable,
  capacitySheets,
  type CapacityPlan,
  type CapacityTable,
  type TableCell,
} from '@yotei/scheduling/capacity';
import { csvCell } from '../../app/csv-text.js';
import { currentLanguage } from '../../app/i18n/language.js';
import { saveFile } from '../../app/save-file.js';

const fileName = (title: string, plan: CapacityPlan, ending: string): string =>
  `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim()} ${plan.firstOn}.${ending}`;

const cellOf = (value: TableCell) =>
  typeof value === 'number'
    ? { value, type: Number as NumberConstructor }
    : { value: String(value ?? ''), type: String as StringConstructor };

/** Three sheets: assumptions as they can be read back, what comes of them, and the classes. */
export async function savePlanExcel(plan: CapacityPlan, title: string): Promise<void> {
  const { default: writeExcel } = await import('write-excel-file/browser');
  const sheets = capacitySheets(plan, currentLanguage()).map(({ title: name, rows, widths }) => ({
    data: rows.map((row, index) =>
      row.map((value) => (index === 0 ? { value: String(value), fontWeight: 'bold' as const } : cellOf(value))),
    ),
    sheet: name,
    columns: rows[0]!.map((_, column) => ({ width: widths[column] ?? widths.at(-1)! })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
  }));
  saveFile(fileName(title, plan, 'xlsx'), await writeExcel(sheets).toBlob());
}

/** Assumptions and results in one table, with the mark by which spreadsheets know UTF-8. */
export function savePlanCsv(plan: CapacityPlan, title: string): void {
  const lines = capacityCsvTable(plan, currentLanguage()).map((row) =>
    row.map((cell) => csvCell(String(cell ?? ''))).join(','),
  );
  saveFile(fileName(title, plan, 'csv'), `\uFEFF${lines.join('\r\n')}\r\n`);
}

/** All of it, as the command line reads it. */
export function savePlanJson(plan: CapacityPlan, title: string): void {
  saveFile(fileName(title, plan, 'json'), `${JSON.stringify(plan, null, 2)}\n`);
}

/** The lines of a CSV; quoted cells may hold commas, quotes and line breaks. */
export function csvTable(text: string): TableCell[][] {
  const rows: TableCell[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g;
  const body = text.replace(/^\uFEFF/, '');
  for (let match = cells.exec(body); match && match.index <= body.length; match = cells.exec(body)) {
    const [whole, inQuotes, plain, end] = match;
    rows.at(-1)!.push(inQuotes !== undefined ? inQuotes.replaceAll('""', '"') : (plain ?? ''));
    if (end === '' || match.index + whole.length >= body.length) break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** The first sheet of an Excel file, or the lines of a CSV. Throws for a file that is neither. */
export async function readTableFile(file: File): Promise<CapacityTable> {
  if (!/\.xlsx$/i.test(file.name)) return csvTable(await file.text());
  const { readSheet } = await import('read-excel-file/browser');
  return (await readSheet(file)) as CapacityTable;
}
