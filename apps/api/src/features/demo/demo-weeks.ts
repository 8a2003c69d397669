import { addDays, type LocalDate } from '@yotei/time';

/** Weeks that are planned: last week and this week published, next week a draft. */
export const plannedWeeks = (thisWeekOn: LocalDate): LocalDate[] => [-7, 0, 7].map((days) => addDays(thisWeekOn, days));
