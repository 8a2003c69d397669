import {
  agentsToRoster,
  performanceOf,
  requiredAgents,
  staffingModel,
  type StaffingLoad,
  type StaffingPerformance,
} from '@yotei/scheduling/staffing';
import { significant, type Cell } from '../io/csv-writer.js';
import { modelIdOf, serviceGoalOf, type StaffingFields } from './staffing-options.js';

/** A load with what it is staffed by, complete and checked. */
export interface StaffTask {
  readonly load: StaffingLoad;
  readonly fields: StaffingFields;
  /** Evaluate these agents instead of looking for the least. */
  readonly agents?: number;
}

export interface StaffOutcome {
  readonly modelId: string;
  /** Whether the model turns contacts of this load away. */
  readonly blocks: boolean;
  /** Null when no number of agents reaches the goal. */
  readonly performance: StaffingPerformance | null;
  readonly agentsToRoster: number | null;
  readonly note: '' | 'unstable-load' | 'goal-unreachable';
}

/** Added where the model has them. */
const MODEL_COLUMNS: readonly (readonly [
  string,
  (performance: StaffingPerformance, blocks: boolean) => number | undefined,
])[] = [
  ['blocking', ({ blockingFraction }, blocks) => (blocks ? blockingFraction : undefined)],
  ['attempts_per_contact', ({ redials }) => redials?.attemptsPerContact],
  ['attempt_answered', ({ redials }) => redials?.answeredAttemptFraction],
  ['contact_answered', ({ redials }) => redials?.answeredContactFraction],
  ['active_contacts', ({ concurrency }) => concurrency?.meanActiveContacts],
  ['contacts_per_agent', ({ concurrency }) => concurrency?.contactsPerAgent],
  ['agents_busy', ({ concurrency }) => concurrency?.busyAgentFraction],
  ['slots_used', ({ concurrency }) => concurrency?.slotOccupancyFraction],
];
export const MODEL_COLUMN_NAMES = MODEL_COLUMNS.map(([name]) => name);

export const OUTPUT_COLUMNS = [
  'agents',
  'agents_to_roster',
  'load_erlangs',
  'wait_probability',
  'service_level_achieved',
  'asa_seconds_achieved',
  'occupancy',
  'abandonment',
  'mean_queue_length',
  'note',
] as const;
export function outcomeOf({ load, fields, agents }: StaffTask): StaffOutcome {
  const modelId = modelIdOf(fields);
  const goal = serviceGoalOf(fields);
  const shrinkage = fields.shrinkage ?? 0;
  const blocks = staffingModel(modelId).losses?.(load).includes('blocking') ?? false;
  if (agents !== undefined) {
    const performance = performanceOf(modelId, load, agents, goal);
    return {
      modelId,
      blocks,
      performance,
      agentsToRoster: agentsToRoster(agents, shrinkage),
      note: performance.stable ? '' : 'unstable-load',
    };
  }
  const answer = requiredAgents(modelId, load, goal);
  if (answer.kind !== 'staffed') return { modelId, blocks, performance: null, agentsToRoster: null, note: answer.kind };
  return {
    modelId,
    blocks,
    performance: answer.performance,
    agentsToRoster: agentsToRoster(answer.agents, shrinkage),
    note: '',
  };
}

function modelCells(
  { performance, blocks }: StaffOutcome,
  short: (value: number | undefined) => Cell,
): Record<string, Cell> {
  const values = MODEL_COLUMNS.map(([name, of]) => [name, performance ? of(performance, blocks) : undefined] as const);
  return Object.fromEntries(
    values.filter(([, value]) => value !== undefined).map(([name, value]) => [name, short(value)]),
  );
}

export function cellsOf(outcome: StaffOutcome, digits: number): Record<string, Cell> {
  const { performance, agentsToRoster: toRoster, note } = outcome;
  const short = (value: number | undefined): Cell => (value === undefined ? null : significant(value, digits));
  return {
    agents: performance?.agents ?? null,
    agents_to_roster: toRoster,
    load_erlangs: short(performance?.loadErlangs),
    wait_probability: short(performance?.waitProbability),
    service_level_achieved: short(performance?.serviceLevelFraction),
    asa_seconds_achieved: short(performance?.asaSeconds),
    occupancy: short(performance?.occupancyFraction),
    abandonment: short(performance?.abandonmentFraction),
    mean_queue_length: short(performance?.meanQueueLength),
    note,
    ...modelCells(outcome, short),
  };
}

/**
 * What is odd about a load and yet no mistake. A threshold longer than the interval is answered all the same: the
 * figures are those of a load that goes on evenly, which is what the models mean by a service level.
 */
export function remarkOn({ load, fields }: StaffTask): string | null {
  const within = serviceGoalOf(fields).answerWithinSeconds ?? 0;
  if (within <= load.intervalSeconds) return null;
  return `threshold of ${within} s is longer than the interval of ${load.intervalSeconds} s; the figures hold where the load lasts longer than both`;
}
