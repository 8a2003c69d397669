import type { LocalDate } from '@yotei/time';
import {
  monthOvertimePremium,
  overtimeHours,
  weekOvertimePremium,
  wageOf,
  type ContractHours,
  type CostTerms,
} from '../costs/index.js';
import { fullTimeEquivalents, type GridCalendar } from '../staffing/index.js';
import type { FigureTally } from './figure-tally.js';
import { agentsOn, paidAgentsOn } from './people.js';
import type { ScenarioSkillAnswer } from './scenario-answer.js';
import type { ScenarioPeople, ScenarioQueue, SkillHeadcount } from './scenario-base.js';

const DAYS_PER_WEEK = 5;

const groupsOf = (people: ScenarioPeople, skillId: string): readonly SkillHeadcount[] =>
  people.headcountBySkill.filter((group) => group.skillId === skillId);

/** Mean wage of a queue's paid hour: of the skill's people by their hours, else by the terms alone. */
export function perPaidHourOf(queue: ScenarioQueue, people: ScenarioPeople | null, costs: CostTerms): number {
  const skillId = queue.skillId ?? undefined;
  const groups = people && queue.skillId ? groupsOf(people, queue.skillId) : [];
  let [wages, hours] = [0, 0];
  for (const { agents, paidHoursPerWeek, contractId } of groups) {
    wages += agents * paidHoursPerWeek * wageOf(costs, { contractId, skillId });
    hours += agents * paidHoursPerWeek;
  }
  return hours > 0 ? wages / hours : wageOf(costs, { skillId });
}

/** A queue's tallies by day, with what its paid hour costs. */
export interface PaidQueue {
  readonly queue: ScenarioQueue;
  readonly perPaidHour: number;
  readonly tallies: readonly FigureTally[];
}

type Paid = 'paid' | 'requiredPaid';
type Cost = 'cost' | 'requiredCost';
const BOTH: readonly (readonly [Paid, Cost])[] = [
  ['paid', 'cost'],
  ['requiredPaid', 'requiredCost'],
];

interface SkillTime {
  readonly queues: readonly PaidQueue[];
  readonly days: readonly number[];
  readonly hoursPerInterval: number;
}

/** Something paid for by the skill's days, shared among its queues and days by their paid hours. */
function shareOut({ queues, days }: SkillTime, [paid, cost]: readonly [Paid, Cost], amount: number): void {
  const whole = queues.reduce((sum, { tallies }) => sum + days.reduce((part, day) => part + tallies[day]![paid], 0), 0);
  if (!(whole > 0) || !(amount > 0)) return;
  for (const { tallies } of queues) {
    for (const day of days) tallies[day]![cost].overtimePremium += amount * (tallies[day]![paid] / whole);
  }
}

/** Paid hours of each day, and what one of them costs on average. */
function hoursOf({ queues, days, hoursPerInterval }: SkillTime, paid: Paid) {
  let [hours, wages] = [0, 0];
  const byDay = days.map((day) => {
    let ofDay = 0;
    for (const { tallies, perPaidHour } of queues) {
      const own = tallies[day]![paid] * hoursPerInterval;
      ofDay += own;
      wages += own * perPaidHour;
    }
    hours += ofDay;
    return ofDay;
  });
  return { hours, byDay, perPaidHour: hours > 0 ? wages / hours : 0 };
}

interface OvertimeTerms {
  readonly costs: CostTerms;
  readonly contracts: readonly ContractHours[];
  readonly daysPerWeek: number;
}

function addOvertime(week: SkillTime, { costs, contracts, daysPerWeek }: OvertimeTerms): void {
  for (const [paid, cost] of BOTH) {
    const { byDay, perPaidHour } = hoursOf(week, paid);
    shareOut(week, [paid, cost], weekOvertimePremium(costs, { paidHours: byDay, contracts, perPaidHour, daysPerWeek }));
  }
}

/** Premiums on overtime beyond so much of it in a month: weeks as above, in the month their days lie in. */
function addMonthlyOvertime(
  own: Omit<SkillTime, 'days'>,
  weeks: readonly (readonly number[])[],
  {
    costs,
    groups,
    calendar,
  }: {
    readonly costs: CostTerms;
    readonly groups: readonly SkillHeadcount[];
    readonly calendar: GridCalendar;
  },
): void {
  if (!costs.premiums.some((premium) => premium.kind === 'overtime' && premium.afterMonthlyHours !== undefined)) return;
  const monthOf = (day: number): string => calendar.days[day]!.fromOn.slice(0, 7);
  const peopleOf = (day: number): number =>
    groups.reduce((sum, group) => sum + agentsOn(group, calendar.days[day]!.fromOn), 0);
  for (const month of new Set(calendar.days.map((_, day) => monthOf(day)))) {
    const days = calendar.days.flatMap((_, day) => (monthOf(day) === month ? [day] : []));
    const [year, place] = month.split('-').map(Number) as [number, number];
    for (const [paid, cost] of BOTH) {
      const overtimeOfMonth = (afterWeeklyHours: number | undefined): number =>
        weeks.reduce((sum, week) => {
          const { hours, byDay } = hoursOf({ ...own, days: week }, paid);
          const contracts = contractsOn(groups, calendar.days[week[0]!]!.fromOn);
          const over = overtimeHours(hours, contracts, { weeks: week.length / 7, afterWeeklyHours });
          const here = week.reduce((part, day, at) => part + (monthOf(day) === month ? byDay[at]! : 0), 0);
          return hours > 0 ? sum + (over * here) / hours : sum;
        }, 0);
      const amount = monthOvertimePremium(costs, {
        overtimeHours: overtimeOfMonth,
        personDays: days.reduce((sum, day) => sum + peopleOf(day), 0),
        daysInMonth: new Date(Date.UTC(year, place, 0)).getUTCDate(),
        perPaidHour: hoursOf({ ...own, days }, paid).perPaidHour,
      });
      shareOut({ ...own, days }, [paid, cost], amount);
    }
  }
}

const contractsOn = (groups: readonly SkillHeadcount[], on: LocalDate): readonly ContractHours[] =>
  groups.map((group) => ({ agents: agentsOn(group, on), paidHoursPerWeek: group.paidHoursPerWeek }));

/** People on the payroll who are not yet worth it: their hours are paid beside the work. */
function addLearners(week: SkillTime, groups: readonly SkillHeadcount[], calendar: GridCalendar): void {
  const { queues, days } = week;
  for (const day of days) {
    const { fromOn } = calendar.days[day]!;
    const hours = groups.reduce(
      (sum, group) =>
        sum + (Math.max(0, paidAgentsOn(group, fromOn) - agentsOn(group, fromOn)) * group.paidHoursPerWeek) / 7,
      0,
    );
    if (hours === 0) continue;
    for (const { tallies, perPaidHour } of queues) {
      for (const cost of ['cost', 'requiredCost'] as const)
        tallies[day]![cost].wages += (hours * perPaidHour) / queues.length;
    }
  }
}

/** Overtime premiums and the pay of learners, by week of each skill of which the people are known. */
export function addPeopleCosts(
  queues: readonly PaidQueue[],
  {
    people,
    costs,
    calendar,
    hoursPerInterval,
  }: {
    readonly people: ScenarioPeople;
    readonly costs: CostTerms;
    readonly calendar: GridCalendar;
    readonly hoursPerInterval: number;
  },
): void {
  const skillIds = new Set(queues.flatMap(({ queue }) => queue.skillId ?? []));
  for (const skillId of skillIds) {
    const groups = groupsOf(people, skillId);
    if (groups.length === 0) continue;
    const own = queues.filter(({ queue }) => queue.skillId === skillId);
    const weeks = calendar.weeks.map((_, week) =>
      calendar.days.flatMap((_day, day) => (calendar.weekOfDay[day] === week ? [day] : [])),
    );
    for (const days of weeks) {
      const skillWeek = { queues: own, days, hoursPerInterval };
      const contracts = contractsOn(groups, calendar.days[days[0]!]!.fromOn);
      addOvertime(skillWeek, { costs, contracts, daysPerWeek: people.daysPerWeek ?? DAYS_PER_WEEK });
      addLearners(skillWeek, groups, calendar);
    }
    addMonthlyOvertime({ queues: own, hoursPerInterval }, weeks, { costs, groups, calendar });
  }
}

/** The people of each skill against what its queues ask for, over the whole grid. */
export function skillAnswers(
  queues: readonly Pick<PaidQueue, 'queue' | 'tallies'>[],
  {
    people,
    calendar,
    hoursPerInterval,
  }: { readonly people: ScenarioPeople; readonly calendar: GridCalendar; readonly hoursPerInterval: number },
): readonly ScenarioSkillAnswer[] {
  const skillIds = [...new Set(people.headcountBySkill.map(({ skillId }) => skillId))];
  const fullTimeHours = (people.fullTimeHoursPerWeek * calendar.days.length) / 7;
  return skillIds.map((skillId) => {
    const groups = groupsOf(people, skillId);
    const own = queues.filter(({ queue }) => queue.skillId === skillId).flatMap(({ tallies }) => tallies);
    const sumOf = (paid: Paid): number => own.reduce((sum, tally) => sum + tally[paid], 0) * hoursPerInterval;
    const available = groups.reduce(
      (sum, group) =>
        calendar.days.reduce((part, { fromOn }) => part + (agentsOn(group, fromOn) * group.paidHoursPerWeek) / 7, sum),
      0,
    );
    const required = sumOf('requiredPaid');
    return {
      skillId,
      title: groups.find(({ title }) => title !== undefined)?.title ?? skillId,
      availablePaidHours: available,
      requiredPaidHours: required,
      paidHours: sumOf('paid'),
      availableFte: fullTimeEquivalents(available, fullTimeHours),
      requiredFte: fullTimeEquivalents(required, fullTimeHours),
    };
  });
}
