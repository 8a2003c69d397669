import { premiumShares } from '../../costs/index.js';
import { gridCalendar, isOpen } from '../../staffing/index.js';
import { answerBase } from '../answer-base.js';
import type { ScenarioBase } from '../scenario-base.js';
import { perPaidHourOf } from '../skill-hours.js';

/** An hour of the week with what its people cost, over all queues and weeks of the grid. */
export interface HourOfWeek {
  /** ISO weekday, and the hour of the wall clock. */
  readonly weekday: number;
  readonly hour: number;
  /** Wages and premiums with contributions, of those on contacts, in the currency of the terms. */
  readonly cost: number;
  readonly contacts: number;
  /** NaN where nobody calls. */
  readonly costPerContact: number;
  readonly agentHours: number;
}

/** Pay of an agent on contacts in each interval, with premiums and contributions. */
function payPerAgent(base: ScenarioBase, queue: number): Float64Array {
  const { costs, people, grid, zone } = base;
  const rate =
    (perPaidHourOf(base.queues[queue]!, people, costs!) * (1 + costs!.onCostFraction) * grid.stepMinutes) / 60;
  const { night, weekend, holiday } = premiumShares(costs!.premiums, grid, zone);
  return night.map((share, index) => rate * (1 + share + weekend[index]! + holiday[index]!));
}

/**
 * The hours of the week by what a contact costs in them, the dearest first: those who work (the roster, else what is
 * required), paid by the hour they are on contacts. Empty without cost terms.
 */
export function dearestHours(base: ScenarioBase): readonly HourOfWeek[] {
  if (!base.costs) return [];
  const { weekday, minuteOfDay } = gridCalendar(base.grid, base.zone);
  const { queues } = answerBase(base, { withChance: false });
  const hours = new Map<number, { cost: number; contacts: number; agentHours: number }>();
  queues.forEach(({ series }, queue) => {
    const pay = payPerAgent(base, queue);
    for (let index = 0; index < pay.length; index += 1) {
      const agents = series.workingAgents[index]!;
      if (!(agents > 0) && !isOpen(base.queues[queue]!.forecast, index)) continue;
      const key = weekday[index]! * 24 + Math.floor(minuteOfDay[index]! / 60);
      const hour = hours.get(key) ?? { cost: 0, contacts: 0, agentHours: 0 };
      hour.cost += (agents || 0) * pay[index]!;
      hour.contacts += series.contacts[index]!;
      hour.agentHours += ((agents || 0) * base.grid.stepMinutes) / 60;
      hours.set(key, hour);
    }
  });
  const dearFirst = (value: number): number => (Number.isNaN(value) ? -1 : value);
  return [...hours]
    .map(([key, { cost, contacts, agentHours }]) => ({
      weekday: Math.floor(key / 24),
      hour: key % 24,
      cost,
      contacts,
      costPerContact: contacts > 0 ? cost / contacts : Number.NaN,
      agentHours,
    }))
    .sort((a, b) => dearFirst(b.costPerContact) - dearFirst(a.costPerContact) || b.cost - a.cost);
}
