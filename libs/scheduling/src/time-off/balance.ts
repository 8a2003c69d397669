import { addDays, type LocalDate } from '@yotei/time';

/** How much of a kind of absence people are granted. Minutes are paid minutes. */
export interface AccrualTerms {
  /** Granted for a whole leave year; at least 0. */
  readonly yearlyMinutes: number;
  /** `upfront`: all at its start; `monthly`: a twelfth at the start of each month. */
  readonly accrual: 'upfront' | 'monthly';
  /** Most that is taken over into the next leave year; what was taken over lasts that one year. */
  readonly carryOverMinutes: number;
  /** Month the leave year begins in, 1..12: 4 in Japan's business year. */
  readonly yearStartMonth: number;
}

/** Absence that was taken or asked for, or a correction by hand (which may be negative). */
export interface BalanceEntry {
  readonly on: LocalDate;
  readonly minutes: number;
}

export interface Balance {
  /** First day of the leave year and of the next. */
  readonly yearFromOn: LocalDate;
  readonly yearUntilOn: LocalDate;
  readonly grantedMinutes: number;
  readonly carriedMinutes: number;
  readonly adjustedMinutes: number;
  readonly takenMinutes: number;
  /** May be negative when more was approved by hand. */
  readonly leftMinutes: number;
  /** Granted later in the same leave year. */
  readonly toComeMinutes: number;
  /** What the end of the leave year takes away if nothing more is taken: all that is not carried over. */
  readonly lapsesMinutes: number;
}

export interface BalanceInput {
  readonly terms: AccrualTerms;
  readonly hiredOn: LocalDate;
  readonly taken: readonly BalanceEntry[];
  readonly adjustments: readonly BalanceEntry[];
}

/** Leave years looked back; what was carried is capped each year, so older ones cannot matter beyond the cap. */
const MOST_YEARS = 60;

/**
 * The balance of one kind of absence as it will be on a day: what has been granted by then, what came over from the year
 * before, corrections, and all that is taken in the whole leave year, so that an absence late in the year is never promised
 * twice. The first, partial year is granted by its months, that of hiring included. Nothing is granted before hiring.
 */
export function balanceOn(on: LocalDate, input: BalanceInput): Balance {
  const year = leaveYear(on, input.terms.yearStartMonth);
  return balanceOf(year.fromOn, on, input, MOST_YEARS);
}

function balanceOf(yearFromOn: LocalDate, on: LocalDate, input: BalanceInput, yearsBack: number): Balance {
  const { terms, hiredOn } = input;
  const yearUntilOn = addMonths(yearFromOn, 12);
  const inYear = ({ on: day }: BalanceEntry): boolean => day >= yearFromOn && day < yearUntilOn;
  const grantedMinutes = granted({ yearFromOn, yearUntilOn, on, terms, hiredOn });
  const carriedMinutes =
    hiredOn < yearFromOn && terms.carryOverMinutes > 0 && yearsBack > 0
      ? Math.max(
          0,
          Math.min(
            terms.carryOverMinutes,
            balanceOf(addMonths(yearFromOn, -12), addDays(yearFromOn, -1), input, yearsBack - 1).leftMinutes,
          ),
        )
      : 0;
  const adjustedMinutes = sum(input.adjustments.filter(inYear));
  const takenMinutes = sum(input.taken.filter(inYear));
  const leftMinutes = grantedMinutes + carriedMinutes + adjustedMinutes - takenMinutes;
  const wholeYear = granted({ yearFromOn, yearUntilOn, on: addDays(yearUntilOn, -1), terms, hiredOn });
  const toComeMinutes = wholeYear - grantedMinutes;
  return {
    yearFromOn,
    yearUntilOn,
    grantedMinutes,
    carriedMinutes,
    adjustedMinutes,
    takenMinutes,
    leftMinutes,
    toComeMinutes,
    lapsesMinutes: Math.max(0, leftMinutes + toComeMinutes - terms.carryOverMinutes),
  };
}

function granted(year: {
  readonly yearFromOn: LocalDate;
  readonly yearUntilOn: LocalDate;
  readonly on: LocalDate;
  readonly terms: AccrualTerms;
  readonly hiredOn: LocalDate;
}): number {
  const { yearFromOn, yearUntilOn, on, terms, hiredOn } = year;
  if (hiredOn >= yearUntilOn || on < hiredOn) return 0;
  const first = Math.max(0, monthsBetween(yearFromOn, hiredOn));
  const last = terms.accrual === 'upfront' ? 11 : Math.min(11, monthsBetween(yearFromOn, on));
  return Math.round((terms.yearlyMinutes * (last - first + 1)) / 12);
}

/** The leave year a day lies in. */
function leaveYear(on: LocalDate, startMonth: number): { readonly fromOn: LocalDate } {
  const [year, month] = on.split('-').map(Number) as [number, number];
  const first = month >= startMonth ? year : year - 1;
  return { fromOn: `${String(first).padStart(4, '0')}-${String(startMonth).padStart(2, '0')}-01` };
}

/** Whole calendar months from the month of `from` to that of `to`; negative when `to` is earlier. */
function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

/** The first of the month so many months on. */
function addMonths(firstOfMonth: LocalDate, months: number): LocalDate {
  const [year, month] = firstOfMonth.split('-').map(Number) as [number, number];
  const index = year * 12 + month - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

const sum = (entries: readonly BalanceEntry[]): number => entries.reduce((total, { minutes }) => total + minutes, 0);

/**
 * Paid minutes an absence of whole days or a part of one uses. A week counts the contract's days, however many calendar days
 * it has; a part of a day counts its own length, at most a day's.
 */
export function minutesUsed(
  absence: { readonly wholeDays: number; readonly partMinutes: number },
  contract: { readonly weeklyMinutes: number; readonly daysPerWeek: number },
): number {
  const dayMinutes = contract.weeklyMinutes / contract.daysPerWeek;
  const weeks = Math.floor(absence.wholeDays / 7);
  const days = weeks * contract.daysPerWeek + Math.min(absence.wholeDays % 7, contract.daysPerWeek);
  return Math.round(days * dayMinutes + Math.min(absence.partMinutes, dayMinutes));
}
