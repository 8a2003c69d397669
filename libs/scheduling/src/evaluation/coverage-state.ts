import { MINUTE_MILLIS, type Grid } from '@yotei/time';
import {
  coverageGrid,
  demandOnSlots,
  indexProblem,
  type Agent,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import { shortCost, surplusCost } from './slot-cost.js';
import { SlotSharing } from './slot-sharing.js';

/** Costs are kept in whole millionths, so that running sums equal a fresh sum exactly. */
export const COST_UNIT = 1e6;

/** Presence that covers only part of a slot. */
interface PartPresence {
  readonly group: number;
  readonly startAt: number;
  readonly endAt: number;
}

/** Agents present, shared over queues, with the cost of every slot; kept while shifts come and go. */
export class CoverageState {
  readonly grid: Grid;
  readonly queueIds: readonly string[];
  readonly demand: readonly Float64Array[];
  /** Agents on contact work by queue; a fraction where an agent covers part of a slot. */
  readonly scheduled: readonly Float64Array[];
  /** Sums over all slots, in millionths of the cost unit. */
  shortMicros = 0;
  surplusMicros = 0;
  private readonly sharing: SlotSharing;
  private readonly groups: number[][];
  private readonly groupOfAgent = new Map<string, number>();
  private readonly parts = new Map<number, PartPresence[]>();
  private readonly slotShort: Float64Array;
  private readonly slotSurplus: Float64Array;
  private readonly touched = new Set<number>();
  private readonly slotMillis: number;

  constructor(private readonly problem: RosterProblem) {
    this.grid = coverageGrid(problem);
    this.slotMillis = this.grid.stepMinutes * MINUTE_MILLIS;
    this.queueIds = problem.demand.map((demand) => demand.queueId);
    this.demand = problem.demand.map((demand) => demandOnSlots(demand, this.grid));
    this.scheduled = problem.demand.map(() => new Float64Array(this.grid.count));
    // The first groups serve one queue each: contact work bound to it.
    this.groups = problem.demand.map((_, queue) => [queue]);
    this.nameGroups();
    this.sharing = new SlotSharing({
      demand: this.demand,
      groups: this.groups,
      slotCount: this.grid.count,
      weights: problem.weights,
    });
    this.slotShort = new Float64Array(this.grid.count);
    this.slotSurplus = new Float64Array(this.grid.count);
    for (let slot = 0; slot < this.grid.count; slot++) this.touched.add(slot);
    this.settle();
  }

  /** Puts shifts of the agent into the coverage (`by` 1) or takes them out (-1); call {@link settle} afterwards. */
  apply(agentId: string, shifts: readonly Shift[], by: 1 | -1): void {
    const { agents, activityTypes } = indexProblem(this.problem);
    const agent = agents.get(agentId);
    if (!agent) return;
    for (const activity of shifts.flatMap((shift) => shift.activities)) {
      if (!activityTypes.get(activity.activityTypeId)?.contactWork) continue;
      const group = this.groupFor(agent, activity.queueId);
      if (group !== undefined) this.applySpan({ group, startAt: activity.startAt, endAt: activity.endAt }, by);
    }
  }

  /** Brings scheduled agents and costs of the touched slots up to date. */
  settle(): void {
    for (const slot of this.touched) this.settleSlot(slot);
    this.touched.clear();
  }

  private nameGroups(): void {
    const known = new Map<string, number>(this.groups.map((queues, group) => [queues.join(), group]));
    for (const agent of this.problem.agents) {
      const queues = this.problem.demand.flatMap((demand, queue) =>
        agent.skillIds.includes(demand.skillId) ? [queue] : [],
      );
      const group = known.get(queues.join()) ?? this.groups.push(queues) - 1;
      known.set(queues.join(), group);
      this.groupOfAgent.set(agent.id, group);
    }
  }

  /** Group in which the agent's contact work counts; undefined when it is bound to a queue the agent cannot serve. */
  private groupFor(agent: Agent, queueId: string | undefined): number | undefined {
    if (queueId === undefined) return this.groupOfAgent.get(agent.id);
    const queue = this.queueIds.indexOf(queueId);
    return queue >= 0 && agent.skillIds.includes(this.problem.demand[queue]!.skillId) ? queue : undefined;
  }

  private applySpan(span: PartPresence, by: 1 | -1): void {
    const firstSlot = Math.max(0, Math.floor((span.startAt - this.grid.startAt) / this.slotMillis));
    for (let slot = firstSlot; slot < this.grid.count; slot++) {
      const slotStart = this.grid.startAt + slot * this.slotMillis;
      if (slotStart >= span.endAt) return;
      const startAt = Math.max(span.startAt, slotStart);
      const endAt = Math.min(span.endAt, slotStart + this.slotMillis);
      if (endAt <= startAt) continue;
      this.touched.add(slot);
      if (endAt - startAt === this.slotMillis) {
        if (by === 1) this.sharing.add(slot, span.group);
        else this.sharing.remove(slot, span.group);
      } else this.applyPart(slot, { group: span.group, startAt, endAt }, by);
    }
  }

  private applyPart(slot: number, part: PartPresence, by: 1 | -1): void {
    const parts = this.parts.get(slot) ?? [];
    if (by === 1) parts.push(part);
    else {
      parts.splice(
        parts.findIndex((p) => p.group === part.group && p.startAt === part.startAt && p.endAt === part.endAt),
        1,
      );
    }
    if (parts.length > 0) this.parts.set(slot, parts);
    else this.parts.delete(slot);
  }

  private settleSlot(slot: number): void {
    for (const queue of this.scheduled) queue[slot] = 0;
    const sums = { short: 0, surplus: 0 };
    const parts = this.parts.get(slot);
    if (parts) this.settlePieces(slot, parts, sums);
    else this.addPiece(slot, 1, sums);
    const scale = (COST_UNIT * this.grid.stepMinutes) / 15;
    this.shortMicros -= this.slotShort[slot]!;
    this.surplusMicros -= this.slotSurplus[slot]!;
    this.slotShort[slot] = Math.round(sums.short * scale);
    this.slotSurplus[slot] = Math.round(sums.surplus * scale);
    this.shortMicros += this.slotShort[slot]!;
    this.surplusMicros += this.slotSurplus[slot]!;
  }

  /** A slot in which presence changes is costed piece by piece, each weighted by its share of the slot. */
  private settlePieces(slot: number, parts: readonly PartPresence[], sums: { short: number; surplus: number }): void {
    const slotStart = this.grid.startAt + slot * this.slotMillis;
    const cuts = [slotStart, slotStart + this.slotMillis, ...parts.flatMap((part) => [part.startAt, part.endAt])];
    const edges = [...new Set(cuts)].sort((a, b) => a - b);
    for (let i = 1; i < edges.length; i++) {
      const present = parts.filter((part) => part.startAt < edges[i]! && part.endAt > edges[i - 1]!);
      for (const part of present) this.sharing.add(slot, part.group);
      this.addPiece(slot, (edges[i]! - edges[i - 1]!) / this.slotMillis, sums);
      for (const part of present) this.sharing.remove(slot, part.group);
    }
  }

  private addPiece(slot: number, share: number, sums: { short: number; surplus: number }): void {
    for (let queue = 0; queue < this.demand.length; queue++) {
      const assigned = this.sharing.assignedTo(slot, queue);
      const demand = this.demand[queue]![slot]!;
      this.scheduled[queue]![slot]! += assigned * share;
      sums.short += shortCost(assigned, demand, this.problem.weights) * share;
      sums.surplus += surplusCost(assigned, demand, this.problem.weights) * share;
    }
  }
}
