import { evaluateStaffing, gridStaffingModel } from '../staffing/index.js';
import type { QueueStaffing } from './queue-staffing.js';
import type { AwayHours, ScenarioQueue } from './scenario-base.js';

/** What those who work give, one value an interval; chances by local day and week of the grid. */
export interface QueueOutcome {
  readonly workingAgents: Float64Array;
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly asa: Float64Array;
  readonly abandonment: Float64Array;
  readonly chanceToMeet: Float64Array;
  readonly dayChances: readonly number[];
  readonly weekChances: readonly number[];
}

/** Fields of a requirement and of an evaluated staffing alike. */
interface Measured extends Pick<QueueOutcome, 'serviceLevel' | 'occupancy' | 'asa' | 'abandonment' | 'chanceToMeet'> {
  readonly summary: Readonly<Record<'days' | 'weeks', readonly { readonly chanceToMeet: number }[]>>;
}

function outcomeOf(workingAgents: Float64Array, measured: Measured): QueueOutcome {
  const { serviceLevel, occupancy, asa, abandonment, chanceToMeet, summary } = measured;
  const chancesOf = (periods: 'days' | 'weeks'): readonly number[] => summary[periods].map((one) => one.chanceToMeet);
  return {
    ...{ workingAgents, serviceLevel, occupancy, asa, abandonment, chanceToMeet },
    dayChances: chancesOf('days'),
    weekChances: chancesOf('weeks'),
  };
}

/** Whether the queue's own roster is what works. Work that can wait is planned anew: its requirement always works. */
export const hasRoster = ({ agents, plan }: ScenarioQueue): boolean =>
  agents !== null && gridStaffingModel(plan.modelId) === null;

/** Whether what works is the requirement as it is: no roster, nobody more or fewer, nobody away. */
export const isAsRequired = (queue: ScenarioQueue, away: readonly AwayHours[]): boolean =>
  gridStaffingModel(queue.plan.modelId) !== null ||
  (queue.agents === null && !queue.availability && !away.some(({ queueIds }) => queueIds.includes(queue.id)));

/** Agents on the roster, or those the requirement would put on it, with the people of the scenario; before absences. */
export function scheduledAgents(queue: ScenarioQueue, { requirement }: QueueStaffing): Float64Array {
  const base = hasRoster(queue) ? queue.agents! : requirement.agentsToRoster;
  const { availability } = queue;
  return Float64Array.from(base, (agents, index) =>
    agents > 0 ? agents * (availability ? availability[index]! : 1) : 0,
  );
}

/**
 * Agents on contacts: of a roster those left by unplanned shrinkage, else what is required; with the people of the
 * scenario and without those away. `present` is the share that is not away.
 */
export function workingAgents(
  queue: ScenarioQueue,
  { requirement }: QueueStaffing,
  present: Float64Array | null,
): Float64Array {
  const { shrinkageFraction, requiredAgents } = requirement;
  const roster = hasRoster(queue) ? queue.agents! : null;
  return Float64Array.from({ length: requiredAgents.length }, (_, index) => {
    const agents = roster ? roster[index]! * (1 - shrinkageFraction[index]!) : requiredAgents[index]!;
    if (!(agents > 0)) return 0;
    return agents * (queue.availability ? queue.availability[index]! : 1) * (present ? present[index]! : 1);
  });
}

/** The last outcome of a staffing, kept while the same agents work. */
const kept = new WeakMap<QueueStaffing, { readonly withChance: boolean; readonly outcome: QueueOutcome }>();

const isSame = (a: Float64Array, b: Float64Array): boolean => a.every((value, index) => value === b[index]);

/** What the requirement's own agents give. */
export const requiredOutcome = ({ requirement }: QueueStaffing): QueueOutcome =>
  outcomeOf(requirement.requiredAgents, requirement);

/** What so many agents give the queue. */
export function workedOutcome(
  { forecast, plan, correlation }: ScenarioQueue,
  staffing: QueueStaffing,
  { working, withChance }: { readonly working: Float64Array; readonly withChance: boolean },
): QueueOutcome {
  const found = kept.get(staffing);
  if (found && (found.withChance || !withChance) && isSame(found.outcome.workingAgents, working)) return found.outcome;
  const { intervals } = staffing;
  const options = { agents: working, intervals, correlation, withChance: withChance && ('tabled' as const) };
  const outcome = outcomeOf(working, evaluateStaffing(plan, forecast, options));
  kept.set(staffing, { withChance, outcome });
  return outcome;
}
