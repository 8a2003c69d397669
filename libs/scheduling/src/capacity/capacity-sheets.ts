import { addDays } from '@yotei/time';
import type { LocalisedText, TextLanguage } from '../staffing/index.js';
import { assumptionTable, resultTable, type CapacityTable } from './capacity-table.js';
import type { CapacityPlan } from './capacity-plan.js';

/** One sheet of a workbook, its head in the first row. */
export interface CapacitySheet {
  readonly title: string;
  readonly rows: CapacityTable;
  /** Of the columns, in letters; those not named are as the last one. */
  readonly widths: readonly number[];
}

const TITLES: readonly LocalisedText[] = [
  { en: 'Assumptions', ja: '前提' },
  { en: 'Results', ja: '結果' },
  { en: 'Hiring classes', ja: '採用' },
];
const CLASS_HEAD: Readonly<Record<TextLanguage, readonly string[]>> = {
  en: ['Group', 'Starts on', 'People'],
  ja: ['グループ', '開始日', '人数'],
};

/** The plan as a workbook: assumptions as `readAssumptionTable` reads them back, what comes of them, and the classes. */
export function capacitySheets(plan: CapacityPlan, language: TextLanguage): readonly CapacitySheet[] {
  const titles = new Map(plan.groups.map((group) => [group.id, group.title[language]]));
  const classes = plan.classes.map(({ groupId, week, heads }) => [
    ...[titles.get(groupId) ?? groupId, addDays(plan.firstOn, 7 * week), heads],
  ]);
  const rows = [assumptionTable(plan, language), resultTable(plan, language), [CLASS_HEAD[language], ...classes]];
  return rows.map((own, sheet) => ({
    title: TITLES[sheet]![language],
    rows: own,
    widths: sheet === 2 ? [22, 14, 10] : [22, 30, 11],
  }));
}

/** Assumptions and results in one table; it can be read back like the sheet of assumptions. */
export function capacityCsvTable(plan: CapacityPlan, language: TextLanguage): CapacityTable {
  const [, ...results] = resultTable(plan, language);
  return [...assumptionTable(plan, language), ...results];
}
