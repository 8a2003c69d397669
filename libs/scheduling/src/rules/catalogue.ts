import type { RuleSetting } from '../roster/index.js';
import { activitiesTileShift } from './activities-tile-shift.rule.js';
import { activityWindows } from './activity-windows.rule.js';
import { allowedTemplate } from './allowed-template.rule.js';
import { breakByWorkLength } from './break-by-work-length.rule.js';
import { forbiddenSuccession } from './forbidden-succession.rule.js';
import { maxConsecutiveDays } from './max-consecutive-days.rule.js';
import { maxConsecutiveNights } from './max-consecutive-nights.rule.js';
import { maxContinuousContactMinutes } from './max-continuous-contact-minutes.rule.js';
import { maxDailyPaidMinutes } from './max-daily-paid-minutes.rule.js';
import { maxDaysPerWeek } from './max-days-per-week.rule.js';
import { maxTemplateCount } from './max-template-count.rule.js';
import { maxWeekends } from './max-weekends.rule.js';
import { minConsecutiveDays } from './min-consecutive-days.rule.js';
import { minConsecutiveDaysOff } from './min-consecutive-days-off.rule.js';
import { minRestBetweenShifts } from './min-rest-between-shifts.rule.js';
import { noOverlappingShifts } from './no-overlapping-shifts.rule.js';
import { noWorkInTimeOff } from './no-work-in-time-off.rule.js';
import { oneShiftPerDay } from './one-shift-per-day.rule.js';
import { periodPaidMinutes } from './period-paid-minutes.rule.js';
import { skillForQueue } from './skill-for-queue.rule.js';
import { templateActivityLengths } from './template-activity-lengths.rule.js';
import { templateStartWindow } from './template-start-window.rule.js';
import { weeklyPaidMinutes } from './weekly-paid-minutes.rule.js';
import { weeklyRestDay } from './weekly-rest-day.rule.js';
import { withinAvailability } from './within-availability.rule.js';
import type { WorkRule } from './work-rule.js';

/** Every work rule, in the order in which breaches of one moment are shown. One line a rule. */
export const WORK_RULES: readonly WorkRule[] = [
  activitiesTileShift,
  noOverlappingShifts,
  noWorkInTimeOff,
  withinAvailability,
  oneShiftPerDay,
  minRestBetweenShifts,
  maxConsecutiveDays,
  weeklyRestDay,
  maxDaysPerWeek,
  weeklyPaidMinutes,
  maxDailyPaidMinutes,
  allowedTemplate,
  templateStartWindow,
  activityWindows,
  templateActivityLengths,
  breakByWorkLength,
  skillForQueue,
  maxContinuousContactMinutes,
  minConsecutiveDays,
  minConsecutiveDaysOff,
  maxConsecutiveNights,
  maxWeekends,
  periodPaidMinutes,
  maxTemplateCount,
  forbiddenSuccession,
];

const byId = new Map(WORK_RULES.map((rule) => [rule.id, rule]));

/** The rule with that id, or undefined. */
export function findRule(id: string): WorkRule | undefined {
  return byId.get(id);
}

/** Cost of a minute, day or count beyond a preferred rule: small beside an agent short, so that pauses never empty a queue. */
const PREFER_WEIGHTS: Readonly<Record<WorkRule['amountUnit'], number>> = { minutes: 0.02, days: 20, count: 20 };

/** Rules of a new centre at their default level with their default parameters; rules to be asked for are left out. */
export function defaultRuleSettings(): RuleSetting[] {
  return WORK_RULES.filter((rule) => !rule.optIn).map(({ id, defaultLevel, amountUnit }) =>
    defaultLevel === 'must'
      ? { ruleId: id, level: defaultLevel }
      : { ruleId: id, level: defaultLevel, weight: PREFER_WEIGHTS[amountUnit] },
  );
}
