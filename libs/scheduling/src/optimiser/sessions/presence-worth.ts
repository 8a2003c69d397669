import { MINUTE_MILLIS } from '@yotei/time';
import { CoverState } from '../cover/cover-state.js';
import { costTable } from '../cover/cost-table.js';
import { skillGroups, type SkillGroups } from '../problem/skill-groups.js';
import { coverageGrid, indexProblem, type RosterProblem, type Roster, type Shift } from '../../roster/index.js';

/** What presence on contact work is worth slot by slot, while shifts come and go. */
export class PresenceWorth {
  private readonly cover: CoverState;
  private readonly groups: SkillGroups;
  private readonly grid;
  private readonly slotMillis: number;

  constructor(
    private readonly problem: RosterProblem,
    roster: Roster,
  ) {
    this.grid = coverageGrid(problem);
    this.slotMillis = this.grid.stepMinutes * MINUTE_MILLIS;
    const table = costTable(problem.demand, problem.weights, this.grid);
    this.groups = skillGroups(problem, table.columns);
    // Groups of work bound to a queue are made when first asked for: all of them before the cover counts by group.
    const presence = roster.shifts.map((shift) => [...this.presence(shift)]);
    this.cover = new CoverState(table, this.groups.masks, 0);
    for (const slots of presence) for (const { slot, group } of slots) this.cover.add(slot, group);
  }

  get gridStartAt(): number {
    return this.grid.startAt;
  }

  /** Staffing cost of everyone present. */
  get cost(): number {
    return this.cover.cost;
  }

  put(shift: Shift): void {
    for (const { slot, group } of this.presence(shift)) this.cover.add(slot, group);
  }

  take(shift: Shift): void {
    for (const { slot, group } of this.presence(shift)) this.cover.remove(slot, group);
  }

  /** Worth of the agent's contact work in each slot of the shift, which must be taken out; 0 outside the horizon. */
  of(shift: Shift, slots: number): Float64Array {
    const gain = this.cover.gainOf(this.groups.groupOf(shift.agentId, undefined));
    const first = (shift.startAt - this.grid.startAt) / this.slotMillis;
    return Float64Array.from({ length: slots }, (_, i) => gain[first + i] ?? 0);
  }

  /** Whole slots of the horizon on contact work. */
  private *presence(shift: Shift): Generator<{ slot: number; group: number }> {
    const { activityTypes } = indexProblem(this.problem);
    for (const { activityTypeId, queueId, startAt, endAt } of shift.activities) {
      if (!activityTypes.get(activityTypeId)?.contactWork) continue;
      const group = this.groups.groupOf(shift.agentId, queueId);
      const until = Math.min(this.grid.count, Math.floor((endAt - this.grid.startAt) / this.slotMillis));
      for (let slot = Math.max(0, Math.ceil((startAt - this.grid.startAt) / this.slotMillis)); slot < until; slot++)
        yield { slot, group };
    }
  }
}
