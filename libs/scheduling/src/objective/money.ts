import type { Agent, MoneySettings } from '../roster/index.js';
import type { ShiftFacts } from './shift-facts.js';

const STANDARD_WEEKLY_MINUTES = 2400;
const SATURDAY = 6;

/** What an agent's work costs in the currency. */
export interface PayTerms {
  readonly ofShift: (shift: ShiftFacts, paidMinutes: number) => number;
  /** Premium on the paid minutes of all shifts of one planning week that go beyond the limit. */
  readonly overtimeOf: (weeklyPaidMinutes: number) => number;
  readonly hasOvertimePremium: boolean;
}

function perHourOf(agent: Agent, { hourly }: MoneySettings): number {
  const row =
    hourly.find(({ agentId }) => agentId === agent.id) ??
    hourly.find(({ agentId, contractId }) => agentId === undefined && contractId === agent.contractId) ??
    hourly.find(({ agentId, contractId }) => agentId === undefined && contractId === undefined);
  return row?.perHour ?? 0;
}

/**
 * Pay of one agent. The night premium is paid on the share of the presence that lies at night, so that it does not depend
 * on where an unpaid lunch is placed.
 */
export function payTermsOf(agent: Agent, money: MoneySettings): PayTerms {
  const perHour = perHourOf(agent, money);
  const { nightPremiumFraction: night = 0, overtimePremiumFraction: overtime = 0 } = money;
  const weekend = money.weekendPremiumFraction ?? 0;
  const holiday = money.holidayPremiumFraction ?? 0;
  const after = money.overtimeAfterWeeklyMinutes ?? STANDARD_WEEKLY_MINUTES;
  const holidays = new Set(money.holidays);
  return {
    ofShift: (shift, paidMinutes) => {
      const length = shift.endMinute - shift.startMinute;
      const nightShare = length > 0 ? shift.nightMinutes / length : 0;
      const dayPremium = holidays.has(shift.on) ? holiday : shift.weekday >= SATURDAY ? weekend : 0;
      return (paidMinutes / 60) * perHour * (1 + night * nightShare + dayPremium);
    },
    overtimeOf: (weeklyPaidMinutes) => (Math.max(0, weeklyPaidMinutes - after) / 60) * perHour * overtime,
    hasOvertimePremium: overtime > 0 && perHour > 0,
  };
}
