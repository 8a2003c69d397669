import { MINUTE_MILLIS, type Instant, type Interval } from '@yotei/time';
import { indexProblem, moveActivity, type RosterProblem, type Shift } from '../roster/index.js';
import type { RosterEvaluator } from '../evaluation/index.js';

/** Moving one activity out of a short slot, and what that would give. */
export interface GapCure {
  readonly agentId: string;
  readonly activityTypeId: string;
  readonly from: Interval;
  readonly to: Interval;
  /** The agent's shifts with the activity moved, ready to be put in place. */
  readonly shifts: readonly Shift[];
  /** Change of the whole cost; negative is better. */
  readonly costChange: number;
}

interface Candidate {
  readonly shift: Shift;
  readonly index: number;
}

/**
 * What could move to help a queue at an instant: breaks, lunches and trainings of agents with the skill, each at its best
 * new place up to three hours away, in steps of the slot. Only moves that break no further must rule and lower the cost
 * are named, best first. Every trial is undone; the evaluator is left as it was found.
 */
export function gapCures(
  problem: RosterProblem,
  evaluator: RosterEvaluator,
  query: { readonly queueId: string; readonly at: Instant; readonly limit?: number },
): GapCure[] {
  const { queueSkills, activityTypes } = indexProblem(problem);
  const skillId = queueSkills.get(query.queueId);
  if (skillId === undefined) return [];
  const contactTypeId = problem.activityTypes.find((type) => type.contactWork)!.id;
  const cures: GapCure[] = [];
  for (const agent of problem.agents.filter((one) => one.skillIds.includes(skillId))) {
    for (const shift of evaluator.shiftsOf(agent.id)) {
      const index = shift.activities.findIndex((one) => one.startAt <= query.at && query.at < one.endAt);
      const activity = shift.activities[index];
      if (!activity || shift.locked || activityTypes.get(activity.activityTypeId)?.contactWork) continue;
      const best = bestPlace(evaluator, { shift, index }, { at: query.at, contactTypeId, step: problem.slotMinutes });
      if (best) cures.push(best);
    }
  }
  return cures.sort((a, b) => a.costChange - b.costChange).slice(0, query.limit ?? 5);
}

const REACH_MINUTES = 180;

function bestPlace(
  evaluator: RosterEvaluator,
  { shift, index }: Candidate,
  { at, contactTypeId, step }: { readonly at: Instant; readonly contactTypeId: string; readonly step: number },
): GapCure | null {
  const before = evaluator.shiftsOf(shift.agentId);
  const { activityTypeId, startAt, endAt } = shift.activities[index]!;
  let best: GapCure | null = null;
  for (let minutes = -REACH_MINUTES; minutes <= REACH_MINUTES; minutes += step) {
    const moved = moveActivity(shift, index, startAt + minutes * MINUTE_MILLIS, contactTypeId);
    const to = moved.shift.activities[moved.index]!;
    if (to.startAt <= at && at < to.endAt) continue;
    const shifts = before.map((one) => (one === shift ? moved.shift : one));
    const delta = evaluator.replaceShifts(shift.agentId, shifts);
    evaluator.replaceShifts(shift.agentId, before);
    if (delta.hardBreaches > 0 || delta.cost >= (best?.costChange ?? 0)) continue;
    best = {
      agentId: shift.agentId,
      activityTypeId,
      from: { startAt, endAt },
      to: { startAt: to.startAt, endAt: to.endAt },
      shifts,
      costChange: delta.cost,
    };
  }
  return best;
}
