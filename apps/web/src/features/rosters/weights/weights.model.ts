import type { MessageId } from '../../../app/i18n/t.js';
import type { PlanningWeightsFieldsFragment } from '../../../graphql/generated/graphql.js';

export type PlanningWeights = PlanningWeightsFieldsFragment;
export type PlanningWeight = PlanningWeights['weights'][number];

/** Label and sentence of each weight; one the page does not know yet is shown by its id. */
export const WEIGHT_TEXTS: Readonly<Record<string, readonly [label: MessageId, sentence: MessageId]>> = {
  'short-first': ['weights.shortFirst', 'weights.shortFirstText'],
  'short-second': ['weights.shortSecond', 'weights.shortSecondText'],
  'short-beyond': ['weights.shortBeyond', 'weights.shortBeyondText'],
  'over-first': ['weights.overFirst', 'weights.overFirstText'],
  'over-second': ['weights.overSecond', 'weights.overSecondText'],
  'over-beyond': ['weights.overBeyond', 'weights.overBeyondText'],
  'memory-weeks': ['weights.memoryWeeks', 'weights.memoryWeeksText'],
  night: ['weights.night', 'weights.nightText'],
  early: ['weights.early', 'weights.earlyText'],
  late: ['weights.late', 'weights.lateText'],
  weekend: ['weights.weekend', 'weights.weekendText'],
  'denied-wish': ['weights.deniedWish', 'weights.deniedWishText'],
  'quick-return': ['weights.quickReturn', 'weights.quickReturnText'],
  'quick-return-hours': ['weights.quickReturnHours', 'weights.quickReturnHoursText'],
  'backward-rotation': ['weights.backwardRotation', 'weights.backwardRotationText'],
  'changed-day': ['weights.changedDay', 'weights.changedDayText'],
  'moved-hour': ['weights.movedHour', 'weights.movedHourText'],
  'moved-break': ['weights.movedBreak', 'weights.movedBreakText'],
  'units-per-currency': ['weights.unitsPerCurrency', 'weights.unitsPerCurrencyText'],
  'pay-per-hour': ['weights.payPerHour', 'weights.payPerHourText'],
  'night-premium': ['weights.nightPremium', 'weights.nightPremiumText'],
  'weekend-premium': ['weights.weekendPremium', 'weights.weekendPremiumText'],
  'overtime-premium': ['weights.overtimePremium', 'weights.overtimePremiumText'],
};

export const GROUP_TEXTS: Readonly<Record<string, readonly [title: MessageId, sentence: MessageId]>> = {
  staffing: ['weights.groupStaffing', 'weights.groupStaffingText'],
  fairness: ['weights.groupFairness', 'weights.groupFairnessText'],
  wellbeing: ['weights.groupWellbeing', 'weights.groupWellbeingText'],
  stability: ['weights.groupStability', 'weights.groupStabilityText'],
  money: ['weights.groupMoney', 'weights.groupMoneyText'],
};

const UNITS: Readonly<Record<string, MessageId | null>> = {
  'memory-weeks': 'weights.weeks',
  'quick-return-hours': 'weights.hours',
  'pay-per-hour': 'weights.perHour',
  'night-premium': null,
  'weekend-premium': null,
  'overtime-premium': null,
};

/** The unit beside a weight's field; null for shares, which are shown in per cent. */
export const unitOf = (id: string): MessageId | null => (id in UNITS ? UNITS[id]! : 'weights.points');

/** Weights by group, groups in the order of the server. */
export function byGroup(weights: readonly PlanningWeight[]): Map<string, PlanningWeight[]> {
  const groups = new Map<string, PlanningWeight[]>();
  for (const weight of weights) groups.set(weight.group, [...(groups.get(weight.group) ?? []), weight]);
  return groups;
}

export type Draft = Readonly<Record<string, number>>;

export const draftOf = ({ weights }: PlanningWeights): Draft =>
  Object.fromEntries(weights.map(({ id, value }) => [id, value]));

/** Weights whose draft differs from what is in force. */
export const changedCount = ({ weights }: PlanningWeights, draft: Draft): number =>
  weights.filter(({ id, value }) => draft[id] !== value).length;

/** Ids of bands that would cost less than the band before. */
export function bandsOutOfOrder(draft: Draft): ReadonlySet<string> {
  const wrong = new Set<string>();
  for (const side of ['short', 'over']) {
    if (draft[`${side}-second`]! < draft[`${side}-first`]!) wrong.add(`${side}-second`);
    if (draft[`${side}-beyond`]! < draft[`${side}-second`]!) wrong.add(`${side}-beyond`);
  }
  return wrong;
}
