import type { RosterProblem } from '@yotei/scheduling/roster';

/** Parameters of the rules judged here, as they stand in settings. */
export interface LawParameters {
  readonly weekMost: number;
  readonly average: number;
  readonly averageWeeks: number;
  readonly rollingMost: number;
  readonly rollingDays: number;
  readonly overtime: number;
  readonly fewestMonths: number;
  readonly mostMonths: number;
  readonly yearOvertime: number;
  readonly yearStart: number;
  readonly longMonth: number;
  readonly longMonths: number;
  readonly longRest: number;
  readonly restWeeks: number;
  readonly daysOff: number;
  readonly offWeeks: number;
  readonly weekday: number;
  readonly freeDays: number;
  readonly freeWeeks: number;
  readonly nightShifts: number;
  readonly nightWeeks: number;
  readonly nightFrom: number;
  readonly nightUntil: number;
  readonly nightMost: number;
  readonly youngDay: number;
  readonly youngWeek: number;
  readonly youngRest: number;
  readonly youngWork: number;
  readonly startRange: number;
  readonly startWeeks: number;
  readonly steps: number;
  readonly stepWeeks: number;
  readonly mealWork: number;
  readonly mealMinutes: number;
  readonly mealLatest: number;
  readonly meal: number;
  readonly pauseEvery: number;
  readonly pauseMinutes: number;
  readonly stretch: number;
  readonly leastPause: number;
  readonly trainingLeast: number;
  readonly trainingMost: number;
  readonly trainingWeeks: number;
}

/** The settings that ask for these parameters. */
export function lawRules(p: LawParameters): RosterProblem['rules'] {
  const night = { nightFromMinute: p.nightFrom, nightUntilMinute: p.nightUntil };
  const overtime = {
    averageMinutes: p.overtime,
    fewestMonths: p.fewestMonths,
    mostMonths: p.mostMonths,
  };
  const settings: Record<string, Record<string, number | string>> = {
    'max-week-minutes': { maxMinutes: p.weekMost },
    'average-week-minutes': { averageMinutes: p.average, weeks: p.averageWeeks },
    'rolling-paid-minutes': { maxMinutes: p.rollingMost, windowDays: p.rollingDays },
    'max-overtime-months': overtime,
    'max-overtime-year': { maxMinutes: p.yearOvertime, yearStartMonth: p.yearStart },
    'max-long-overtime-months': { monthMinutes: p.longMonth, months: p.longMonths },
    'weekly-rest': { longRestMinutes: p.longRest, weeks: p.restWeeks },
    'days-off-in-weeks': { daysOffTogether: p.daysOff, weeks: p.offWeeks },
    'free-weekdays': { weekday: p.weekday, freeDays: p.freeDays, weeks: p.freeWeeks },
    'night-worker-hours': { averageMinutes: p.average, weeks: p.nightWeeks, nightShifts: p.nightShifts, ...night },
    'max-night-shift-minutes': { maxMinutes: p.nightMost, ...night },
    'young-night': night,
    'young-day-minutes': { maxMinutes: p.youngDay },
    'young-week-minutes': { maxMinutes: p.youngWeek },
    'young-rest': { restMinutes: p.youngRest },
    'young-break': { workMinutes: p.youngWork, breakMinutes: 30 },
    'start-time-range': { rangeMinutes: p.startRange, periodWeeks: p.startWeeks },
    'max-backward-starts': { steps: p.steps, toleranceMinutes: 60, periodWeeks: p.stepWeeks },
    'break-latest-start': {
      workMinutes: p.mealWork,
      breakMinutes: p.mealMinutes,
      latestStartMinutes: p.mealLatest,
      breakNumber: p.meal,
    },
    'rest-breaks-by-hours': { everyMinutes: p.pauseEvery, fromMinutes: 210, breakMinutes: p.pauseMinutes },
    'max-work-without-break': { workMinutes: p.stretch, breakMinutes: 15 },
    'min-pause-minutes': { pauseMinutes: p.leastPause },
    'activity-minutes': {
      activityTypes: 'training',
      minMinutes: p.trainingLeast,
      maxMinutes: p.trainingMost,
      periodWeeks: p.trainingWeeks,
    },
  };
  return Object.entries(settings).map(([ruleId, parameters]) => ({ ruleId, level: 'must', parameters }));
}
