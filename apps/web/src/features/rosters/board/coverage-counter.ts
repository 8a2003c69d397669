import { CoverageState } from '@yotei/scheduling/evaluation';
import { DEFAULT_WEIGHTS, type QueueDemand, type RosterProblem, type Shift } from '@yotei/scheduling/roster';
import { MINUTE_MILLIS } from '@yotei/time';
import type { BoardDemand } from './board-demand.js';
import { instantOf, type BoardModel, type BoardShift } from './model.js';

/** The one skill everybody has on a board without a requirement, so that who is there is still counted. */
const ANY_SKILL = 'any';

/**
 * Counts agents queue by queue as the server does: those with several skills are shared at least cost. It follows the
 * board by difference, so an edit, a trial or a step back costs only the slots in which the shifts differ.
 */
export class CoverageCounter {
  private readonly state: CoverageState;
  private readonly counted: (readonly BoardShift[])[];

  constructor(model: BoardModel, demand: readonly BoardDemand[]) {
    this.state = new CoverageState(problemOf(model, demand));
    this.counted = model.agents.map(() => []);
  }

  /** Agents on contact work by queue and slot with the model's shifts, as copies; in the order of the demand. */
  count(model: BoardModel): Float64Array[] {
    this.countAhead(model, 0, model.agents.length);
    this.state.settle();
    return this.state.scheduled.map((queue) => queue.slice());
  }

  /** Brings the agents from `first` until `end` up to the model, so that a large board is counted piece by piece. */
  countAhead(model: BoardModel, first: number, end: number): void {
    for (let agent = first; agent < Math.min(end, model.agents.length); agent++) {
      const [before, shifts] = [this.counted[agent]!, model.shifts[agent] ?? []];
      if (before === shifts) continue;
      this.state.replace(model.agents[agent]!.id, contactWork(model, before), contactWork(model, shifts));
      this.counted[agent] = shifts;
    }
  }
}

function problemOf(model: BoardModel, demand: readonly BoardDemand[]): RosterProblem {
  const open = demand.length > 0;
  return {
    zone: model.zone,
    startsOn: model.days[0]!.on,
    weeks: Math.ceil(model.days.length / 7),
    slotMinutes: model.slotMinutes,
    activityTypes: model.activityTypes.map(({ code, title, paid, contactWork: isContact }) => ({
      id: code,
      title: title.en,
      paid,
      contactWork: isContact,
    })),
    agents: model.agents.map(({ id, name, siteId, contractId, skillIds }) => ({
      id,
      name,
      siteId,
      contractId,
      zone: model.zone,
      skillIds: open ? skillIds : [ANY_SKILL],
    })),
    demand: open ? demand.map((queue) => demandOf(model, queue)) : [nobodyAsked(model)],
    weights: DEFAULT_WEIGHTS,
    contracts: [],
    templates: [],
    rules: [],
    timeOff: [],
    preferences: [],
    history: [],
    fixedShifts: [],
  };
}

function demandOf(model: BoardModel, queue: BoardDemand): QueueDemand {
  const agentsToRoster = queue.agentsToRoster.map((value) => value ?? 0);
  const grid = {
    startAt: instantOf(model, queue.start),
    stepMinutes: queue.stepMinutes,
    count: agentsToRoster.length,
  };
  return { queueId: queue.queueId, skillId: queue.skillId, grid, agentsToRoster };
}

function nobodyAsked(model: BoardModel): QueueDemand {
  const grid = { startAt: model.startAt, stepMinutes: model.slotMinutes, count: 0 };
  return { queueId: ANY_SKILL, skillId: ANY_SKILL, grid, agentsToRoster: [] };
}

/** The domain's shifts with no more than the counting looks at. */
function contactWork(model: BoardModel, shifts: readonly BoardShift[]): Shift[] {
  return shifts.map((shift) => {
    const activities: Shift['activities'][number][] = [];
    for (let k = 0; k < shift.activities.length; k += 3) {
      const type = model.activityTypes[shift.activities[k]!];
      if (!type?.contactWork) continue;
      const startAt = instantOf(model, shift.activities[k + 1]!);
      activities.push({
        activityTypeId: type.code,
        startAt,
        endAt: startAt + shift.activities[k + 2]! * MINUTE_MILLIS,
      });
    }
    return {
      agentId: model.agents[shift.agent]!.id,
      startAt: instantOf(model, shift.start),
      endAt: instantOf(model, shift.start + shift.length),
      locked: shift.locked,
      activities,
    };
  });
}
