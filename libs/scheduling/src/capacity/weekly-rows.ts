import type { LocalisedText } from '../staffing/index.js';
import type { CapacityGroup, Weekly } from './capacity-plan.js';
import type { CapacityColumn } from './evaluate-capacity.js';

/** What a number is: how it is written, and how a typed one is read. */
export type CapacityUnit = 'count' | 'seconds' | 'fraction' | 'heads' | 'fte' | 'hours' | 'money';

type WeeklyName = { [K in keyof CapacityGroup]: CapacityGroup[K] extends Weekly ? K : never }[keyof CapacityGroup];
export type AssumptionRow = Exclude<WeeklyName, never>;

/** The assumptions of a group that are given week by week, in the order they are shown. */
export const ASSUMPTION_ROWS: readonly {
  readonly id: AssumptionRow;
  readonly title: LocalisedText;
  readonly unit: CapacityUnit;
}[] = [
  { id: 'contacts', title: { en: 'Contacts', ja: 'コンタクト数' }, unit: 'count' },
  { id: 'handleSeconds', title: { en: 'Handle time', ja: '平均処理時間' }, unit: 'seconds' },
  { id: 'spreadFraction', title: { en: 'Uncertainty (±)', ja: '予測の幅(±)' }, unit: 'fraction' },
  { id: 'inOfficeShrinkage', title: { en: 'Shrinkage in the office', ja: '社内シュリンケージ' }, unit: 'fraction' },
  { id: 'outOfOfficeShrinkage', title: { en: 'Leave and sickness', ja: '休暇・欠勤' }, unit: 'fraction' },
  { id: 'weeklyAttrition', title: { en: 'Attrition a week', ja: '週あたり離職率' }, unit: 'fraction' },
  { id: 'headChange', title: { en: 'Known to come or go', ja: '予定の増減' }, unit: 'heads' },
  { id: 'overtimeMax', title: { en: 'Overtime at most', ja: '残業の上限' }, unit: 'fraction' },
  { id: 'timeOffMax', title: { en: 'Voluntary time off at most', ja: '早上がりの上限' }, unit: 'fraction' },
  { id: 'outsourcedMin', title: { en: 'Outsourced at least', ja: '外部委託の下限' }, unit: 'fraction' },
  { id: 'outsourcedMax', title: { en: 'Outsourced at most', ja: '外部委託の上限' }, unit: 'fraction' },
];

/** What comes out week by week, in the order it is shown. */
export const RESULT_ROWS: readonly {
  readonly id: CapacityColumn;
  readonly title: LocalisedText;
  readonly unit: CapacityUnit;
}[] = [
  { id: 'workloadHours', title: { en: 'Handling', ja: '処理時間' }, unit: 'hours' },
  { id: 'requiredHours', title: { en: 'Required hours', ja: '必要時間' }, unit: 'hours' },
  { id: 'requiredFteNet', title: { en: 'Required FTE on contacts', ja: '必要FTE(対応のみ)' }, unit: 'fte' },
  { id: 'requiredFte', title: { en: 'Required FTE with shrinkage', ja: '必要FTE(シュリンケージ込)' }, unit: 'fte' },
  { id: 'heads', title: { en: 'People', ja: '在籍人数' }, unit: 'heads' },
  { id: 'joined', title: { en: 'Joining', ja: '入社' }, unit: 'heads' },
  { id: 'left', title: { en: 'Leaving', ja: '退職' }, unit: 'heads' },
  { id: 'inTraining', title: { en: 'In training', ja: '研修中' }, unit: 'heads' },
  { id: 'availableFte', title: { en: 'Available FTE', ja: '稼働可能FTE' }, unit: 'fte' },
  { id: 'effectiveFte', title: { en: 'Effective FTE', ja: '実効FTE' }, unit: 'fte' },
  { id: 'gapFte', title: { en: 'Gap FTE', ja: '過不足FTE' }, unit: 'fte' },
  { id: 'gapFraction', title: { en: 'Gap', ja: '過不足率' }, unit: 'fraction' },
  { id: 'overtimeFraction', title: { en: 'Overtime', ja: '残業' }, unit: 'fraction' },
  { id: 'timeOffFraction', title: { en: 'Voluntary time off', ja: '早上がり' }, unit: 'fraction' },
  { id: 'outsourcedFraction', title: { en: 'Outsourced', ja: '外部委託' }, unit: 'fraction' },
  { id: 'shortHours', title: { en: 'Hours still short', ja: '残る不足時間' }, unit: 'hours' },
  { id: 'shortFraction', title: { en: 'Still short', ja: '残る不足率' }, unit: 'fraction' },
  { id: 'occupancyFraction', title: { en: 'Occupancy', ja: '稼働率' }, unit: 'fraction' },
  { id: 'wages', title: { en: 'Wages', ja: '給与' }, unit: 'money' },
  { id: 'overtimeCost', title: { en: 'Overtime cost', ja: '残業代' }, unit: 'money' },
  { id: 'timeOffSaved', title: { en: 'Saved by time off', ja: '早上がりによる節約' }, unit: 'money' },
  { id: 'outsourcedCost', title: { en: 'Outsourcing cost', ja: '外部委託費' }, unit: 'money' },
  { id: 'hiringCost', title: { en: 'Hiring cost', ja: '採用費' }, unit: 'money' },
  { id: 'trainingCost', title: { en: 'Training cost', ja: '研修費' }, unit: 'money' },
  { id: 'cost', title: { en: 'Cost', ja: '費用合計' }, unit: 'money' },
];
