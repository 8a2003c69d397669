import {
  assumptionTable,
  resultTable,
  type CapacityPlan,
  type CapacityTable,
  type TableCell,
} from '@yotei/scheduling/capacity';
import { csvCell } from '../../app/csv-text.js';
import { currentLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { saveFile } from '../../app/save-file.js';
import { weekOn } from './plan-edits.js';

const fileName = (title: string, plan: CapacityPlan, ending: string): string =>
  `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim()} ${plan.firstOn}.${ending}`;

const cellOf = (value: TableCell) =>
  typeof value === 'number'
    ? { value, type: Number as NumberConstructor }
    : { value: String(value ?? ''), type: String as StringConstructor };

/** Three sheets: assumptions as they can be read back, what comes of them, and the classes. */
export async function savePlanExcel(plan: CapacityPlan, title: string): Promise<void> {
  const { default: writeExcel } = await import('write-excel-file/browser');
  const language = currentLanguage();
  const sheet = (table: CapacityTable, name: string) => ({
    data: table.map((row, index) =>
      row.map((value) => (index === 0 ? { value: String(value), fontWeight: 'bold' as const } : cellOf(value))),
    ),
    sheet: name,
    columns: [{ width: 22 }, { width: 30 }, ...Array.from({ length: plan.weeks }, () => ({ width: 11 }))],
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
  });
  const titles = new Map(plan.groups.map((group) => [group.id, local(group.title)]));
  const classes: CapacityTable = [
    [t('capacity.group'), t('capacity.startsOn'), t('capacity.heads')],
    ...plan.classes.map(({ groupId, week, heads }) => [titles.get(groupId) ?? groupId, weekOn(plan, week), heads]),
  ];
  const file = await writeExcel([
    sheet(assumptionTable(plan, language), t('capacity.sheetAssumptions')),
    sheet(resultTable(plan, language), t('capacity.sheetResults')),
    { ...sheet(classes, t('capacity.sheetClasses')), columns: [{ width: 22 }, { width: 14 }, { width: 10 }] },
  ]).toBlob();
  saveFile(fileName(title, plan, 'xlsx'), file);
}

/** Assumptions and results in one table, with the mark by which spreadsheets know UTF-8. */
export function savePlanCsv(plan: CapacityPlan, title: string): void {
  const language = currentLanguage();
  const [, ...results] = resultTable(plan, language);
  const lines = [...assumptionTable(plan, language), ...results].map((row) =>
    row.map((cell) => csvCell(String(cell ?? ''))).join(','),
  );
  saveFile(fileName(title, plan, 'csv'), `\uFEFF${lines.join('\r\n')}\r\n`);
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
