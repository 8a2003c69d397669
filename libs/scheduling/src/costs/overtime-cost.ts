import type { CostTerms } from './cost-terms.js';

/** People of one contract, for the hours from which overtime is due. */
export interface ContractHours {
  readonly agents: number;
  readonly paidHoursPerWeek: number;
}

/**
 * Paid hours of a stretch of `weeks` weeks (a seventh is a day) beyond what the contracts hold; where a premium starts
 * later than the contract's hours, beyond that.
 */
export function overtimeHours(
  paidHours: number,
  contracts: readonly ContractHours[],
  { weeks, afterWeeklyHours }: { readonly weeks: number; readonly afterWeeklyHours?: number },
): number {
  const held = contracts.reduce(
    (sum, { agents, paidHoursPerWeek }) => sum + agents * Math.max(paidHoursPerWeek, afterWeeklyHours ?? 0),
    0,
  );
  return Math.max(0, paidHours - held * weeks);
}

type Terms = Pick<CostTerms, 'premiums'>;

/** Overtime premiums by the limit they are due from. */
function overtimeOf({ premiums }: Terms) {
  const all = premiums.filter((premium) => premium.kind === 'overtime');
  return {
    daily: all.filter(({ afterDailyHours }) => afterDailyHours !== undefined),
    weekly: all.filter((premium) => premium.afterDailyHours === undefined && premium.afterMonthlyHours === undefined),
    monthly: all.filter(({ afterMonthlyHours }) => afterMonthlyHours !== undefined),
  };
}

/** Overtime premiums of a stretch by its weeks alone: each premium on the hours beyond its own limit. */
export function overtimePremium(
  terms: Terms,
  paidHours: number,
  of: { readonly contracts: readonly ContractHours[]; readonly weeks: number; readonly perPaidHour: number },
): number {
  let sum = 0;
  for (const { fraction, afterWeeklyHours } of overtimeOf(terms).weekly)
    sum += fraction * overtimeHours(paidHours, of.contracts, { weeks: of.weeks, afterWeeklyHours });
  return sum * of.perPaidHour;
}

/** A week, or a part of one, of people who share their work evenly. */
export interface WeekOfHours {
  /** Paid hours of each local day. */
  readonly paidHours: readonly number[];
  readonly contracts: readonly ContractHours[];
  readonly perPaidHour: number;
  /** Days one person works in a week. */
  readonly daysPerWeek: number;
}

/**
 * Overtime premiums of a week by its days and as a whole. Nobody knows who works when, so the people are taken to come where
 * the work is: each day's share of their working days, at most all of them. That is the least it can cost. Hours beyond a
 * day's limit are not counted in the week again.
 */
export function weekOvertimePremium(terms: Terms, week: WeekOfHours): number {
  const { paidHours, contracts, perPaidHour, daysPerWeek } = week;
  const { daily } = overtimeOf(terms);
  const total = paidHours.reduce((sum, hours) => sum + hours, 0);
  const weeks = paidHours.length / 7;
  if (daily.length === 0 || !(total > 0)) return overtimePremium(terms, total, { contracts, weeks, perPaidHour });
  const people = contracts.reduce((sum, { agents }) => sum + agents, 0);
  const personDays = people * daysPerWeek * weeks;
  const beyond = (limit: number): number =>
    paidHours.reduce((sum, hours) => {
      const here = Math.min(people, (personDays * hours) / total);
      return sum + Math.max(0, hours - here * limit);
    }, 0);
  const least = Math.min(...daily.map(({ afterDailyHours }) => afterDailyHours!));
  const ofDays = daily.reduce((sum, { fraction, afterDailyHours }) => sum + fraction * beyond(afterDailyHours!), 0);
  const ofWeek = overtimePremium(terms, total - beyond(least), { contracts, weeks, perPaidHour });
  return ofDays * perPaidHour + ofWeek;
}

/** A calendar month, or as much of it as is looked at. */
export interface MonthOfOvertime {
  /** Overtime of everybody, by a premium's weekly limit. */
  readonly overtimeHours: (afterWeeklyHours: number | undefined) => number;
  /** People of each day looked at, summed, and the days of the whole month: half a month has half the limit. */
  readonly personDays: number;
  readonly daysInMonth: number;
  readonly perPaidHour: number;
}

/** Premiums on overtime beyond so much of it in a month, with everybody's overtime alike. */
export function monthOvertimePremium(terms: Terms, month: MonthOfOvertime): number {
  const { overtimeHours: hoursOf, personDays, daysInMonth, perPaidHour } = month;
  let sum = 0;
  for (const { fraction, afterWeeklyHours, afterMonthlyHours } of overtimeOf(terms).monthly) {
    const limit = (afterMonthlyHours! * personDays) / daysInMonth;
    sum += fraction * Math.max(0, hoursOf(afterWeeklyHours) - limit);
  }
  return sum * perPaidHour;
}
