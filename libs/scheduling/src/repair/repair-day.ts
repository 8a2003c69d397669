import { intersection, intervalStart, MINUTE_MILLIS, type Grid, type Instant, type Interval } from '@yotei/time';
import { CoverageState, judgeAgent, type AgentJudgement } from '../evaluation/index.js';
import type { PlacedShift } from '../exchanges/index.js';
import {
  contactTypeOf,
  groupByAgent,
  indexProblem,
  type Activity,
  type ActivityType,
  type Agent,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import type { GapStretch, Missing, RepairCase, RepairChange } from './repair-action.js';

const DEFAULT_LEAD_MINUTES = 15;
/** Agents below this are rounding. */
const NOISE = 1e-6;

/** The rest of a day, asked what would change if some worked otherwise. The state is as it was after each question. */
export class RepairDay {
  readonly problem: RosterProblem;
  readonly contactTypeId: string;
  readonly activityTypes: ReadonlyMap<string, ActivityType>;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly grid: Grid;
  /** First slot that begins at or after now, and the first after the day. */
  readonly fromSlot: number;
  readonly untilSlot: number;
  /** Nothing that begins earlier is moved. */
  readonly movableFrom: Instant;
  /** Shifts that touch the rest of the day. */
  readonly today: readonly PlacedShift[];
  /** Agents on contact work by queue as it stands. */
  readonly present: readonly Float64Array[];
  readonly cost: number;
  private readonly state: CoverageState;
  private readonly byAgent: ReadonlyMap<string, readonly PlacedShift[]>;
  private readonly missingOf: ReadonlyMap<string, readonly Missing[]>;
  private readonly standing = new Map<string, AgentJudgement>();

  constructor(readonly given: RepairCase) {
    const { problem, shifts, now, untilAt, missing, leadMinutes = DEFAULT_LEAD_MINUTES } = given;
    this.problem = problem;
    this.contactTypeId = contactTypeOf(problem);
    const index = indexProblem(problem);
    this.activityTypes = index.activityTypes;
    this.agents = index.agents;
    this.missingOf = groupByAgent(missing);
    this.byAgent = groupByAgent(shifts);
    this.today = shifts.filter(({ startAt, endAt }) => startAt < untilAt && endAt > now);
    this.movableFrom = now + leadMinutes * MINUTE_MILLIS;
    this.state = new CoverageState(problem);
    this.grid = this.state.grid;
    const slotMillis = this.grid.stepMinutes * MINUTE_MILLIS;
    const slotAt = (at: Instant) => Math.ceil((at - this.grid.startAt) / slotMillis);
    this.fromSlot = Math.max(0, slotAt(now));
    this.untilSlot = Math.min(this.grid.count, slotAt(untilAt));
    // A night shift that began before the schedule still serves its first hours; another schedule's, it is never moved.
    const fromBefore = problem.history.filter(({ endAt }) => endAt > now);
    for (const [agentId, own] of groupByAgent<Shift>([...fromBefore, ...this.today]))
      this.state.replace(agentId, [], own.map(this.asPresent));
    this.present = this.scheduled();
    this.cost = this.costNow();
  }

  get queueIds(): readonly string[] {
    return this.state.queueIds;
  }

  get waitingQueueIds(): readonly string[] {
    return this.given.waitingQueueIds ?? [];
  }

  demandOf(queue: number, slot: number): number {
    return this.state.demand[queue]![slot]!;
  }

  isMissing(agentId: string, span: Interval): boolean {
    return (this.missingOf.get(agentId) ?? []).some((gone) => intersection(gone, span));
  }

  /** All shifts of an agent in the horizon, by start. */
  readonly shiftsOf = (agentId: string): readonly PlacedShift[] => this.byAgent.get(agentId) ?? [];

  /** Whether the agent has the skill of the queue. */
  canServe(agentId: string, queueId: string): boolean {
    const skillId = indexProblem(this.problem).queueSkills.get(queueId);
    return skillId !== undefined && (this.agents.get(agentId)?.skillIds.includes(skillId) ?? false);
  }

  judgementOf(agentId: string): AgentJudgement {
    let judged = this.standing.get(agentId);
    if (!judged) this.standing.set(agentId, (judged = judgeAgent(this.problem, agentId, this.shiftsOf(agentId))));
    return judged;
  }

  /** Agents on contact work by queue, and the staffing cost, if the changes were made. */
  with(changes: readonly RepairChange[]): { readonly present: readonly Float64Array[]; readonly cost: number } {
    this.apply(changes, false);
    const answer = { present: this.scheduled(), cost: this.costNow() };
    this.apply(changes, true);
    return answer;
  }

  /** {@link with} for the cost alone. */
  costWith(changes: readonly RepairChange[]): number {
    this.apply(changes, false);
    const cost = this.costNow();
    this.apply(changes, true);
    return cost;
  }

  /** Neighbouring slots with more than `leastAgents` too few (or, with `over`, too many), the most hours first. */
  stretches({ over = false, leastAgents = NOISE } = {}): GapStretch[] {
    const sign = over ? -1 : 1;
    const found: GapStretch[] = [];
    this.queueIds.forEach((queueId, queue) => {
      for (let from = this.fromSlot; from < this.untilSlot; from++) {
        if (sign * this.shortAt(queue, from) <= leastAgents) continue;
        let until = from;
        let [hours, most] = [0, 0];
        for (; until < this.untilSlot && sign * this.shortAt(queue, until) > leastAgents; until++) {
          const short = this.shortAt(queue, until);
          hours += (short * this.grid.stepMinutes) / 60;
          if (Math.abs(short) > Math.abs(most)) most = short;
        }
        const span = { startAt: intervalStart(this.grid, from), endAt: intervalStart(this.grid, until) };
        found.push({ queueId, ...span, mostAgents: most, hours });
        from = until;
      }
    });
    return found.sort((a, b) => Math.abs(b.hours) - Math.abs(a.hours) || a.startAt - b.startAt);
  }

  private shortAt(queue: number, slot: number): number {
    return this.demandOf(queue, slot) - this.present[queue]![slot]!;
  }

  private apply(changes: readonly RepairChange[], back: boolean): void {
    for (const { before, after } of changes) {
      const [old, now] = [before ? [this.asPresent(before)] : [], [this.asPresent(after)]];
      if (back) this.state.replace(after.agentId, now, old);
      else this.state.replace(after.agentId, old, now);
    }
    this.state.settle();
  }

  private scheduled(): Float64Array[] {
    this.state.settle();
    return this.state.scheduled.map((queue) => queue.slice());
  }

  private costNow(): number {
    this.state.settle();
    return (this.state.shortMicros + this.state.surplusMicros) / 1e6;
  }

  /** The shift without what falls into an absence: who is not there covers nothing, whatever the plan says. */
  private readonly asPresent = (shift: Shift): Shift => {
    const gone = this.missingOf.get(shift.agentId) ?? [];
    if (!gone.some((one) => intersection(one, shift))) return shift;
    const activities = gone.reduce((left, one) => left.flatMap((part) => outside(part, one)), [...shift.activities]);
    return { ...shift, activities };
  };
}

function outside(activity: Activity, gone: Interval): Activity[] {
  if (!intersection(activity, gone)) return [activity];
  return [
    { ...activity, endAt: Math.min(activity.endAt, gone.startAt) },
    { ...activity, startAt: Math.max(activity.startAt, gone.endAt) },
  ].filter(({ startAt, endAt }) => endAt > startAt);
}
