import { intervalStart, type Interval } from '@yotei/time';
import { slotCost, type QueueCoverage } from '../evaluation/index.js';
import type { RosterProblem } from '../roster/index.js';

/** Neighbouring slots in which one queue is short. */
export interface ShortStretch {
  readonly queueId: string;
  readonly skillId: string;
  readonly span: Interval;
  /** Slot most agents are missing in. */
  readonly deepest: Interval;
  /** In that slot, agents to roster and on contact work. */
  readonly agentsToRoster: number;
  readonly scheduledAgents: number;
  /** Agent-hours missing over the stretch, and what they cost. */
  readonly missingHours: number;
  readonly cost: number;
}

/** Shortages below this are rounding. */
const NOISE = 1e-9;

/** All stretches of all queues in which agents are missing, the dearest first. */
export function shortStretches(problem: RosterProblem, coverage: readonly QueueCoverage[]): ShortStretch[] {
  const stretches: ShortStretch[] = [];
  for (const queue of coverage) {
    const count = queue.staffingGap.length;
    for (let from = 0; from < count; from++) {
      if (queue.staffingGap[from]! >= -NOISE) continue;
      let until = from + 1;
      while (until < count && queue.staffingGap[until]! < -NOISE) until++;
      stretches.push(stretchOf(problem, queue, from, until));
      from = until;
    }
  }
  return stretches.sort((a, b) => b.cost - a.cost || a.span.startAt - b.span.startAt);
}

function stretchOf(problem: RosterProblem, queue: QueueCoverage, from: number, until: number): ShortStretch {
  const { staffingGap, scheduledAgents, agentsToRoster, grid } = queue;
  const hours = grid.stepMinutes / 60;
  const spanOf = (first: number, end: number): Interval => ({
    startAt: intervalStart(grid, first),
    endAt: intervalStart(grid, end),
  });
  const weights = problem.demand.find(({ queueId }) => queueId === queue.queueId)?.weights ?? problem.weights;
  let [deepest, missing, cost] = [from, 0, 0];
  for (let slot = from; slot < until; slot++) {
    if (staffingGap[slot]! < staffingGap[deepest]!) deepest = slot;
    missing -= staffingGap[slot]! * hours;
    cost += (slotCost(scheduledAgents[slot]!, agentsToRoster[slot]!, weights) * grid.stepMinutes) / 15;
  }
  return {
    queueId: queue.queueId,
    skillId: queue.skillId,
    span: spanOf(from, until),
    deepest: spanOf(deepest, deepest + 1),
    agentsToRoster: agentsToRoster[deepest]!,
    scheduledAgents: scheduledAgents[deepest]!,
    missingHours: missing,
    cost,
  };
}
