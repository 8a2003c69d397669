import { addDays, daysBetween, isLocalDate, type LocalDate } from '@yotei/time';
import type { LocalisedText } from '../staffing/index.js';
import type { TextLanguage } from '../staffing/index.js';
import type { CapacityGroup, CapacityPlan } from './capacity-plan.js';
import { evaluateCapacity } from './evaluate-capacity.js';
import { ASSUMPTION_ROWS, RESULT_ROWS, type AssumptionRow } from './weekly-rows.js';

/** A cell as spreadsheets and CSV give it; null = empty. */
export type TableCell = string | number | boolean | Date | null;
export type CapacityTable = readonly (readonly TableCell[])[];

const HEAD: Readonly<Record<TextLanguage, readonly [string, string]>> = {
  en: ['Group', 'Row'],
  ja: ['グループ', '行'],
};
const LABELS = 2;

const mondays = ({ firstOn, weeks }: CapacityPlan): LocalDate[] =>
  Array.from({ length: weeks }, (_, week) => addDays(firstOn, 7 * week));

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The weekly assumptions as a sheet: a line for each group and row, a column for each week. */
export function assumptionTable(plan: CapacityPlan, language: TextLanguage): CapacityTable {
  return [
    [...HEAD[language], ...mondays(plan)],
    ...plan.groups.flatMap((group) =>
      ASSUMPTION_ROWS.map(({ id, title }) => [group.title[language], title[language], ...group[id].map(tidy)]),
    ),
  ];
}

/** What comes out of the plan in the same shape. */
export function resultTable(plan: CapacityPlan, language: TextLanguage): CapacityTable {
  const { groups } = evaluateCapacity(plan);
  return [
    [...HEAD[language], ...mondays(plan)],
    ...plan.groups.flatMap((group, index) =>
      RESULT_ROWS.map(({ id, title }) => [
        group.title[language],
        title[language],
        ...groups[index]!.map((week) => tidy(week[id])),
      ]),
    ),
  ];
}

export interface TableEdit {
  readonly groupId: string;
  readonly row: AssumptionRow;
  readonly week: number;
  readonly value: number;
}

export interface TableFault {
  /** As a spreadsheet counts: the first row is 1. Null: the whole row. */
  readonly row: number;
  readonly column: number | null;
  readonly message: LocalisedText;
}

export interface ReadTable {
  readonly edits: readonly TableEdit[];
  readonly faults: readonly TableFault[];
  /** Cells with a number of the plan's weeks. */
  readonly cells: number;
}

function dateOf(cell: TableCell): LocalDate | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell ?? '')
    .trim()
    .replaceAll('/', '-')
    .replace(/-(\d)(?!\d)/g, '-0$1');
  return isLocalDate(text) ? text : null;
}

/** A number as typed: full-width digits, thousands and a percent sign are understood; null = not one. */
export function numberOf(cell: TableCell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = cell.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-');
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(%?)$/.exec(text);
  return match ? Number(match[1]) / (match[2] ? 100 : 1) : null;
}

const same = (cell: TableCell, ...names: string[]): boolean => {
  const text = String(cell ?? '')
    .normalize('NFKC')
    .trim()
    .toLowerCase();
  return names.some((name) => name.normalize('NFKC').trim().toLowerCase() === text);
};

const groupOf = (plan: CapacityPlan, cell: TableCell): CapacityGroup | undefined =>
  plan.groups.find(({ id, title }) => same(cell, id, title.en, title.ja));

const rowOf = (cell: TableCell) => ASSUMPTION_ROWS.find(({ id, title }) => same(cell, id, title.en, title.ja));

interface HeadColumn {
  readonly index: number;
  readonly week: number;
}

function headOf(plan: CapacityPlan, cells: readonly TableCell[]): { columns: HeadColumn[]; faults: TableFault[] } {
  const columns: HeadColumn[] = [];
  const faults: TableFault[] = [];
  cells.slice(LABELS).forEach((cell, offset) => {
    const index = offset + LABELS;
    if (cell === null || cell === '') return;
    const on = dateOf(cell);
    if (!on) {
      faults.push({
        row: 1,
        column: index + 1,
        message: { en: `"${String(cell)}" is no date`, ja: `「${String(cell)}」は日付ではありません` },
      });
      return;
    }
    const week = daysBetween(plan.firstOn, on) / 7;
    if (Number.isInteger(week) && week >= 0 && week < plan.weeks) columns.push({ index, week });
    else
      faults.push({
        row: 1,
        column: index + 1,
        message: { en: `${on} is no week of the plan`, ja: `${on}は計画の週ではありません` },
      });
  });
  return { columns, faults };
}

/**
 * A sheet of weekly assumptions as changes of the plan. Groups and rows are known by id or by title in either language;
 * lines of results are passed over; empty cells change nothing; whatever cannot be read is named with its place, and the
 * rest is read all the same.
 */
export function readAssumptionTable(plan: CapacityPlan, table: CapacityTable): ReadTable {
  const [head, ...lines] = table;
  if (!head) return { edits: [], cells: 0, faults: [] };
  const { columns, faults } = headOf(plan, head);
  const edits: TableEdit[] = [];
  let cells = 0;
  lines.forEach((line, index) => {
    const row = index + 2;
    if (line.every((cell) => cell === null || cell === '')) return;
    const [group, wanted] = [groupOf(plan, line[0] ?? null), rowOf(line[1] ?? null)];
    if (!group || !wanted) {
      if (group && RESULT_ROWS.some(({ id, title }) => same(line[1] ?? null, id, title.en, title.ja))) return;
      const [what, kind] = group ? [line[1], ['row', '行']] : [line[0], ['group', 'グループ']];
      faults.push({
        row,
        column: group ? 2 : 1,
        message: { en: `no ${kind[0]} "${String(what ?? '')}"`, ja: `${kind[1]}「${String(what ?? '')}」はありません` },
      });
      return;
    }
    for (const column of columns) {
      const cell = line[column.index] ?? null;
      if (cell === null || cell === '') continue;
      const value = numberOf(cell);
      if (value === null) {
        faults.push({
          row,
          column: column.index + 1,
          message: { en: `"${String(cell)}" is no number`, ja: `「${String(cell)}」は数値ではありません` },
        });
        continue;
      }
      cells += 1;
      if (Math.abs(value - group[wanted.id][column.week]!) > 1e-6)
        edits.push({ groupId: group.id, row: wanted.id, week: column.week, value });
    }
  });
  return { edits, faults, cells };
}

/** The plan with single weeks of assumptions changed. */
export function withEdits(plan: CapacityPlan, edits: readonly TableEdit[]): CapacityPlan {
  if (edits.length === 0) return plan;
  return {
    ...plan,
    groups: plan.groups.map((group) => {
      const own = edits.filter(({ groupId }) => groupId === group.id);
      if (own.length === 0) return group;
      const rows: Partial<Record<AssumptionRow, number[]>> = {};
      for (const { row, week, value } of own) (rows[row] ??= [...group[row]])[week] = value;
      return { ...group, ...rows };
    }),
  };
}
