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

/** Staffing cost by slot, agents missing and agents too many apart. */
export interface SlotCosts {
  readonly grid: Grid;
  readonly short: Float64Array;
  readonly surplus: Float64Array;
}

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
      weights: problem.demand.map((demand) => demand.weights ?? problem.weights),
    });
    this.slotShort = new Float64Array(this.grid.count);
    this.slotSurplus = new Float64Array(this.grid.count);
    for (let slot = 0; slot < this.grid.count; slot++) this.touched.add(slot);
    this.settle();
  }

  /**
   * Takes the agent's shifts `before` out of the coverage and puts those of `after` in; only slots in which the two
   * differ are touched. Call {@link settle} afterwards.
   */
  replace(agentId: string, before: readonly Shift[], after: readonly Shift[]): void {
    if (before.length === 0) {
      for (const { slot, part } of this.presence(agentId, after)) this.applyPresence(slot, part, 1);
      return;
    }
    const net = new Map<string, { readonly slot: number; readonly part: PartPresence; by: number }>();
    for (const [shifts, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      for (const { slot, part } of this.presence(agentId, shifts)) {
        const key = `${slot} ${part.group} ${part.startAt} ${part.endAt}`;
        const known = net.get(key);
        if (known) known.by += by;
        else net.set(key, { slot, part, by });
      }
    }
    for (const { slot, part, by } of net.values()) {
      for (let i = 0; i < Math.abs(by); i++) this.applyPresence(slot, part, by > 0 ? 1 : -1);
    }
  }

  /** Cost of every slot, in the cost unit. */
  slotCosts(): SlotCosts {
    this.settle();
    return {
      grid: this.grid,
      short: this.slotShort.map((micros) => micros / COST_UNIT),
      surplus: this.slotSurplus.map((micros) => micros / COST_UNIT),
    };
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

  /** The agent's contact work slot by slot. */
  private *presence(agentId: string, shifts: readonly Shift[]): Generator<{ slot: number; part: PartPresence }> {
    const { agents, activityTypes } = indexProblem(this.problem);
    const agent = agents.get(agentId);
    if (!agent) return;
    for (const shift of shifts) {
      for (const { activityTypeId, queueId, startAt, endAt } of shift.activities) {
        if (!activityTypes.get(activityTypeId)?.contactWork) continue;
        const group = this.groupFor(agent, queueId);
        if (group !== undefined) yield* this.slotsOf({ group, startAt, endAt });
      }
    }
  }

  private *slotsOf({ group, startAt, endAt }: PartPresence): Generator<{ slot: number; part: PartPresence }> {
    const first = Math.max(0, Math.floor((startAt - this.grid.startAt) / this.slotMillis));
    for (let slot = first; slot < this.grid.count; slot++) {
      const slotStart = this.grid.startAt + slot * this.slotMillis;
      if (slotStart >= endAt) return;
      const part = {
        group,
        startAt: Math.max(startAt, slotStart),
        endAt: Math.min(endAt, slotStart + this.slotMillis),
      };
      if (part.endAt > part.startAt) yield { slot, part };
    }
  }

  private applyPresence(slot: number, part: PartPresence, by: 1 | -1): void {
    this.touched.add(slot);
    if (part.endAt - part.startAt < this.slotMillis) this.applyPart(slot, part, by);
    else if (by === 1) this.sharing.add(slot, part.group);
    else this.sharing.remove(slot, part.group);
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
      const weights = this.problem.demand[queue]!.weights ?? this.problem.weights;
      this.scheduled[queue]![slot]! += assigned * share;
      sums.short += shortCost(assigned, demand, weights) * share;
      sums.surplus += surplusCost(assigned, demand, weights) * share;
    }
  }
}
