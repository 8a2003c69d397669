import { overtimePremium, wageOf, type CostTerms } from '../../costs/index.js';
import { gridCalendar, tolerantCeil } from '../../staffing/index.js';
import type { ScenarioBase } from '../scenario-base.js';
import { perPaidHourOf } from '../skill-hours.js';
import { fixedQueues, type FixedQueue } from './fixed-staffing.js';
import { heldFactor } from './held-volume.js';
import { hoursToGoal, type AddedAgents } from './hours-to-goal.js';

/** One way of closing the gap of one queue, over the grid. */
export interface WayToGoal {
  readonly kind: 'overtime' | 'hire' | 'outsource';
  /** In the currency of the terms. */
  readonly cost: number;
  /** Paid hours of overtime; people to hire; contacts handled elsewhere. */
  readonly amount: number;
}

export interface WaysToGoal {
  readonly queueId: string;
  /** Null where no reasonable number of agents reaches the goal. */
  readonly added: AddedAgents | null;
  /** The cheapest first; empty where nothing is missing, or nothing is known of costs. */
  readonly ways: readonly WayToGoal[];
}

const FULL_TIME_HOURS = 40;

/** Contract hours a week of the queue's people; those of a full-time agent where nobody is known. */
function weeklyHours({ queue }: FixedQueue, { people }: ScenarioBase): number {
  const groups =
    people?.headcountBySkill.filter(({ skillId, agents }) => skillId === queue.skillId && agents > 0) ?? [];
  const heads = groups.reduce((sum, { agents }) => sum + agents, 0);
  if (heads === 0) return people?.fullTimeHoursPerWeek ?? FULL_TIME_HOURS;
  return groups.reduce((sum, { agents, paidHoursPerWeek }) => sum + agents * paidHoursPerWeek, 0) / heads;
}

/** Paid hours of so many contact hours: with unplanned and planned shrinkage and paid breaks on top. */
function paidHours({ queue }: FixedQueue, contactHours: number, { people }: ScenarioBase): number {
  const available = (queue.plan.shrinkage ?? []).reduce((share, { fraction }) => share * (1 - fraction), 1);
  return contactHours / available / (1 - (people?.paidBreakFraction ?? 0));
}

function outsourcingPrice({ outsourcing }: CostTerms, { queue }: FixedQueue): number | null {
  const fits = outsourcing.filter(
    ({ queueId, channel }) =>
      (queueId === undefined || queueId === queue.id) && (channel === undefined || channel === queue.channel),
  );
  return fits.length > 0 ? Math.min(...fits.map(({ perHandledContact }) => perHandledContact)) : null;
}

function waysOf(fixed: FixedQueue, added: AddedAgents, base: ScenarioBase): readonly WayToGoal[] {
  const costs = base.costs!;
  const { queue } = fixed;
  const perPaidHour = perPaidHourOf(queue, base.people, costs) || wageOf(costs, {});
  const hours = paidHours(fixed, added.agentHours, base);
  const onCost = 1 + costs.onCostFraction;
  // All of these hours lie beyond the contracts.
  const premium = overtimePremium(costs, hours, { contracts: [], weeks: 0, perPaidHour });
  const weeks = gridCalendar(base.grid, base.zone).days.length / 7;
  const contract = weeklyHours(fixed, base);
  const people = tolerantCeil(hours / (contract * weeks));
  const price = outsourcingPrice(costs, fixed);
  const contacts = Array.from(queue.forecast.contacts).reduce((sum, count) => sum + (count > 0 ? count : 0), 0);
  const elsewhere = price === null ? 0 : contacts * (1 - Math.min(1, heldFactor(fixed)));
  const ways: WayToGoal[] = [
    { kind: 'overtime', cost: (hours * perPaidHour + premium) * onCost, amount: hours },
    { kind: 'hire', cost: people * contract * weeks * perPaidHour * onCost, amount: people },
    ...(price === null ? [] : [{ kind: 'outsource' as const, cost: elsewhere * price, amount: elsewhere }]),
  ];
  return ways.sort((a, b) => a.cost - b.cost);
}

/**
 * The cheapest way of each queue to its service level goal: the fewest hours that reach it (`hoursToGoal`), paid as
 * overtime or as whole contracts of people hired; or so many contacts handled elsewhere that those who work reach it with
 * the rest. Costs are of the grid's time, with contributions; hiring and training themselves are not in it.
 */
export function waysToGoal(base: ScenarioBase): readonly WaysToGoal[] {
  return fixedQueues(base).map((fixed) => {
    const added = hoursToGoal(fixed);
    const isShort = added !== null && added.agentHours > 0;
    return { queueId: fixed.queue.id, added, ways: isShort && base.costs ? waysOf(fixed, added, base) : [] };
  });
}
