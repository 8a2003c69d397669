import type { Grid } from '@yotei/time';
import { modifiedOfferedLoad, type LoadStart } from './offered-load.js';
import { requiredAgents } from './required-agents.js';
import { agentsToRoster } from './rounding.js';
import type { ServiceGoal, StaffingLoad } from './staffing-model.js';

/**
 * Why an interval has no figures: outside opening hours or no forecast; contacts but no handle time; a goal that
 * no number of agents reaches. Empty where it was staffed.
 */
export type RequirementNote = '' | 'closed' | 'missing-handle-time' | 'goal-unreachable' | 'unstable-load';

export interface RequirementInput {
  readonly modelId: string;
  readonly grid: Grid;
  /** Contacts of each interval; NaN = missing. */
  readonly contacts: ArrayLike<number>;
  readonly averageHandleSeconds: ArrayLike<number>;
  readonly patienceSeconds?: number;
  /** Contacts one agent handles at once, for chat; see StaffingLoad. */
  readonly concurrency?: number;
  readonly goal: ServiceGoal;
  /** Unplanned shrinkage, 0..1; planned breaks and training are in the roster. */
  readonly shrinkageFraction: number;
  /**
   * `interval` (default): each interval stands for itself. `modified-offered-load`: contacts still in hand from the
   * intervals before count too, which matters when handle times are long against the interval or its slope.
   */
  readonly loadModel?: 'interval' | 'modified-offered-load';
  /** For `modified-offered-load`: whether the grid starts with an empty centre (default) or one that runs through. */
  readonly loadStart?: LoadStart;
  /** Falsy = closed. Absent = open wherever contacts are known. */
  readonly openMask?: ArrayLike<number | boolean>;
}

/** One value for each interval of the grid. Closed intervals: 0 agents, NaN measures, note `closed`. */
export interface RequirementSeries {
  readonly grid: Grid;
  readonly modelId: string;
  readonly loadErlangs: Float64Array;
  /** NaN where a note says that there is no answer. */
  readonly requiredAgents: Float64Array;
  readonly agentsToRoster: Float64Array;
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly asa: Float64Array;
  readonly abandonment: Float64Array;
  readonly notes: readonly RequirementNote[];
}

type MutableSeries = {
  [K in keyof RequirementSeries]: RequirementSeries[K] extends readonly RequirementNote[]
    ? RequirementNote[]
    : RequirementSeries[K];
};

function emptyRequirement(input: RequirementInput): MutableSeries {
  const missing = (): Float64Array => new Float64Array(input.grid.count).fill(Number.NaN);
  return {
    grid: input.grid,
    modelId: input.modelId,
    loadErlangs: missing(),
    requiredAgents: missing(),
    agentsToRoster: missing(),
    serviceLevel: missing(),
    occupancy: missing(),
    asa: missing(),
    abandonment: missing(),
    notes: new Array<RequirementNote>(input.grid.count).fill(''),
  };
}

/** What an interval brings: the load to staff, or the note that says why there is none. */
type IntervalLoad = StaffingLoad | Exclude<RequirementNote, ''>;

function ownLoadOf(input: RequirementInput, index: number): IntervalLoad {
  const contacts = input.contacts[index]!;
  if (Number.isNaN(contacts) || (input.openMask && !input.openMask[index])) return 'closed';
  const handleSeconds = input.averageHandleSeconds[index]!;
  // Without contacts the handle time does not matter and is often not known.
  if (Number.isNaN(handleSeconds) && contacts > 0) return 'missing-handle-time';
  return {
    contacts,
    intervalSeconds: input.grid.stepMinutes * 60,
    averageHandleSeconds: Number.isNaN(handleSeconds) ? 0 : handleSeconds,
    patienceSeconds: input.patienceSeconds,
    concurrency: input.concurrency,
  };
}

/** Replaces each interval's contacts by those that would keep the modified offered load up. */
function withContactsInHand(loads: readonly IntervalLoad[], input: RequirementInput): readonly IntervalLoad[] {
  const intervalSeconds = input.grid.stepMinutes * 60;
  // Where nothing arrives, what is in hand goes on lasting as long as what came before.
  let handleSeconds = 0;
  const intervals = loads.map((load) => {
    if (typeof load !== 'string' && load.contacts > 0) handleSeconds = load.averageHandleSeconds;
    return { contacts: typeof load === 'string' ? 0 : load.contacts, handleSeconds, intervalSeconds };
  });
  const offered = modifiedOfferedLoad(intervals, input.loadStart ?? 'empty');
  return loads.map((load, index) => {
    const seconds = intervals[index]!.handleSeconds;
    if (typeof load === 'string' || seconds === 0) return load;
    const contacts = (offered[index]!.meanErlangs * intervalSeconds) / seconds;
    return { ...load, contacts, averageHandleSeconds: seconds };
  });
}

function staffInterval(
  input: RequirementInput,
  series: MutableSeries,
  { index, load }: { index: number; load: IntervalLoad },
): RequirementNote {
  if (load === 'closed') {
    series.requiredAgents[index] = 0;
    series.agentsToRoster[index] = 0;
  }
  if (typeof load === 'string') return load;
  const answer = requiredAgents(input.modelId, load, input.goal);
  if (answer.kind !== 'staffed') return answer.kind;
  series.loadErlangs[index] = answer.performance.loadErlangs;
  series.requiredAgents[index] = answer.agents;
  series.agentsToRoster[index] = agentsToRoster(answer.agents, input.shrinkageFraction);
  series.serviceLevel[index] = answer.performance.serviceLevelFraction;
  series.occupancy[index] = answer.performance.occupancyFraction;
  series.asa[index] = answer.performance.asaSeconds;
  series.abandonment[index] = answer.performance.abandonmentFraction;
  return '';
}

/**
 * Agents required and to roster for each interval of the grid, with what they give. Throws when the series do not fit the grid, and for the mistakes `requiredAgents` throws for.
 */
export function requirementOf(input: RequirementInput): RequirementSeries {
  const { grid, contacts, averageHandleSeconds, openMask } = input;
  for (const [name, values] of Object.entries({ contacts, averageHandleSeconds, openMask })) {
    if (values && values.length !== grid.count) {
      throw new RangeError(
        `${name} (${values.length} values) must have one value for each of the ${grid.count} intervals`,
      );
    }
  }
  const series = emptyRequirement(input);
  const own = Array.from({ length: grid.count }, (_, index) => ownLoadOf(input, index));
  const loads = input.loadModel === 'modified-offered-load' ? withContactsInHand(own, input) : own;
  loads.forEach((load, index) => {
    series.notes[index] = staffInterval(input, series, { index, load });
  });
  return series;
}
