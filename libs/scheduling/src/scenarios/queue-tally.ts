import { addWork, penaltiesByDay, premiumShares, type CostTerms } from '../costs/index.js';
import { gridStaffingModel, type GridCalendar, type ServiceGoal } from '../staffing/index.js';
import { emptyTally, type FigureTally } from './figure-tally.js';
import type { QueueOutcome } from './queue-outcome.js';
import type { QueueStaffing } from './queue-staffing.js';
import type { ScenarioQueue } from './scenario-base.js';

/** A queue with all that is known of it. */
export interface WorkedQueue {
  readonly queue: ScenarioQueue;
  readonly staffing: QueueStaffing;
  readonly outcome: QueueOutcome;
  /** Agents paid for in each interval: those who work, and those the requirement asks for. */
  readonly paid: Float64Array;
  readonly requiredPaid: Float64Array;
}

/** The service level the queue is to reach; NaN where its goal names none. */
export function goalFractionOf(queue: ScenarioQueue): number {
  const { goal, modelId }: { goal: ServiceGoal; modelId: string } = queue.plan;
  if (gridStaffingModel(modelId)) return goal.answeredWithinHoursFraction ?? 1;
  return goal.serviceLevelFraction ?? Number.NaN;
}

/** Of the slack that comparisons with a target have everywhere. */
const TOLERANCE = 1e-9;

function addInterval(
  tally: FigureTally,
  { queue, staffing, outcome, paid, requiredPaid }: WorkedQueue,
  { index, goal }: { readonly index: number; readonly goal: number },
): void {
  const contacts = staffing.contacts[index]!;
  const { requiredAgents, agentsToRoster } = staffing.requirement;
  if (requiredAgents[index]! > 0) {
    tally.required += requiredAgents[index]!;
    tally.toRoster += agentsToRoster[index]!;
    tally.requiredPaid += requiredPaid[index]!;
  }
  const working = outcome.workingAgents[index]!;
  if (working > 0) tally.working += working;
  if (paid[index]! > 0) tally.paid += paid[index]!;
  const occupancy = outcome.occupancy[index]!;
  if (working > 0 && !Number.isNaN(occupancy)) {
    tally.busy += working * occupancy;
    tally.busyOf += working;
  }
  tally.bot += queue.botContacts?.[index] ?? 0;
  if (!(contacts > 0)) return;
  tally.contacts += contacts;
  const seconds = contacts * (queue.forecast.averageHandleSeconds[index]! || 0);
  tally.handleSeconds += seconds;
  tally.handledSeconds += seconds * (1 - (outcome.abandonment[index]! || 0));
  tally.requiredHandledSeconds += seconds * (1 - (staffing.requirement.abandonment[index]! || 0));
  tally.intervals += 1;
  const level = outcome.serviceLevel[index]!;
  if (!Number.isNaN(level)) {
    tally.served += contacts * level;
    tally.servedOf += contacts;
    if (level < goal * (1 - TOLERANCE)) tally.missed += 1;
  }
  const lost = outcome.abandonment[index]!;
  if (!Number.isNaN(lost)) {
    tally.abandoned += contacts * lost;
    tally.abandonedOf += contacts;
  }
  const answered = contacts * (1 - (lost || 0));
  // Where nobody is answered there is nobody whose wait could count.
  if (answered > 0 && !Number.isNaN(outcome.asa[index]!)) {
    tally.waitedSeconds += answered * outcome.asa[index]!;
    tally.waitedOf += answered;
  }
}

/** What contacts cost beside people, by the queue's channel. */
function addContactCosts(tally: FigureTally, queue: ScenarioQueue, costs: CostTerms): void {
  const channel = costs.channels.find((one) => one.channel === queue.channel);
  const bot = tally.bot * costs.botPerDeflectedContact;
  const channelCost = (handledSeconds: number): number =>
    channel ? tally.contacts * channel.perContact + (handledSeconds / 60) * channel.perHandleMinute : 0;
  tally.cost.bot += bot;
  tally.requiredCost.bot += bot;
  tally.cost.channels += channelCost(tally.handledSeconds);
  tally.requiredCost.channels += channelCost(tally.requiredHandledSeconds);
}

function addCosts(
  tallies: readonly FigureTally[],
  worked: WorkedQueue,
  {
    costs,
    calendar,
    perPaidHour,
  }: { readonly costs: CostTerms; readonly calendar: GridCalendar; readonly perPaidHour: number },
): void {
  const { queue, staffing, outcome, paid, requiredPaid } = worked;
  const { grid, zone } = queue.forecast;
  const premiums = premiumShares(costs.premiums, grid, zone);
  const judged = { queueId: queue.id, goalFraction: goalFractionOf(queue), contacts: staffing.contacts };
  const missed = penaltiesByDay(costs, { ...judged, serviceLevel: outcome.serviceLevel }, calendar);
  const requiredMissed = penaltiesByDay(
    costs,
    { ...judged, serviceLevel: staffing.requirement.serviceLevel },
    calendar,
  );
  tallies.forEach((tally, day) => {
    const span = { ...calendar.days[day]!, hours: grid.stepMinutes / 60, perPaidHour, premiums };
    addWork(tally.cost, paid, span);
    addWork(tally.requiredCost, requiredPaid, span);
    addContactCosts(tally, queue, costs);
    tally.cost.penalties += missed[day]!;
    tally.requiredCost.penalties += requiredMissed[day]!;
  });
}

/** Sums of a queue by local day of the grid, without overtime, which is a matter of all queues of a skill. */
export function tallyQueue(
  worked: WorkedQueue,
  terms: { readonly calendar: GridCalendar; readonly costs: CostTerms | null; readonly perPaidHour: number },
): readonly FigureTally[] {
  const { calendar, costs } = terms;
  const goal = goalFractionOf(worked.queue);
  const tallies = calendar.days.map(({ from, until }) => {
    const tally = emptyTally();
    for (let index = from; index < until; index += 1) addInterval(tally, worked, { index, goal });
    return tally;
  });
  if (costs) addCosts(tallies, worked, { ...terms, costs });
  return tallies;
}
