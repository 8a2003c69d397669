import { overtimePremium, wageOf, type ContractHours, type CostTerms } from '../costs/index.js';
import { fullTimeEquivalents, type GridCalendar } from '../staffing/index.js';
import type { FigureTally } from './figure-tally.js';
import { agentsOn, paidAgentsOn } from './people.js';
import type { ScenarioSkillAnswer } from './scenario-answer.js';
import type { ScenarioPeople, ScenarioQueue, SkillHeadcount } from './scenario-base.js';

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

interface SkillWeek {
  readonly queues: readonly PaidQueue[];
  readonly days: readonly number[];
  readonly hoursPerInterval: number;
}

/** Something paid for by the skill's week, shared among its queues and days by their paid hours. */
function shareOut({ queues, days }: SkillWeek, [paid, cost]: readonly [Paid, Cost], add: (share: number) => number) {
  const whole = queues.reduce((sum, { tallies }) => sum + days.reduce((part, day) => part + tallies[day]![paid], 0), 0);
  if (!(whole > 0)) return;
  for (const { tallies } of queues) {
    for (const day of days) tallies[day]![cost].overtimePremium += add(tallies[day]![paid] / whole);
  }
}

function addOvertime(week: SkillWeek, contracts: readonly ContractHours[], costs: CostTerms): void {
  const { queues, days, hoursPerInterval } = week;
  for (const [paid, cost] of BOTH) {
    let [hours, wages] = [0, 0];
    for (const { tallies, perPaidHour } of queues) {
      for (const day of days) {
        const own = tallies[day]![paid] * hoursPerInterval;
        hours += own;
        wages += own * perPaidHour;
      }
    }
    const perPaidHour = hours > 0 ? wages / hours : 0;
    const amount = overtimePremium(costs, hours, { contracts, weeks: days.length / 7, perPaidHour });
    if (amount > 0) shareOut(week, [paid, cost], (share) => amount * share);
  }
}

/** People on the payroll who are not yet worth it: their hours are paid beside the work. */
function addLearners(week: SkillWeek, groups: readonly SkillHeadcount[], calendar: GridCalendar): void {
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
    calendar.weeks.forEach((_, week) => {
      const days = calendar.days.flatMap((_day, day) => (calendar.weekOfDay[day] === week ? [day] : []));
      const on = calendar.days[days[0]!]!.fromOn;
      const contracts = groups.map((group) => ({
        agents: agentsOn(group, on),
        paidHoursPerWeek: group.paidHoursPerWeek,
      }));
      const skillWeek = { queues: own, days, hoursPerInterval };
      addOvertime(skillWeek, contracts, costs);
      addLearners(skillWeek, groups, calendar);
    });
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
