import { readFile } from 'node:fs/promises';
import { capacityFaults, readAssumptionTable, withEdits, type CapacityPlan } from '@yotei/scheduling/capacity';
import type { CapacityTable } from '@yotei/scheduling/capacity';
import type { TextLanguage } from '@yotei/scheduling/staffing';
import { parse } from 'csv-parse/sync';
import { badInput, ProblemList } from '../../frame/problem-list.js';
import { textOf } from '../../io/text-of-file.js';

async function wholeText(path: string): Promise<string> {
  let text = '';
  for await (const part of textOf(path)) text += part;
  return text;
}

/** A plan as the web saves it; everything wrong with it is named. */
export async function readPlan(path: string, language: TextLanguage): Promise<CapacityPlan> {
  let plan: CapacityPlan;
  try {
    plan = JSON.parse(await wholeText(path)) as CapacityPlan;
  } catch (error) {
    throw badInput({ file: path, message: `cannot be read as JSON: ${(error as Error).message}` });
  }
  const problems = new ProblemList();
  for (const fault of capacityFaults(plan))
    problems.add({ file: path, field: fault.path, message: fault.message[language] });
  problems.throwIfAny();
  return plan;
}

/** The first sheet of a workbook, or the lines of a CSV. */
async function tableOf(path: string): Promise<CapacityTable> {
  if (!/\.xlsx$/i.test(path))
    return parse(await wholeText(path), { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  const { readSheet } = await import('read-excel-file/node');
  return (await readSheet(await readFile(path))) as CapacityTable;
}

/** The plan with the assumptions of a workbook or CSV as the web and `--excel` write them; one wrong cell refuses all. */
export async function withAssumptions(
  plan: CapacityPlan,
  path: string,
  language: TextLanguage,
): Promise<{ readonly plan: CapacityPlan; readonly changed: number }> {
  let table: CapacityTable;
  try {
    table = await tableOf(path);
  } catch (error) {
    throw badInput({ file: path, message: `cannot be read as a workbook or CSV: ${(error as Error).message}` });
  }
  const { edits, faults } = readAssumptionTable(plan, table);
  const problems = new ProblemList();
  for (const { row, column, message } of faults)
    problems.add({
      file: path,
      line: row,
      ...(column === null ? {} : { field: `column ${column}` }),
      message: message[language],
    });
  const edited = withEdits(plan, edits);
  for (const fault of capacityFaults(edited))
    problems.add({ file: path, field: fault.path, message: fault.message[language] });
  problems.throwIfAny();
  return { plan: edited, changed: edits.length };
}
