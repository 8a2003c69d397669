import type { LocalDate } from '@yotei/time';

/** Wage of a paid hour. The most specific row counts: contract and skill, contract, skill, neither. */
export interface WageRow {
  readonly perPaidHour: number;
  readonly contractId?: string;
  readonly skillId?: string;
}

/** On the part of the work that lies in the window, by the wall clock; `fromMinute` above `untilMinute` runs over midnight. */
export interface NightPremium {
  readonly kind: 'night';
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly fraction: number;
  /** Parameter of a law pack the value was taken from, such as `jp.premium`. */
  readonly source?: string;
}

/** On work of these ISO weekdays, by local date. */
export interface WeekendPremium {
  readonly kind: 'weekend';
  readonly weekdays: readonly number[];
  readonly fraction: number;
  readonly source?: string;
}

/** On work of these dates; instead of the weekend's. */
export interface HolidayPremium {
  readonly kind: 'holiday';
  readonly dates: readonly LocalDate[];
  readonly fraction: number;
  readonly source?: string;
}

/**
 * On paid hours of a week beyond what the contracts of a skill's people hold; with one of the other limits on hours beyond
 * that instead. Needs to know the people.
 */
export interface OvertimePremium {
  readonly kind: 'overtime';
  readonly fraction: number;
  /** Hours of one person's week from which it is due, where above the contract's; absent = from the contract's hours on. */
  readonly afterWeeklyHours?: number;
  /** Hours of one person's day from which it is due. Hours beyond the least such limit are no overtime of the week too. */
  readonly afterDailyHours?: number;
  /** Hours of overtime of one person's calendar month from which it is due, on top of that overtime's own premium. */
  readonly afterMonthlyHours?: number;
  readonly source?: string;
}

/** A share of the wage on top of it (0.25 = a quarter more). Premiums of different kinds add up. */
export type Premium = NightPremium | WeekendPremium | HolidayPremium | OvertimePremium;

/** What a channel costs beside people: lines, licences by use. */
export interface ChannelCost {
  readonly channel: string;
  /** Of each contact offered. */
  readonly perContact: number;
  /** Of each minute of handling an answered contact. */
  readonly perHandleMinute: number;
}

/** What a missed goal costs, such as a contract's credit. Judged at the forecast's mean. */
export interface Penalty {
  /** Absent = each queue with a service level goal. */
  readonly queueId?: string;
  /** Over which time the service level is judged. A month is that of the local dates. */
  readonly per: 'interval' | 'day' | 'month';
  /** `flat`: the amount each time it is missed; `per-point`: for each percentage point below the goal. */
  readonly kind: 'flat' | 'per-point';
  readonly amount: number;
}

/** Price of having contacts handled elsewhere. Neither channel nor queue = any. */
export interface OutsourcingPrice {
  readonly perHandledContact: number;
  readonly channel?: string;
  readonly queueId?: string;
}

/** What work costs, in one currency: plain data, stored with every result. Amounts in units of the currency, 0 or more. */
export interface CostTerms {
  /** ISO 4217, such as JPY. */
  readonly currency: string;
  readonly wages: readonly WageRow[];
  /** Employer's contributions as a share of wages and premiums. */
  readonly onCostFraction: number;
  readonly premiums: readonly Premium[];
  readonly channels: readonly ChannelCost[];
  /** Of each contact a bot takes, solved or not. */
  readonly botPerDeflectedContact: number;
  readonly penalties: readonly Penalty[];
  readonly outsourcing: readonly OutsourcingPrice[];
}

/** The parts of a cost, in the order in which they are shown. */
export const COST_PARTS = [
  'wages',
  'nightPremium',
  'weekendPremium',
  'holidayPremium',
  'overtimePremium',
  'onCost',
  'channels',
  'bot',
  'penalties',
] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** An amount of each part, in the currency of the terms; `total` is their sum. */
export type CostSum = Readonly<Record<CostPart, number>> & { readonly total: number };
