import type { DemandShape } from './demand-shape.js';
import { relativeRate } from './demand-shape.js';
import { CONTRACTS } from './catalogue.js';
import type { DemoAgent, DemoQueue } from './demo-centre.js';
import { allDayShrinkage, contactsAtOnce } from './staffing-plans.js';

/** Share of paid time on contacts: two 15-minute breaks in eight paid hours leave 450 of 480 minutes. */
const CONTACT_SHARE = 450 / 480;
/** Leave and stand-ups taken over a year of weeks. */
const LEAVE_SHARE = 0.03;
/** Required over productive hours at which the centre is neither idle nor hopeless. */
const TARGET_FIT = 0.97;

/** Hours a week the agents of a site can spend on contacts. */
export function productiveHours(agents: readonly DemoAgent[], siteId: string): number {
  const contracts = new Map(CONTRACTS.map((contract) => [contract.id, contract]));
  const paidMinutes = agents
    .filter((agent) => agent.siteId === siteId)
    .reduce((sum, agent) => {
      const contract = contracts.get(agent.contractId)!;
      return sum + (contract.weeklyMinutesMin + contract.weeklyMinutesMax) / 2;
    }, 0);
  return (paidMinutes / 60) * CONTACT_SHARE * (1 - LEAVE_SHARE);
}

/** Even the smallest centre's queues see this many contacts in a quarter-hour of their peak. */
const LEAST_CONTACTS = 2;

/**
 * Agents to roster for a load, near enough to size an invented centre: square-root staffing (Halfin and Whitt 1981),
 * a work pile at its occupancy cap, half an agent for each of the two roundings up. The product's own models compute
 * the real requirement afterwards.
 */
function roughAgents(loadErlangs: number, queue: DemoQueue): number {
  const { plan } = queue;
  const load = loadErlangs / contactsAtOnce(plan);
  const safety = { voice: 0.75, chat: 0.8, email: 0, social: 0 }[queue.channel];
  const working =
    load / (plan.goal.serviceLevelFraction === undefined ? (plan.goal.maxOccupancyFraction ?? 1) : 1) +
    safety * Math.sqrt(load);
  return (working + 0.5) / (1 - allDayShrinkage(plan)) + 0.5;
}

/** Contacts in an interval at relative rate 1, so that the queue's week needs its share of the site's productive hours. */
export function contactsAtPeak(queue: DemoQueue, shape: DemandShape, agents: readonly DemoAgent[]): number {
  const targetHours = productiveHours(agents, queue.siteId) * shape.siteShare * TARGET_FIT;
  const rates = queue.opening.flatMap(({ weekday, fromMinute, untilMinute }) =>
    Array.from({ length: (untilMinute - fromMinute) / queue.intervalMinutes }, (_, i) =>
      relativeRate(shape, weekday, fromMinute + i * queue.intervalMinutes),
    ),
  );
  const hoursAt = (peak: number) =>
    rates.reduce(
      (sum, rate) =>
        sum +
        (roughAgents((peak * rate * shape.averageHandleSeconds) / (queue.intervalMinutes * 60), queue) *
          queue.intervalMinutes) /
          60,
      0,
    );
  let low = 0;
  let high = 10_000;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (hoursAt(middle) < targetHours) low = middle;
    else high = middle;
  }
  return Math.max(low, LEAST_CONTACTS);
}
