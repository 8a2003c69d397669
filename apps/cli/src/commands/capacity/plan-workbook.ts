import { capacityCsvTable, capacitySheets, type CapacityPlan } from '@yotei/scheduling/capacity';
import type { TextLanguage } from '@yotei/scheduling/staffing';
import { csvLine } from '../../io/csv-writer.js';
import { writeFileWhole } from '../../io/output-file.js';

/** The workbook the web saves. */
export async function writeWorkbook(path: string, plan: CapacityPlan, language: TextLanguage): Promise<void> {
  const { default: writeExcel } = await import('write-excel-file/node');
  const sheets = capacitySheets(plan, language).map(({ title, rows, widths }) => ({
    data: rows.map((row, index) =>
      row.map((value) =>
        index > 0 && typeof value === 'number'
          ? { value, type: Number as NumberConstructor }
          : {
              value: String(value ?? ''),
              type: String as StringConstructor,
              ...(index === 0 && { fontWeight: 'bold' as const }),
            },
      ),
    ),
    sheet: title,
    columns: rows[0]!.map((_, column) => ({ width: widths[column] ?? widths.at(-1)! })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
  }));
  await writeExcel(sheets).toFile(path);
}

/** Assumptions and results, with the mark by which spreadsheets know UTF-8. */
export async function writeCsv(path: string, plan: CapacityPlan, language: TextLanguage): Promise<void> {
  const lines = capacityCsvTable(plan, language).map((row) =>
    csvLine(row.map((cell) => String(cell ?? ''))).replace(/\n$/, '\r\n'),
  );
  await writeFileWhole(path, ['\uFEFF', ...lines]);
}
