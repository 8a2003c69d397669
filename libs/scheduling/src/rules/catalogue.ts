import type { RuleParameters, RuleSetting } from '../roster/index.js';
import { activitiesTileShift } from './activities-tile-shift.rule.js';
import { activityMinutes } from './activity-minutes.rule.js';
import { activityWindows } from './activity-windows.rule.js';
import { allowedTemplate } from './allowed-template.rule.js';
import { averageWeekMinutes } from './average-week-minutes.rule.js';
import { breakByWorkLength } from './break-by-work-length.rule.js';
import { breakLatestStart } from './break-latest-start.rule.js';
import { dayBoundMinutes } from './day-bound-minutes.rule.js';
import { daysOffInWeeks } from './days-off-in-weeks.rule.js';
import { forbiddenSuccession } from './forbidden-succession.rule.js';
import { freeWeekdays } from './free-weekdays.rule.js';
import { maxBackwardStarts } from './max-backward-starts.rule.js';
import { maxConsecutiveDays } from './max-consecutive-days.rule.js';
import { maxConsecutiveDaysOff } from './max-consecutive-days-off.rule.js';
import { maxConsecutiveNights } from './max-consecutive-nights.rule.js';
import { maxConsecutiveWeekends } from './max-consecutive-weekends.rule.js';
import { maxContinuousContactMinutes } from './max-continuous-contact-minutes.rule.js';
import { maxDailyPaidMinutes } from './max-daily-paid-minutes.rule.js';
import { maxDaysPerWeek } from './max-days-per-week.rule.js';
import { maxLongOvertimeMonths } from './max-long-overtime-months.rule.js';
import { maxNightShiftMinutes } from './max-night-shift-minutes.rule.js';
import { maxOvertimeMonths } from './max-overtime-months.rule.js';
import { maxOvertimeYear } from './max-overtime-year.rule.js';
import { maxTemplateCount } from './max-template-count.rule.js';
import { maxWeekMinutes } from './max-week-minutes.rule.js';
import { maxWeekends } from './max-weekends.rule.js';
import { maxWorkWithoutBreak } from './max-work-without-break.rule.js';
import { minConsecutiveDays } from './min-consecutive-days.rule.js';
import { minConsecutiveDaysOff } from './min-consecutive-days-off.rule.js';
import { minPauseMinutes } from './min-pause-minutes.rule.js';
import { minRestBetweenShifts } from './min-rest-between-shifts.rule.js';
import { minStartDistance } from './min-start-distance.rule.js';
import { nightWorkerHours } from './night-worker-hours.rule.js';
import { noOverlappingShifts } from './no-overlapping-shifts.rule.js';
import { noWorkInTimeOff } from './no-work-in-time-off.rule.js';
import { oneShiftPerDay } from './one-shift-per-day.rule.js';
import { periodDaysOff } from './period-days-off.rule.js';
import { periodPaidMinutes } from './period-paid-minutes.rule.js';
import { restBreaksByHours } from './rest-breaks-by-hours.rule.js';
import { rollingPaidMinutes } from './rolling-paid-minutes.rule.js';
import { skillForQueue } from './skill-for-queue.rule.js';
import { startTimeRange } from './start-time-range.rule.js';
import { templateActivityLengths } from './template-activity-lengths.rule.js';
import { templateStartWindow } from './template-start-window.rule.js';
import { weekBoundMinutes } from './week-bound-minutes.rule.js';
import { weeklyPaidMinutes } from './weekly-paid-minutes.rule.js';
import { weeklyRest } from './weekly-rest.rule.js';
import { weeklyRestDay } from './weekly-rest-day.rule.js';
import { withinAvailability } from './within-availability.rule.js';
import { youngBreak } from './young-break.rule.js';
import { youngDayMinutes } from './young-day-minutes.rule.js';
import { youngNight } from './young-night.rule.js';
import { youngRest } from './young-rest.rule.js';
import { youngWeekMinutes } from './young-week-minutes.rule.js';
import { resolveParameters } from './rule-parts.js';
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
  maxWeekMinutes,
  averageWeekMinutes,
  rollingPaidMinutes,
  maxOvertimeMonths,
  maxOvertimeYear,
  maxLongOvertimeMonths,
  weeklyRest,
  daysOffInWeeks,
  freeWeekdays,
  nightWorkerHours,
  maxNightShiftMinutes,
  youngNight,
  youngDayMinutes,
  youngWeekMinutes,
  youngRest,
  youngBreak,
  startTimeRange,
  maxBackwardStarts,
  breakLatestStart,
  restBreaksByHours,
  maxWorkWithoutBreak,
  minPauseMinutes,
  activityMinutes,
  maxConsecutiveDaysOff,
  minStartDistance,
  maxConsecutiveWeekends,
  periodDaysOff,
  dayBoundMinutes,
  weekBoundMinutes,
];

const byId = new Map(WORK_RULES.map((rule) => [rule.id, rule]));

/** The rule with that id, or undefined. */
export function findRule(id: string): WorkRule | undefined {
  return byId.get(id);
}

/** Days before a horizon that the rules of these settings look back on; those the catalogue does not hold ask for none. */
export function lookBackDaysOf(
  settings: readonly { readonly ruleId: string; readonly parameters?: Readonly<Record<string, unknown>> }[],
): number {
  return settings.reduce((most, { ruleId, parameters }) => {
    const rule = byId.get(ruleId);
    return rule
      ? Math.max(most, rule.lookBackDays(resolveParameters(rule, parameters as RuleParameters | undefined)))
      : most;
  }, 0);
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
